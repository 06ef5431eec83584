import Foundation
import TestKit
import Testing

/// A class of a thousand, in all formats at once.
@Suite(.serialized)
struct ClassTests {
  private static let formats = ["text", "json", "jsonl", "csv", "junit", "github"]

  /// Graded once for all tests.
  private final class Run: Sendable {
    let learner: Learner
    let folder: TemporaryFolder
    let school: SchoolClass
    let outputs: [BuiltProgram.Output]

    static let shared = Result { try Run() }

    init() throws {
      let learner = try Learner()
      let folder = try TemporaryFolder()
      school = try SchoolClass(size: 1000, in: folder)
      (self.learner, self.folder) = (learner, folder)
      for folder in [folder, learner.desk, learner.home] { ExitCleanup.remove(folder.path) }
      outputs = try ["first", "second"].map { name in
        try FileManager.default.createDirectory(
          atPath: learner.desk.path + "/" + name,
          withIntermediateDirectories: true
        )
        let formats = ClassTests.formats.flatMap { ["--format", "\($0)=\(name)/report.\($0)"] }
        return try learner.grade(["--max-size", String(SchoolClass.maxSize)] + formats + [folder.path], patience: 120)
      }
    }

    func bytes(_ format: String, _ name: String = "first") throws -> [UInt8] {
      try learner.desk.bytes("\(name)/report.\(format)")
    }
  }

  @Test
  func `something unreadable decides the exit status`() throws {
    let run = try Run.shared.get()
    #expect(run.outputs.map(\.status) == [3, 3])
    #expect(run.outputs.map(\.errors) == ["", ""])
    #expect(run.outputs.allSatisfy { $0.undressed })
    #expect(run.school.paths.count == 1000)
  }

  @Test(arguments: formats)
  func `two runs give the same bytes`(format: String) throws {
    let run = try Run.shared.get()
    let (first, second) = (try run.bytes(format), try run.bytes(format, "second"))
    #expect(first == second)
    #expect(run.outputs[0].text == run.outputs[1].text)
  }

  @Test
  func `the JSON report has every key, and a result for each in byte order`() throws {
    let run = try Run.shared.get()
    let report = try JSONDecoder().decode(JSON.self, from: Data(run.bytes("json")))
    #expect(Shape.report.misfit(report) == nil)
    let results = report["results"]?.list ?? []
    #expect(results.map { $0["submission"]?.text } == run.school.paths)
    for result in results {
      let name = try #require(result["submission"]?.text)
      let status = try #require(result["status"]?.text)
      let expected = run.school.statuses[name]
      #expect(
        expected == "judged" ? ["passed", "failed"].contains(status) || status == "rejected" : status == expected
      )
      #expect((status == "unreadable") == (result["sha256"]?.text == nil))
      #expect(["rejected", "unreadable"].contains(status) == (result["error"]?.text != nil))
      #expect((status == "unreadable") == result["checks"]?.list.isEmpty)
      let points = result["checks"]?.list.compactMap { $0["points"]?.number } ?? []
      #expect(points.reduce(0, +) == result["score"]?.number, "\(name)")
      #expect(result["max_score"]?.number == 100)
    }
    #expect(Set(results.compactMap { $0["status"]?.text }) == ["passed", "failed", "rejected", "unreadable"])
  }

  @Test
  func `JSON lines are the results of the JSON report`() throws {
    let run = try Run.shared.get()
    let lines = try run.bytes("jsonl").split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    #expect(lines.count == 1001)
    #expect(lines.last?.isEmpty == true)
    let whole = String(decoding: try run.bytes("json"), as: UTF8.self)
    let joined = lines.dropLast().map { String(decoding: $0, as: UTF8.self) }.joined(separator: ",")
    #expect(whole.hasSuffix("\"results\":[\(joined)]}\n"))
  }

  @Test
  func `the table has a row for each and the same number of cells in all`() throws {
    let run = try Run.shared.get()
    let table = try Table(run.bytes("csv"))
    #expect(table.rows.dropFirst().map { $0[0] } == run.school.paths)
    let header = try #require(table.rows.first)
    #expect(header.prefix(5) == ["submission", "sha256", "status", "score", "max_score"])
    #expect(table.rows.allSatisfy { $0.count == header.count })
    #expect(table.rows.dropFirst().allSatisfy { Int($0[3]) != nil && $0[4] == "100" })
  }

  @Test(.enabled(if: XMLLint.isHere, "needs xmllint"))
  func `the JUnit report is well-formed and has a suite for each`() throws {
    let run = try Run.shared.get()
    #expect(try XMLLint.complaint(run.learner.desk.path + "/first/report.junit") == nil)
    let text = String(decoding: try run.bytes("junit"), as: UTF8.self)
    let suites = text.components(separatedBy: "<testsuite name=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(suites.map(String.init) == run.school.paths)
  }

  @Test(.enabled(if: XMLLint.hasSchemas, "needs xmllint and ../shared/formats/schemas"), arguments: XMLLint.schemas)
  func `the JUnit report is valid`(schema: String) throws {
    let run = try Run.shared.get()
    #expect(try XMLLint.complaint(run.learner.desk.path + "/first/report.junit", schema: schema) == nil)
  }

  @Test
  func `the text sums up`() throws {
    let run = try Run.shared.get()
    let text = String(decoding: try run.bytes("text"), as: UTF8.self)
    #expect(text == run.outputs[0].text)
    #expect(text.contains("1000 submissions"))
    let report = try JSONDecoder().decode(JSON.self, from: Data(run.bytes("json")))
    let statuses = (report["results"]?.list ?? []).compactMap { $0["status"]?.text }
    let words = ["passed": "passed", "failed": "failed", "rejected": "refused by Docker", "unreadable": "unreadable"]
    let line = run.outputs[0].words
    for (status, word) in words {
      let count = statuses.count { $0 == status }
      #expect(count >= 20)
      #expect(line.contains("\(word) \(count) "))
    }
  }

  @Test
  func `the text in full names each in byte order`() throws {
    let run = try Run.shared.get()
    let limit = ["--max-size", String(SchoolClass.maxSize)]
    let output = try run.learner.grade(limit + ["--all", run.folder.path], patience: 120)
    // One heading for each; a finding may name the file again.
    var paths = run.school.paths[...]
    for line in output.text.split(separator: "\n") {
      if let path = paths.first, line.utf8.count < 200, line.contains(path) { paths.removeFirst() }
    }
    #expect(paths.isEmpty, "\(paths.first ?? "")")
  }
}
