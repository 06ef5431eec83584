import Diagnostics
import DockerfileSyntax
import Linting

extension InspectionPrinter {
  /// Docker's own checks, sorted by line, rule and text.
  func writeLint(_ linter: borrowing DocumentLinter, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("error")
      if let error = linter.error {
        writer.object { writer in
          writer.member("text", error.message)
          writer.member("line", error.line)
        }
      } else {
        writer.null()
      }
      writer.key("warnings")
      writer.array { writer in
        let findings = linter.findings
        // Mostly they are in that order already.
        let isSorted = findings.indices.dropFirst().allSatisfy { findings[$0 - 1].startLine < findings[$0].startLine }
        if isSorted {
          for finding in findings { Self.write(finding, linter.message(of: finding), to: &writer) }
        } else {
          let entries = findings.map { (finding: $0, message: linter.message(of: $0)) }.sorted(by: Self.isBefore)
          for entry in entries { Self.write(entry.finding, entry.message, to: &writer) }
        }
      }
    }
  }

  private typealias Entry = (finding: LintRecord, message: UnsafeBufferPointer<UInt8>)

  private static func write(
    _ finding: LintRecord,
    _ message: UnsafeBufferPointer<UInt8>,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("rule", finding.rule.name)
      writer.member("line", Int(finding.startLine))
      writer.member("end", Int(finding.endLine))
      writer.key("detail")
      writer.value(utf8: message)
    }
  }

  private static func isBefore(_ left: Entry, _ right: Entry) -> Bool {
    if left.finding.startLine != right.finding.startLine { return left.finding.startLine < right.finding.startLine }
    if left.finding.rule != right.finding.rule { return left.finding.rule.name < right.finding.rule.name }
    return left.message.lexicographicallyPrecedes(right.message)
  }
}
