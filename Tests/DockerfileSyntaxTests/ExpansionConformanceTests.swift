import DockerfileSyntax
import Foundation
import Testing

/// Recorded answers of Docker's own lexer, where they are at hand beside the project.
struct ExpansionConformanceTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/conformance/expected-expand.jsonl")

  private struct Vector: Decodable {
    struct Input: Decodable {
      let word: String
      let env: [String: String]
      let escape: String
      let rawQuotes: Bool
      let rawEscapes: Bool
      let skipProcessQuotes: Bool
      let skipUnsetEnv: Bool
    }

    let `in`: Input
    let word: String?
    let words: [String]?
    let matched: [String]?
    let unmatched: [String]?
    let wordError: String?
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: file.path)))
  func `expands as Docker does`() throws {
    let lines = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines { try check(try JSONDecoder().decode(Vector.self, from: Data(line.utf8))) }
  }

  private func check(_ vector: Vector) throws {
    var options: Expansion.Options = []
    if vector.in.rawQuotes { options.insert(.rawQuotes) }
    if vector.in.rawEscapes { options.insert(.rawEscapes) }
    if vector.in.skipProcessQuotes { options.insert(.skipProcessQuotes) }
    if vector.in.skipUnsetEnv { options.insert(.skipUnsetEnv) }
    let expansion = Expansion(escape: vector.in.escape.utf8.first ?? 0, options: options)
    do throws(ExpansionError) {
      let (whole, words) = try expansion.expandAndSplit(vector.in.word.utf8, with: vector.in.env)
      #expect(whole.text == vector.word, "\(vector.in.word)")
      #expect(words == vector.words ?? [], "\(vector.in.word)")
      #expect(whole.matched.sorted() == vector.matched?.sorted(), "\(vector.in.word)")
      #expect(whole.unmatched.sorted() == vector.unmatched?.sorted(), "\(vector.in.word)")
    } catch {
      #expect(error.dockerMessage == vector.wordError)
    }
  }
}
