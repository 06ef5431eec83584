import Diagnostics
import Rubric

extension JSONWriter {
  /// One result of `stagecraft.report/1`.
  mutating func value(_ result: SubmissionResult) {
    let places = ResultPlaces(result)
    object { writer in
      writer.member("submission", result.submission)
      writer.member("sha256", result.sha256)
      writer.member("status", result.status.rawValue)
      writer.member("score", result.score)
      writer.member("max_score", result.maxScore)
      writer.member("error", result.error)
      writer.key("checks")
      writer.array { array in result.checks.forEach { array.value($0, at: places[$0.range]) } }
      writer.key("diagnostics")
      writer.array { array in result.remarks.forEach { array.value($0, at: places[$0.range]) } }
      writer.key("image")
      writer.valueWithOrigin(result.image)
      if let build = result.build {
        writer.key("build")
        writer.value(build)
      }
    }
  }

  private mutating func value(_ check: CheckResult, at place: ResultPlaces.Place?) {
    object { writer in
      writer.member("id", check.id)
      writer.member("title", check.title)
      writer.member("severity", check.severity.rawValue)
      writer.member("status", check.status.rawValue)
      writer.member("reason", check.reason)
      writer.member("points", check.points)
      writer.member("max_points", check.maxPoints)
      writer.member("message", check.message)
      writer.members(of: place)
      writer.member("fix", check.fix)
      writer.member("lesson", check.lesson?.id)
    }
  }

  private mutating func value(_ diagnostic: Diagnostic, at place: ResultPlaces.Place?) {
    object { writer in
      writer.member("severity", diagnostic.severity.rawValue)
      writer.member("rule", diagnostic.rule)
      writer.member("message", diagnostic.message)
      writer.members(of: place)
      writer.member("fix", diagnostic.fix)
    }
  }

  mutating func members(of place: ResultPlaces.Place?) {
    member("line", place?.line)
    member("column", place?.column)
    member("end_line", place?.endLine)
    member("end_column", place?.endColumn)
  }
}
