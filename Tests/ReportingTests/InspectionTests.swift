import Diagnostics
import DockerfileSyntax
import Foundation
import Testing

@testable import Reporting

struct InspectionTests {
  private func json(_ text: String) throws -> [String: Any] {
    try Self.json(Document(parsing: Array(text.utf8)), file: "x")
  }

  private static func json(_ document: Document, file: String) throws -> [String: Any] {
    var writer = JSONWriter()
    Inspection(file: file, document: document).write(to: &writer)
    return try #require(try JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any])
  }

  private func section(_ text: String, _ name: String) throws -> [String: Any] {
    try #require(try json(text)[name] as? [String: Any])
  }

  @Test
  func `shows nodes and stages`() throws {
    let parse = try section("FROM a AS B\nENV A=1\nONBUILD RUN b\n", "parse")
    let nodes = try #require(parse["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["args"] as? [String] } == [["a", "AS", "B"], ["A", "1", "="], []])
    #expect((nodes[2]["sub"] as? [String: Any])?["args"] as? [String] == ["b"])
    let instructions = try section("FROM a AS B\nENV A=1\nONBUILD RUN b\n", "instructions")
    let stages = try #require(instructions["stages"] as? [[String: Any]])
    #expect(stages.map { $0["name"] as? String } == ["b"])
    #expect(
      (stages[0]["commands"] as? [[String: Any]])?.map { $0["type"] as? String } == ["EnvCommand", "OnbuildCommand"]
    )
  }

  @Test
  func `shows nothing of a file that can't be read`() throws {
    let parse = try section("FROM a\nENV A", "parse")
    #expect(parse["ok"] as? Bool == false)
    #expect((parse["error"] as? [String: Any])?["text"] as? String == "ENV must have two arguments")
    #expect((parse["nodes"] as? [Any])?.isEmpty == true)
    let instructions = try section("FROM a\nENV A\nRNU", "instructions")
    #expect(instructions["ok"] as? Bool == false)
    #expect(instructions["error"] is NSNull)
  }

  private static let conformance = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/conformance")

  /// Recorded answers of Docker's own parser, where they are at hand beside the project.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: conformance.path)),
    arguments: ["corpus", "edge", "testfiles"]
  )
  func `reads files as Docker does`(set: String) throws {
    let expected = Self.conformance.appendingPathComponent("expected-\(set).jsonl")
    for line in try Data(contentsOf: expected).split(separator: 0x0A) {
      let record = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let name = try #require(record["file"] as? String)
      let bytes = try Data(contentsOf: Self.conformance.appendingPathComponent(set).appendingPathComponent(name))
      let actual = try Self.json(Document(parsing: Array(bytes)), file: name)
      for section in ["parse", "instructions"] {
        #expect(try Self.canonical(actual[section]) == Self.canonical(record[section]), "\(name) \(section)")
      }
    }
  }

  /// Docker chooses among equally near hints at random.
  private static func canonical(_ value: Any?) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: value ?? [:], options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self).replacing(#/ \(did you mean [^)]*\?\)/#, with: "")
  }
}
