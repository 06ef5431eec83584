import Diagnostics
import Rubric

/// What went wrong, the worst first: in full as long as there is room, the rest in a line.
struct FindingText {
  private let result: SubmissionResult
  private let options: TextOptions

  init(_ result: SubmissionResult, options: TextOptions) {
    self.result = result
    self.options = options
  }

  func lines(room: Int) -> [String] {
    let findings = findings()
    guard !findings.isEmpty else { return [] }
    let source = result.source ?? SourceFile(path: result.submission, bytes: [])
    let renderer = CaretRenderer(source, style: options.style, width: options.width)
    var lines: [String] = []
    for (index, check) in findings.enumerated() {
      let block = [""] + renderer.lines(for: diagnostic(check), read: read(check))
      let rest = index + 1 < findings.count ? 2 : 0
      if index > 0, !options.showsAll, lines.count + block.count + rest > room {
        return lines + [""] + more(findings[index...])
      }
      lines += block
    }
    return lines
  }

  /// Failed checks and those that cannot be judged but say what to write; the weightiest first.
  private func findings() -> [CheckResult] {
    let found = result.checks.filter { $0.status == .failed || $0.status == .notJudged && $0.fix != nil }
    return found.enumerated().sorted { left, right in
      let (one, other) = (weight(left.element), weight(right.element))
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  private func weight(_ check: CheckResult) -> (Int, Int, Int) {
    let severity =
      switch check.severity {
      case .required: 2
      case .recommended: 1
      case .praise: 0
      }
    return (severity, check.status == .failed ? 1 : 0, check.maxPoints - check.points)
  }

  private func diagnostic(_ check: CheckResult) -> Diagnostic {
    let severity: Diagnostic.Severity =
      switch (check.status, check.severity) {
      case (_, .praise): .note
      case (.failed, .required): .error
      default: .warning
      }
    return Diagnostic(
      severity,
      rule: check.id,
      check.message,
      at: result.source == nil ? nil : check.range,
      label: check.label,
      why: check.why,
      fix: check.fix
    )
  }

  private func read(_ check: CheckResult) -> String? {
    check.lesson.map { "\(options.command) lesson \($0.number)" }
  }

  private func more(_ findings: ArraySlice<CheckResult>) -> [String] {
    let places = ResultPlaces(result)
    let names = findings.map { check in
      check.id + (places[check.range].map { " at line \($0.line)" } ?? "")
    }
    let text = "\(findings.count) more: \(names.joined(separator: ", ")). `--all` shows every detail."
    return options.wrapped(text, indent: 2)
  }
}
