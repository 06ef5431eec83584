import Reporting
import Rubric
import Testing

struct CSVReporterTests {
  private func text(_ report: Report) -> String {
    String(decoding: CSVReporter().bytes(of: report), as: UTF8.self)
  }

  /// Records after RFC 4180, read letter by letter.
  private func records(_ text: String) -> [[String]] {
    var records: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        records[records.count - 1][records[records.count - 1].count - 1] += "\""
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: records[records.count - 1].append("")
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        records.append([""])
      default: records[records.count - 1][records[records.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    return records.dropLast()
  }

  @Test
  func `has a record for each result and as many fields in each`() {
    let records = records(text(SampleReport.hostile))
    #expect(records.count == SampleReport.hostile.results.count + 1)
    #expect(Set(records.map(\.count)).count == 1)
    #expect(
      records[0] == [
        "submission", "sha256", "status", "score", "max_score", "builder-stage", "healthcheck-probe",
        "production-dependencies", "non-root-user", "small-dependencies", "error", "reasons",
      ]
    )
    #expect(records[1].prefix(7).dropFirst(2) == ["passed", "95", "100", "passed", "failed"])
    #expect(records[4][5] == "" && records[4][2] == "unreadable")
  }

  @Test(arguments: [
    ("=cmd()", "'=cmd()"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "'\\u{D}x"),
    ("a=1", "a=1"),
    ("a,b", "a,b"), ("\"a\"", "\"a\""), ("a\nb", "a\nb"), ("\u{1B}[1m", "\\u{1B}[1m"), ("o'brien", "o'brien"), ("", ""),
  ])
  func `guards text against formulas`(name: String, field: String) {
    var result = SampleReport.passed
    result.submission = name
    #expect(records(text(SampleReport.report(result)))[1][0] == field)
  }

  @Test
  func `leaves numbers alone and ends lines as the standard says`() {
    var result = SampleReport.passed
    result.score = -5
    result.checks = []
    result.submission = "a,\"b\""
    let sha = String(repeating: "01", count: 32)
    #expect(
      text(SampleReport.report(result))
        == "submission,sha256,status,score,max_score,error,reasons\r\n\"a,\"\"b\"\"\",\(sha),passed,-5,100,,\r\n"
    )
  }
}
