import Foundation
import Testing

@testable import embedgen

@Suite struct GeneratedSourceTests {
  @Test(
    arguments: [
      "", "a", "é", "\u{301}", "\r", "\n", "line\r\nline\n", "\ttab", "\"quotes\" and \"\"\"", "\\(interpolation)",
      "\\u{41}",
      "nul\0nul", "\u{FEFF}mark", "\u{2028}\u{202E}\u{85}", "👩‍👩‍👧 漢字", "#\"raw\"#",
    ]
  )
  func `keeps every byte of a text in its literal`(text: String) throws {
    let source = generatedSource([SourceContent(name: "Lessons/\(text)", bytes: Array(text.utf8))])
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 6)
    #expect(source.utf8.allSatisfy { $0 == UInt8(ascii: "\n") || (0x20...0x7E).contains($0) })
    let literals = try literals(in: String(lines[2]))
    #expect(literals.map { Array($0.utf8) } == [Array("Lessons/\(text)".utf8), Array(text.utf8)])
  }

  @Test func `refuses what is not text and names the byte`() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([0x6F, 0x6B, 0xFF]).write(to: folder.appending(path: "picture"))
    let error = #expect(throws: EmbeddingError.self) { try ContentFolder(name: "Lessons", path: folder.path).files() }
    #expect(
      error?.description == "\(folder.path)/picture: byte 2 is not UTF-8; only text can be part of the course"
    )
  }

  @Test func `refuses links`() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "/etc/passwd")
    let error = #expect(throws: EmbeddingError.self) { try ContentFolder(name: "Lessons", path: folder.path).files() }
    #expect(
      error?.description == "\(folder.path)/link: neither a file nor a folder; links cannot be part of the course"
    )
  }

  @Test func `finds files with spaces and leading dots at any depth`() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for path in ["a b/.dockerignore", "a b/c/d.txt", ".npmrc"] {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(path.utf8).write(to: file)
    }
    let files = try ContentFolder(name: "Exercises", path: folder.path).files()
    #expect(
      files.map(\.name).sorted() == ["Exercises/.npmrc", "Exercises/a b/.dockerignore", "Exercises/a b/c/d.txt"]
    )
    #expect(files.allSatisfy { $0.name == "Exercises/" + String(decoding: $0.bytes, as: UTF8.self) })
  }

  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "embedgen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The texts of the string literals in a line of Swift, read by the four escapes that the generator may write.
  private func literals(in line: String) throws -> [String] {
    var texts: [String] = []
    var rest = Substring(line)
    while let start = rest.firstIndex(of: "\"") {
      rest = rest[start...].dropFirst()
      var text = String.UnicodeScalarView()
      while let character = rest.popFirst(), character != "\"" {
        guard character == "\\" else {
          text.append(contentsOf: character.unicodeScalars)
          continue
        }
        let following = rest.popFirst()
        let escape = try #require(following)
        switch escape {
        case "n": text.append("\n")
        case "u":
          let end = try #require(rest.firstIndex(of: "}"))
          let value = try #require(UInt32(rest[..<end].dropFirst(), radix: 16))
          text.append(try #require(Unicode.Scalar(value)))
          rest = rest[end...].dropFirst()
        default: text.append(contentsOf: escape.unicodeScalars)
        }
      }
      texts.append(String(text))
    }
    return texts
  }
}
