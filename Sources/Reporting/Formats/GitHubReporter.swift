import Diagnostics
package import Rubric

/// Workflow commands of GitHub Actions: annotations at the lines of the submissions, the rest as plain lines.
///
/// No text of a submission stands where the runner looks for commands: in an annotation it is escaped, elsewhere the
/// lines are between `stop-commands` and a token that cannot be guessed.
package struct GitHubReporter: Reporter {
  package init() {}

  package func bytes(of report: Report) -> [UInt8] {
    let (shown, hidden) = Annotation.divided(report.results.flatMap(annotations))
    var commands = shown.map(\.command)
    commands.append(Annotation(level: .notice, title: report.exercise.title, message: verdict(report)).command)
    let lines = commands + Annotation.quoted(hidden.map(\.plainLine) + facts(report))
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func verdict(_ report: Report) -> String {
    if let result = report.results.first, report.results.count == 1 {
      return "\(words(result.status)), \(result.score) of \(result.maxScore)"
    }
    let passed = report.results.count { $0.status == .passed }
    return "\(passed) of \(report.results.count) submissions passed"
  }

  private func words(_ status: SubmissionResult.Status) -> String {
    switch status {
    case .passed: "passed"
    case .failed: "not passed"
    case .rejected: "refused by Docker"
    case .unreadable: "unreadable"
    }
  }

  /// Who judged by what, and which bytes.
  private func facts(_ report: Report) -> [String] {
    let files = report.results.map { result in
      "\(words(result.status)), \(result.score) of \(result.maxScore): \(result.submission) "
        + (result.sha256.map { "(SHA-256 \($0))" } ?? "(not read)")
    }
    return [
      "graded by \(report.tool.name) \(report.tool.version)",
      "rubric \(report.exercise.id), \(report.exercise.title) (SHA-256 \(report.exercise.rubricSHA256))",
    ] + files
  }

  private func annotations(_ result: SubmissionResult) -> [Annotation] {
    let file = result.source?.path ?? result.submission
    let places = ResultPlaces(result)
    switch result.status {
    case .passed, .failed:
      return result.checks.compactMap { annotation($0, file: file, place: places[$0.range]) }
        + build(result, file: file)
    case .rejected: return refusals(result, file: file, places: places)
    case .unreadable:
      let message = result.error ?? "the file could not be read"
      return [Annotation(level: .error, title: "unreadable", message: message, file: file)]
    }
  }

  /// A real build that does not bear the checks out; one that could not be made is none of the submission's faults.
  private func build(_ result: SubmissionResult, file: String) -> [Annotation] {
    guard let build = result.build else { return [] }
    let level: Annotation.Level
    switch build.verdict {
    case .confirmed, .notBuilt: return []
    case .contradicted, .failed, .timedOut: level = .error
    case .unconfirmed: level = .warning
    }
    let message = ([build.reason ?? ""] + build.output).joined(separator: "\n")
    let title = "\(BuildText.words(build.verdict)) by \(build.engine) \(build.version)"
    return [Annotation(level: level, title: title, message: message, file: file)]
  }

  private func annotation(_ check: CheckResult, file: String, place: ResultPlaces.Place?) -> Annotation? {
    Self.level(check).map {
      Annotation(
        level: $0,
        title: "\(check.id): \(check.title)",
        message: Self.message(check.message, check.why, check.fix),
        file: file,
        place: place
      )
    }
  }

  /// What Docker refuses the file for, and what is wrong further down.
  private func refusals(_ result: SubmissionResult, file: String, places: ResultPlaces) -> [Annotation] {
    let title = "refused by Docker"
    let errors = result.diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else {
      return [Annotation(level: .error, title: title, message: result.error ?? title, file: file)]
    }
    return errors.map {
      Annotation(
        level: .error,
        title: title,
        message: Self.message($0.message, $0.why, $0.fix),
        file: file,
        place: places[$0.range]
      )
    }
  }

  /// nil for what needs no attention: passed checks, and those that only wait for another one.
  private static func level(_ check: CheckResult) -> Annotation.Level? {
    switch check.status {
    case .passed: nil
    case .failed: check.severity == .required ? .error : .warning
    case .notJudged: check.fix == nil ? nil : .warning
    }
  }

  private static func message(_ message: String, _ why: String?, _ fix: String?) -> String {
    [message, why.map { "Why: " + $0 }, fix.map { "Fix: " + $0 }].compactMap(\.self).joined(separator: "\n")
  }
}
