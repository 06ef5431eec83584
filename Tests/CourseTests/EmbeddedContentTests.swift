import Content
import Foundation
import Testing

@Suite struct EmbeddedContentTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `holds every file of the repository byte for byte`() throws {
    let embedded = Dictionary(uniqueKeysWithValues: EmbeddedContent.files.map { ($0.path, $0.bytes) })
    var expected: [String: [UInt8]] = [:]
    let places = [
      "Facts": "Sources/Content/Facts", "Rules": "Sources/Content/Rules", "THIRD-PARTY.md": "THIRD-PARTY.md",
    ]
    for (name, place) in places {
      try expected.merge(files(at: Self.root.appending(path: place), name: name)) { $1 }
    }
    for name in ["Lessons", "Exercises", "Solutions"] {
      try expected.merge(files(at: Self.root.appending(path: name), name: name)) { $1 }
    }
    #expect(embedded.keys.sorted() == expected.keys.sorted())
    for (path, bytes) in expected {
      #expect(embedded[path] == bytes, "\(path)")
    }
  }

  @Test func `finds each file by its path and no other`() {
    for file in EmbeddedContent.files {
      #expect(EmbeddedContent.bytes(file.path) == file.bytes, "\(file.path)")
      #expect(EmbeddedContent.bytes(file.path + "x") == nil)
      #expect(file.size == file.bytes.count)
    }
    #expect(EmbeddedContent.bytes("") == nil)
    #expect(EmbeddedContent.bytes("~") == nil)
  }

  /// The files at or below a place, by the name under which the program knows them.
  private func files(at url: URL, name: String) throws -> [String: [UInt8]] {
    var isFolder: ObjCBool = false
    try #require(FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder))
    guard isFolder.boolValue else { return [name: [UInt8](try Data(contentsOf: url))] }
    return try FileManager.default.contentsOfDirectory(atPath: url.path).reduce(into: [:]) {
      try $0.merge(files(at: url.appending(path: $1), name: "\(name)/\($1)")) { $1 }
    }
  }
}
