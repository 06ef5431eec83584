import ArgumentParser
import Diagnostics
import DockerfileSyntax
import Foundation

/// `stagecraft expand`: how Docker expands the variables in a word.
struct ExpandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expand",
    abstract: "Expand words as Docker does: JSON objects on standard input, one a line."
  )

  /// One line of the input; what is left out is off or empty.
  private struct Request: Decodable {
    var word: String
    var env: [String: String]?
    var escape: String?
    var rawQuotes: Bool?
    var rawEscapes: Bool?
    var skipProcessQuotes: Bool?
    var skipUnsetEnv: Bool?

    var expansion: Expansion {
      var options: Expansion.Options = []
      if rawQuotes == true { options.insert(.rawQuotes) }
      if rawEscapes == true { options.insert(.rawEscapes) }
      if skipProcessQuotes == true { options.insert(.skipProcessQuotes) }
      if skipUnsetEnv == true { options.insert(.skipUnsetEnv) }
      return Expansion(escape: escape?.utf8.first ?? UInt8(ascii: "\\"), options: options)
    }
  }

  func run() throws {
    let decoder = JSONDecoder()
    var writer = JSONWriter()
    while let line = readLine() {
      let request: Request
      do {
        request = try decoder.decode(Request.self, from: Data(line.utf8))
      } catch {
        throw ValidationError("not a request: \(Printable.line(line))")
      }
      Self.answer(request, to: &writer)
      writer.endLine()
    }
    try FileHandle.standardOutput.write(contentsOf: Data(writer.bytes))
  }

  private static func answer(_ request: Request, to writer: inout JSONWriter) {
    writer.object { writer in
      do throws(ExpansionError) {
        let (whole, words) = try request.expansion.expandAndSplit(request.word.utf8, with: request.env ?? [:])
        writer.member("word", whole.text)
        writer.member("words", words)
        writer.member("matched", whole.matched)
        writer.member("unmatched", whole.unmatched)
      } catch {
        writer.member("error", error.dockerMessage)
      }
    }
  }
}
