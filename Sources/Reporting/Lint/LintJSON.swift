import Diagnostics
import Linting
import Rubric

/// The findings as JSON: one object of all files, or one a line for each.
package struct LintJSON: Sendable {
  package init() {}

  /// `stagecraft.lint/1`.
  package func bytes(of report: LintReport) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "stagecraft.lint/1")
      writer.key("tool")
      writer.object {
        $0.member("name", report.tool.name)
        $0.member("version", report.tool.version)
      }
      let rules = LintRule.allCases.filter { $0.requirement == .registry }
      writer.member("not_judged", rules.map(\.name))
      writer.key("files")
      writer.array { array in report.files.forEach { Self.write($0, to: &array) } }
    }
    writer.endLine()
    return writer.bytes
  }

  package func line(for file: LintedFile) -> [UInt8] {
    var writer = JSONWriter()
    Self.write(file, to: &writer)
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ file: LintedFile, to writer: inout JSONWriter) {
    let places = file.source.map { ResultPlaces($0) }
    writer.object { writer in
      writer.member("file", file.name)
      writer.member("status", file.status.rawValue)
      writer.member("error", file.error)
      writer.key("refusals")
      writer.array { array in file.refusals.forEach { write($0, at: places?[$0.range], to: &array) } }
      writer.key("findings")
      writer.array { array in file.findings.forEach { write($0, at: places?[$0.range], to: &array) } }
      writer.key("notes")
      writer.array { array in file.notes.forEach { write($0, at: places?[$0.range], to: &array) } }
    }
  }

  private static func write(_ remark: LintedFile.Remark, at place: ResultPlaces.Place?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("message", remark.message)
      writer.members(of: place)
      writer.member("suggestion", remark.suggestion)
    }
  }

  private static func write(_ finding: LintFinding, at place: ResultPlaces.Place?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rule", finding.rule.name)
      writer.member("message", finding.message)
      writer.members(of: place)
      writer.member("suggestion", finding.suggestion)
      writer.member("url", finding.rule.requirement == .registry ? nil : finding.rule.documentation)
    }
  }
}
