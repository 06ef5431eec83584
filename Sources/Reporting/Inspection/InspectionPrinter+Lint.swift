import Diagnostics
import DockerfileSyntax
import Linting

extension InspectionPrinter {
  /// Docker's own checks, sorted by line, rule and text.
  func writeLint(to writer: inout JSONWriter) {
    let result = Linter().lint(document)
    writer.object { writer in
      writer.key("error")
      if let error = result.error {
        writer.object { writer in
          writer.member("text", error.message)
          writer.member("line", error.line)
        }
      } else {
        writer.null()
      }
      writer.key("warnings")
      writer.array { writer in
        let findings = result.findings.count > 1 ? result.findings.sorted(by: Self.isBefore) : result.findings
        for finding in findings {
          writer.object { writer in
            writer.member("rule", finding.rule.name)
            writer.member("line", finding.startLine)
            writer.member("end", finding.endLine)
            writer.member("detail", finding.message)
          }
        }
      }
    }
  }

  private static func isBefore(_ left: LintFinding, _ right: LintFinding) -> Bool {
    if left.startLine != right.startLine { return left.startLine < right.startLine }
    if left.rule != right.rule { return left.rule.name < right.rule.name }
    return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
  }
}
