import Diagnostics
import Rubric

extension SubmissionResult {
  /// Findings beside the checks, with the notes of the checks behind them under the names of their checks.
  var remarks: [Diagnostic] {
    diagnostics + checks.flatMap { check in check.notes.map { $0.speaking(for: check.id) } }
  }
}

extension Diagnostic {
  fileprivate func speaking(for rule: String) -> Diagnostic {
    var diagnostic = self
    diagnostic.rule = diagnostic.rule ?? rule
    return diagnostic
  }
}
