/// The formats of `stagecraft lint`, by the names that `--format` takes.
package enum LintFormat: String, Hashable, Sendable, CaseIterable {
  case text, json, jsonl, github

  package func bytes(of report: LintReport, _ options: TextOptions) -> [UInt8] {
    switch self {
    case .text: LintText(options).bytes(of: report)
    case .json: LintJSON().bytes(of: report)
    case .jsonl: report.files.flatMap { LintJSON().line(for: $0) }
    case .github: LintAnnotations().bytes(of: report)
    }
  }
}
