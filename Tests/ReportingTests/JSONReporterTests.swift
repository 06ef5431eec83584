import Foundation
import Reporting
import Rubric
import Testing

struct JSONReporterTests {
  private struct Decoded: Decodable {
    struct Tool: Decodable { var name: String, version: String }
    struct Exercise: Decodable { var id: String, title: String, rubric_sha256: String, pass_mark: Int, max_score: Int }
    struct Check: Decodable {
      var id: String, title: String, severity: String, status: String, reason: String?, points: Int, max_points: Int
      var message: String, line: Int?, column: Int?, end_line: Int?, end_column: Int?, fix: String?, lesson: String?
    }
    struct Remark: Decodable {
      var severity: String, rule: String?, message: String, line: Int?, column: Int?, end_line: Int?, end_column: Int?
      var fix: String?
    }
    struct Image: Decodable {
      struct Probe: Decodable { var Test: [String], Interval: Int, Retries: Int }
      var User: String, Env: [String], Entrypoint: [String]?, Cmd: [String]?, Labels: [String: String]?,
        Shell: [String]?
      var Healthcheck: Probe?, inherits: [String]
    }
    struct Result: Decodable {
      var submission: String, sha256: String?, status: String, score: Int, max_score: Int, error: String?
      var checks: [Check], diagnostics: [Remark], image: Image?
    }
    var schema: String, tool: Tool, exercise: Exercise, results: [Result]
  }

  private func decoded() throws -> Decoded {
    try JSONDecoder().decode(Decoded.self, from: Data(JSONReporter().bytes(of: SampleReport.hostile)))
  }

  @Test
  func `says which tool, rubric and schema`() throws {
    let report = try decoded()
    #expect(report.schema == "stagecraft.report/1")
    #expect(report.tool.name == "stagecraft" && report.tool.version == "1.0.0")
    #expect(report.exercise.title == "Convert to a <multi-stage> build, 100%")
    #expect(report.exercise.pass_mark == 90 && report.exercise.max_score == 100)
  }

  @Test
  func `gives every result as it was`() throws {
    let report = try decoded()
    #expect(report.results.map(\.submission) == SampleReport.hostile.results.map(\.submission))
    #expect(report.results.map(\.status) == ["passed", "failed", "rejected", "unreadable", "failed", "failed"])
    #expect(report.results[3].error == SampleReport.unreadable.error)
    #expect(report.results[3].checks.isEmpty && report.results[3].image == nil && report.results[3].sha256 == nil)
    let check = report.results[1].checks[1]
    #expect(check.message == SampleReport.failed.checks[1].message)
    #expect(check.lesson == "practical-exercise")
    #expect((check.line, check.column) == (5, 12) && (check.end_line, check.end_column) == (5, 22))
    #expect(report.results[1].checks[3].line == nil)
    #expect(report.results[1].checks[2].status == "not-judged")
  }

  @Test
  func `puts the notes of checks beside the other findings`() throws {
    let remarks = try decoded().results[1].diagnostics
    #expect(remarks.map(\.rule) == ["LegacyKeyValueFormat", "builder-stage"])
    #expect(remarks[1].severity == "note" && remarks[1].line == 1)
  }

  @Test
  func `describes the image`() throws {
    let image = try #require(try decoded().results[0].image)
    #expect(image.User == "node" && image.Entrypoint == [] && image.Shell == nil)
    #expect(image.Healthcheck?.Interval == 30_000_000_000)
    #expect(image.inherits == ["Shell", "StopSignal"])
  }

  @Test
  func `keeps every key in its order`() {
    let text = String(decoding: JSONReporter().bytes(of: SampleReport.report(SampleReport.unreadable)), as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"schema":"stagecraft.report/1","tool":{"name":"stagecraft","version":"1.0.0"},"exercise":{"id":"react-node""#
          + #","title":"Convert to a multi-stage build","rubric_sha256":""#
      )
    )
    #expect(text.hasSuffix(#""checks":[],"diagnostics":[],"image":null}]}"# + "\n"))
    #expect(
      text.contains(#""sha256":null,"status":"unreadable","score":0,"max_score":100,"error":"permission"#)
    )
  }

  @Test
  func `writes a result on each line`() throws {
    let bytes = JSONLinesReporter().bytes(of: SampleReport.hostile)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == SampleReport.hostile.results.count)
    let names = try lines.map { try JSONDecoder().decode(Decoded.Result.self, from: Data($0)).submission }
    #expect(names == SampleReport.hostile.results.map(\.submission))
  }
}
