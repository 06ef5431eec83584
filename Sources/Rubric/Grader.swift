package import BuildModel
package import Diagnostics
import DockerfileSyntax
import Linting

/// Judges submissions against one rubric. It keeps nothing of one for the next, so that many can be judged at once.
package struct Grader: Sendable {
  package let rubric: Rubric
  package let baseImages: BaseImageFacts
  package let packageManagers: PackageManagerFacts
  private let reader = SpareReader()

  package init(rubric: Rubric, baseImages: BaseImageFacts, packageManagers: PackageManagerFacts) {
    self.rubric = rubric
    self.baseImages = baseImages
    self.packageManagers = packageManagers
  }

  /// Grades one file.
  ///
  /// - Parameters:
  ///   - target: the stage to build, as `--target` names it; nil for the last one.
  ///   - buildArguments: as `--build-arg` gives them.
  ///   - ignoreFile: whether a `.dockerignore` stands beside the file.
  package func grade(
    _ source: SourceFile,
    target: String? = nil,
    buildArguments: [String: String] = [:],
    ignoreFile: IgnoreFile = .unknown
  ) -> SubmissionResult {
    let document = reader.read(source.bytes)
    if let reason = SizeLimit.exceeded(by: document) { return tooLarge(source, reason) }
    let options = BuildOptions(
      target: target,
      arguments: buildArguments,
      baseImages: baseImages,
      packageManagers: packageManagers
    )
    do throws(BuildError) {
      // Without options for them, Docker's build checks refuse nothing.
      if document.directives.contains(where: { $0.kind == .check }) { try Linter.refuse(document, options: options) }
      let image = try JudgedImage(of: document, options: options, ignoreFile: ignoreFile)
      return judged(image, source)
    } catch {
      return rejected(error, document, source)
    }
  }

  private func judged(_ image: JudgedImage, _ source: SourceFile) -> SubmissionResult {
    var inquiry = Inquiry(image)
    var checks: [CheckResult] = []
    checks.reserveCapacity(rubric.items.count)
    for index in rubric.items.indices { checks.append(result(of: rubric.items[index], &inquiry, after: checks)) }
    let score = checks.reduce(0) { $0 + $1.points }
    let isComplete = checks.allSatisfy { $0.severity != .required || $0.status == .passed }
    return SubmissionResult(
      submission: source.path,
      status: isComplete && score >= rubric.passMark ? .passed : .failed,
      score: score,
      maxScore: rubric.maxScore,
      checks: checks,
      image: image.image,
      imageSummary: image.summary,
      source: source
    )
  }

  private func result(of item: Rubric.Item, _ inquiry: inout Inquiry, after done: [CheckResult]) -> CheckResult {
    let hasPassed = { (id: String) in done.indices.contains { done[$0].status == .passed && done[$0].id == id } }
    if let needed = item.needs.first(where: { !hasPassed($0) }) {
      return result(of: item, .notJudged, .waiting(for: needed))
    }
    let verdict = inquiry.ask(item.question, after: hasPassed)
    let why = item.why ?? verdict.check?.check.rationale
    switch verdict.outcome {
    case .passed(let message, let notes, let values, _):
      return CheckResult(
        id: item.id,
        title: item.title,
        severity: item.severity,
        status: .passed,
        points: item.points,
        maxPoints: item.points,
        message: item.feedback.passed.words(message, values, verdict),
        lesson: item.lesson,
        notes: notes
      )
    case .failed(let finding):
      let message = item.feedback.failed.words(finding.message, finding.values, verdict)
      let points = item.isPartial ? finding.share?.points(of: item.points) ?? 0 : 0
      return result(of: item, .failed, finding, message: message, points: points, why: why)
    case .notJudged(let finding) where verdict.isWaiting:
      return result(of: item, .notJudged, finding)
    case .notJudged(let finding):
      let message = item.feedback.notJudged.words(finding.message, finding.values, verdict)
      return result(of: item, .notJudged, finding, message: message, why: why)
    }
  }

  private func result(
    of item: Rubric.Item,
    _ status: CheckResult.Status,
    _ finding: Finding,
    message: String? = nil,
    points: Int = 0,
    why: String? = nil
  ) -> CheckResult {
    CheckResult(
      id: item.id,
      title: item.title,
      severity: item.severity,
      status: status,
      reason: finding.reason,
      points: points,
      maxPoints: item.points,
      message: message ?? finding.message,
      range: finding.range,
      label: finding.label,
      why: why,
      fix: finding.fix,
      lesson: item.lesson
    )
  }

  private func tooLarge(_ source: SourceFile, _ reason: String) -> SubmissionResult {
    SubmissionResult(
      submission: source.path,
      sha256: SHA256.hexadecimal(of: source.bytes),
      status: .unreadable,
      score: 0,
      maxScore: rubric.maxScore,
      error: reason
    )
  }

  /// Docker would not build it: nothing is judged, and its own error comes first.
  private func rejected(_ error: BuildError, _ document: Document, _ source: SourceFile) -> SubmissionResult {
    let first = Diagnostic(
      .error,
      error.message,
      at: error.range,
      label: error.suggestion.map { "did you mean \($0)?" }
    )
    let others = document.problems.dropFirst().map { problem in
      Diagnostic(.error, problem.message, at: problem.range, label: problem.suggestion.map { "did you mean \($0)?" })
    }
    return SubmissionResult(
      submission: source.path,
      status: .rejected,
      score: 0,
      maxScore: rubric.maxScore,
      error: error.message,
      checks: rubric.items.map { item in
        CheckResult(
          id: item.id,
          title: item.title,
          severity: item.severity,
          status: .notJudged,
          reason: "Docker refuses the file",
          points: 0,
          maxPoints: item.points,
          message: "Docker refuses the file",
          range: error.range,
          lesson: item.lesson
        )
      },
      diagnostics: [first] + others,
      source: source
    )
  }
}

extension Feedback.Template? {
  /// The author's words with everything filled in; the check's own where the author has none.
  fileprivate func words(_ message: String, _ values: [String: String], _ verdict: Inquiry.Verdict) -> String {
    guard let self else { return message }
    return self.text { name in
      switch name {
      case "message": message
      case "stage": verdict.stage ?? "the final stage"
      default: values[name] ?? verdict.check?.arguments[name]?.text
      }
    }
  }
}
