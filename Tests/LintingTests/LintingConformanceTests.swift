import DockerfileSyntax
import Foundation
import Linting
import Testing

/// What BuildKit recorded of real and of awkward Dockerfiles, where it is at hand beside the project.
struct LintingConformanceTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/conformance")

  private struct Record: Decodable {
    struct Lint: Decodable {
      let error: Refusal?
      let warnings: [Warning]
    }
    struct Refusal: Decodable {
      let text: String
      let line: Int
    }
    struct Warning: Decodable {
      let rule: String
      let line: Int
      let end: Int
      let detail: String
    }
    let file: String
    let lint: Lint
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: folder.path)),
    arguments: ["corpus", "edge", "testfiles"]
  )
  func `finds and refuses what BuildKit does`(set: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("expected-\(set).jsonl"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      let path = Self.folder.appendingPathComponent(set).appendingPathComponent(record.file)
      let result = Linter().lint(Document(parsing: [UInt8](try Data(contentsOf: path))))
      let found = result.findings.map { "\($0.startLine) \($0.endLine) \($0.rule.name) \(Self.plain($0.message))" }
      let expected = record.lint.warnings.map { "\($0.line) \($0.end) \($0.rule) \(Self.plain($0.detail))" }
      #expect(found.sorted() == expected.sorted(), "\(record.file)")
      #expect(
        result.error.map { Self.plain($0.message) } == record.lint.error.map { Self.plain($0.text) },
        "\(record.file)"
      )
      #expect(result.error?.line == record.lint.error?.line, "\(record.file)")
    }
  }

  /// Without what BuildKit itself doesn't keep stable: ties in a hint, the order of rule names.
  private static func plain(_ text: String) -> String {
    let violations = "lint violation found for rules: "
    if text.hasPrefix(violations) {
      return violations
        + text.dropFirst(violations.count).components(separatedBy: ", ").sorted().joined(separator: ", ")
    }
    let parts = text.components(separatedBy: " (did you mean ")
    return parts.count == 2 ? parts[0] + " (did you mean …" : text
  }
}
