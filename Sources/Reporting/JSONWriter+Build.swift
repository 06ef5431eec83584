import Diagnostics
import Rubric

extension JSONWriter {
  /// What a real build said of a submission.
  mutating func value(_ build: BuildConfirmation) {
    object { writer in
      writer.member("engine", build.engine)
      writer.member("version", build.version)
      writer.member("verdict", build.verdict.rawValue)
      writer.member("reason", build.reason)
      writer.member("milliseconds", build.milliseconds)
      writer.member("bytes", build.bytes)
      writer.key("fields")
      writer.array { array in build.fields.forEach { array.value($0) } }
      writer.member("output", build.output)
    }
  }

  private mutating func value(_ field: BuildConfirmation.Field) {
    object { writer in
      writer.member("field", field.name)
      writer.member("status", field.status.rawValue)
      writer.member("expected", field.expected)
      writer.member("built", field.built)
      writer.member("reason", field.reason)
    }
  }
}
