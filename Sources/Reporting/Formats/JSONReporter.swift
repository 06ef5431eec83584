import Diagnostics
package import Rubric

/// The whole report as one object, `stagecraft.report/1`: keys in a fixed order, absent positions null.
package struct JSONReporter: Reporter {
  package init() {}

  package func bytes(of report: Report) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "stagecraft.report/1")
      writer.key("tool")
      writer.object {
        $0.member("name", report.tool.name)
        $0.member("version", report.tool.version)
      }
      writer.key("exercise")
      writer.object {
        $0.member("id", report.exercise.id)
        $0.member("title", report.exercise.title)
        $0.member("rubric_sha256", report.exercise.rubricSHA256)
        $0.member("pass_mark", report.exercise.passMark)
        $0.member("max_score", report.exercise.maxScore)
      }
      writer.key("results")
      writer.array { array in report.results.forEach { array.value($0) } }
    }
    writer.endLine()
    return writer.bytes
  }
}
