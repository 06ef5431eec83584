import Diagnostics
import DockerfileSyntax
import Linting

/// A Dockerfile with the place of what is expected marked as `⟦…⟧`.
struct MarkedFile {
  let text: String
  /// nil where nothing is marked.
  let range: SourceRange?

  init(_ marked: String) {
    let before = marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let inside = before.dropFirst().first?.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false) ?? []
    guard inside.count == 2 else {
      text = marked
      range = nil
      return
    }
    text = String(before[0] + inside[0] + inside[1])
    let start = before[0].utf8.count
    range = SourceRange(start..<start + inside[0].utf8.count)
  }

  func lint(_ options: LintOptions = LintOptions()) -> LintResult {
    Linter(options).lint(Document(parsing: Array(text.utf8)))
  }
}

/// The findings of a text as `RULE line-line message`.
func findings(_ text: String, _ options: LintOptions = LintOptions()) -> [String] {
  MarkedFile(text).lint(options).findings.map { finding in
    let (start, end) = (finding.startLine, finding.endLine)
    let lines = start == end ? "\(start)" : "\(start)-\(end)"
    return "\(finding.rule.name) \(lines) \(finding.message)"
  }
}

/// The same with the rules alone.
func rules(_ text: String, _ options: LintOptions = LintOptions()) -> [String] {
  MarkedFile(text).lint(options).findings.map(\.rule.name)
}

/// What Docker refuses a text for, as `line message`.
func refusal(_ text: String, _ options: LintOptions = LintOptions()) -> String? {
  MarkedFile(text).lint(options).error.map { "\($0.line) \($0.message)" }
}
