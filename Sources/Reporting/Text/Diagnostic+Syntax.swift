package import Diagnostics
package import DockerfileSyntax

extension Diagnostic {
  /// What Docker says of a file's syntax, with its hint beside the carets.
  package init(_ severity: Severity, _ problem: SyntaxProblem) {
    let hint = problem.suggestion.map { "did you mean \($0)?" }
    let suffix = hint.map { " (\($0))" } ?? ""
    let isHinted = !suffix.isEmpty && problem.message.hasSuffix(suffix)
    let message = isHinted ? String(problem.message.dropLast(suffix.count)) : problem.message
    self.init(severity, message, at: problem.range, label: hint.map(Printable.line))
  }
}
