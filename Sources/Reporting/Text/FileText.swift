import Diagnostics
import Rubric

/// What one submission got, on one screen however bad it is.
struct FileText {
  private static let mostRemarks = 3
  private static let mostProblems = 8

  let result: SubmissionResult
  let exercise: Report.ExerciseSummary
  let options: TextOptions

  init(_ result: SubmissionResult, exercise: Report.ExerciseSummary, options: TextOptions) {
    self.result = result
    self.exercise = exercise
    self.options = options
  }

  func lines() -> [String] {
    switch result.status {
    case .passed: heading("passed", .passed) + graded()
    case .failed: heading("not passed", .failed) + graded()
    case .rejected: heading("refused by Docker", .failed) + refused()
    case .unreadable:
      options.heading([exercise.id, exercise.title, result.submission], verdict: "unreadable", role: .failed)
        + [""] + (result.error.map { options.wrapped("error: " + $0, indent: 2) } ?? [])
    }
  }

  private func heading(_ words: String, _ role: Style.Role) -> [String] {
    let verdict = "\(words), \(result.score) of \(result.maxScore)"
    return options.heading([exercise.id, exercise.title, result.submission], verdict: verdict, role: role) + [""]
  }

  private func graded() -> [String] {
    let table = CheckTable(result.checks, options: options).lines()
    let tail = remarks() + image() + build() + [""] + wayOn()
    let findings = FindingText(result, options: options)
    return table + findings.lines(room: options.height - 3 - table.count - tail.count) + tail
  }

  private func refused() -> [String] {
    let errors = result.diagnostics.filter { $0.severity == .error }
    let first = errors.first ?? Diagnostic(.error, result.error ?? "Docker refuses the file", at: nil)
    let renderer = renderer()
    var lines = renderer.lines(for: first)
    if options.showsAll {
      lines += errors.dropFirst().flatMap { [""] + renderer.lines(for: $0) }
    } else if errors.count > 1 {
      lines += ["", "Further down:"]
      lines += errors.dropFirst().prefix(Self.mostProblems).map { "  " + line($0, room: options.width - 2) }
      let more = errors.count - 1 - Self.mostProblems
      if more > 0 { lines.append("  and \(more) more, which --all shows") }
    }
    return lines + [""] + options.wrapped("The checks are judged once Docker accepts the file.")
  }

  private func renderer() -> CaretRenderer {
    let source = result.source ?? SourceFile(path: result.submission, bytes: [])
    return CaretRenderer(source, style: options.style, width: options.width)
  }

  /// `line 12: what is wrong`.
  private func line(_ diagnostic: Diagnostic, room: Int) -> String {
    let place = ResultPlaces(result)[diagnostic.range].map { "line \($0.line): " } ?? ""
    return options.cut(place + Printable.line(diagnostic.message), to: room)
  }

  /// Notes and warnings that cost nothing.
  private func remarks() -> [String] {
    let remarks = result.remarks
    guard !remarks.isEmpty else { return [] }
    if options.showsAll {
      let renderer = renderer()
      return remarks.flatMap { [""] + renderer.lines(for: $0) }
    }
    let shown = remarks.prefix(Self.mostRemarks).map { remark in
      let word = remark.severity.rawValue + ":"
      let text = line(remark, room: options.width - word.utf8.count - 1)
      return options.style.apply(role(remark.severity), word) + " " + text
    }
    let more = remarks.count - shown.count
    return [""] + shown + (more > 0 ? ["and \(more) more, which --all shows"] : [])
  }

  private func role(_ severity: Diagnostic.Severity) -> Style.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func image() -> [String] {
    guard !result.imageSummary.isEmpty else { return [] }
    return [""] + result.imageSummary.flatMap { options.wrapped(plainly($0), indent: 2) }
  }

  private func build() -> [String] {
    result.build.map { [""] + BuildText($0, options: options).lines() } ?? []
  }

  /// The grader separates with dots whatever the style.
  private func plainly(_ text: String) -> String {
    options.style.hasSymbols ? text : String(text.map { $0 == "·" ? "-" : $0 })
  }

  private func wayOn() -> [String] {
    guard result.status == .passed else {
      return options.wrapped(need() + " `\(options.command) hint \(exercise.id)` gives a nudge.")
    }
    return switch result.build?.verdict {
    case .contradicted, .failed, .timedOut: options.wrapped("The mark stands, but the build does not bear it out.")
    case .confirmed, .unconfirmed, .notBuilt, nil: praise()
    }
  }

  private func need() -> String {
    let missing = result.checks.filter { $0.severity == .required && $0.status != .passed }.count
    switch missing {
    case 0:
      let points = exercise.passMark - result.score
      return points == 1 ? "One more point is needed to pass." : "\(points) more points are needed to pass."
    case 1: return "One more thing is needed to pass."
    default: return "\(missing) more things are needed to pass."
    }
  }

  /// One line about something that was done well: what earns praise, otherwise what was worth most.
  private func praise() -> [String] {
    let passed = result.checks.filter { $0.status == .passed }
    let best = passed.filter { $0.severity == .praise }.first ?? passed.max { $0.points < $1.points }
    let text = best.map { "Well done: \($0.message)" } ?? "Well done"
    return options.wrapped(text.hasSuffix(".") ? text : text + ".").map { options.style.apply(.passed, $0) }
  }
}
