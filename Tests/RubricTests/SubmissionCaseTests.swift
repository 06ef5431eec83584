import Foundation
import Rubric
import Testing

/// Whole Dockerfiles in `Cases/`: what students hand in who want points without work, and what others hand in whose
/// work only looks unusual. Each file has a line in its folder's `outcomes.tsv`, with the reason.
@Suite struct SubmissionCaseTests {
  @Test(arguments: try SubmissionCase.all(in: "gaming"))
  func `words that do nothing earn nothing`(submission: SubmissionCase) throws {
    let result = try Judge.standard().grade(submission.text)
    #expect(submission.outcomes(of: result) == submission.expected, "\(submission.reason) \(result.error ?? "")")
    #expect(result.status == .failed)
  }

  @Test(arguments: try SubmissionCase.all(in: "honest"))
  func `honest work gets full marks`(submission: SubmissionCase) throws {
    let result = try Judge.standard().grade(submission.text)
    let messages = result.checks.filter { $0.maxPoints > 0 && $0.status != .passed }.map(\.message)
    #expect(submission.outcomes(of: result) == submission.expected, "\(messages) \(result.error ?? "")")
    #expect(result.score == 100)
    #expect(result.status == .passed)
  }

  @Test(arguments: ["gaming", "honest"])
  func `every file has its line`(folder: String) throws {
    let listed = try SubmissionCase.all(in: folder).map(\.name)
    #expect(listed == listed.sorted() && Set(listed).count == listed.count)
    #expect(try SubmissionCase.files(in: folder) == listed)
  }
}

struct SubmissionCase: CustomTestStringConvertible, Sendable {
  /// `topic/what-is-tried`
  let name: String
  /// Why Docker's image is what it is.
  let reason: String
  let text: String
  /// The outcome of each check with points.
  let expected: [String: String]

  var testDescription: String { name }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
  private static let checks = [
    "builder-stage", "production-stage", "production-dependencies", "non-root-user", "healthcheck", "user-exists",
    "healthcheck-probe",
  ]

  func outcomes(of result: SubmissionResult) -> [String: String] {
    var found: [String: String] = [:]
    for check in result.checks where check.maxPoints > 0 { found[check.id] = check.status.rawValue }
    return found
  }

  /// `name TAB check=status check=status TAB reason`; what is not listed has passed.
  static func all(in kind: String) throws -> [SubmissionCase] {
    let root = folder.appending(path: kind)
    let table = try String(contentsOf: root.appending(path: "outcomes.tsv"), encoding: .utf8)
    return try table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      var expected = Dictionary(uniqueKeysWithValues: checks.map { ($0, "passed") })
      for outcome in fields[1].split(separator: " ") {
        let parts = outcome.split(separator: "=").map(String.init)
        try #require(parts.count == 2 && expected[parts[0]] != nil, "\(line)")
        expected[parts[0]] = parts[1]
      }
      try #require(fields.count == 3 && !fields[2].isEmpty, "\(line)")
      let file = root.appending(path: fields[0] + ".Dockerfile")
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      return SubmissionCase(name: fields[0], reason: fields[2], text: text, expected: expected)
    }
  }

  static func files(in kind: String) throws -> [String] {
    let root = folder.appending(path: kind)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return paths.filter { $0.hasSuffix(".Dockerfile") }.map { String($0.dropLast(".Dockerfile".count)) }.sorted()
  }
}
