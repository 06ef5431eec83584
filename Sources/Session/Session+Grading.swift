import Course
import Diagnostics
import Rubric

/// A judged file of a learner.
struct Graded {
  let exercise: Exercise
  let path: String
  let bytes: [UInt8]
  let report: Report

  var result: SubmissionResult? { report.results.first }

  /// Whether it is the file that the exercise starts with.
  var isStart: Bool { exercise.files.contains { $0.path == "Dockerfile" && $0.bytes == bytes } }
}

extension Session {
  /// Asks for a judgement of the learner's file.
  mutating func grade(for purpose: Effect.Purpose, exercise id: String? = nil) -> [Effect] {
    withExercise(id) { session, exercise in
      var effects: [Effect] = []
      if session.place != .exercise(id: exercise.id) { effects.append(session.go(to: .exercise(id: exercise.id))) }
      return effects + [.grade(exercise: exercise, path: session.folder(of: exercise.id), purpose: purpose)]
    }
  }

  mutating func graded(_ graded: Graded, _ purpose: Effect.Purpose) -> [Effect] {
    guard let result = graded.result else { return [] }
    switch purpose {
    case .check(let everything): return checked(graded, result, everything: everything)
    case .hint(let check): return hint(for: graded.exercise, check: check, result: result)
    case .image:
      if result.status == .rejected { return [.report(graded.report, everything: false)] }
      return [.show(Messages.image(shownFile(graded.path), result.imageSummary))]
    }
  }

  /// The Dockerfile in a folder, as people here would write it.
  package func shownFile(_ folder: String) -> String {
    let shown = surroundings.shown(folder)
    return shown == "." ? "Dockerfile" : shown + "/Dockerfile"
  }

  /// A check: the whole report the first time, afterwards what changed.
  private mutating func checked(_ graded: Graded, _ result: SubmissionResult, everything: Bool) -> [Effect] {
    let id = graded.exercise.id
    let before = record.exercises[id]
    let sha256 = SHA256.hexadecimal(of: graded.bytes)
    var effects: [Effect] = []
    let isSameFile = before?.lastAttempt?.sha256 == sha256
    if !isSameFile {
      effects.append(remember(.attempt(attempt(graded, result, sha256: sha256))))
    }
    let last = everything || result.status == .rejected ? nil : before?.lastAttempt
    if let last {
      let change = CheckChange(last: last, result: result, isSameFile: isSameFile)
      effects.append(.show(Messages.changes(change)))
    } else {
      effects.append(.report(graded.report, everything: everything))
    }
    return effects + [.show([.blank, .text(nextStep(graded, result, before, isReport: last == nil))])]
  }

  private func attempt(_ graded: Graded, _ result: SubmissionResult, sha256: String) -> Attempt {
    Attempt(
      exercise: graded.exercise.id,
      sha256: sha256,
      score: result.score,
      maxScore: result.maxScore,
      isPass: result.status == .passed,
      isHonest: !graded.isStart,
      statuses: Dictionary(result.checks.map { ($0.id, $0.status) }) { first, _ in first },
      file: graded.bytes
    )
  }

  private func nextStep(
    _ graded: Graded,
    _ result: SubmissionResult,
    _ before: ExerciseRecord?,
    isReport: Bool
  ) -> Text {
    if result.status == .passed { return Messages.afterPass(isFirst: before?.isSolved != true) }
    if isReport { return Messages.afterReport(isStart: graded.isStart) }
    let known = record.exercises[graded.exercise.id] ?? ExerciseRecord()
    let isOpen = known.isSolved || known.honestAttempts.count >= attemptsBeforeSolution
    return Messages.afterFail(isSolutionOpen: isOpen)
  }

  func unreadable(
    _ exercise: Exercise,
    _ path: String,
    _ purpose: Effect.Purpose,
    _ reason: UnreadableFile
  ) -> [Effect] {
    let isStarted = record.exercises[exercise.id]?.folder != nil
    return [.refuse(Messages.unreadable(reason, shownFile(path), isStarted: isStarted), .inaccessible)]
  }
}

/// What differs between the last check and this one.
struct CheckChange {
  let changed: [(check: CheckResult, before: CheckResult.Status)]
  let result: SubmissionResult
  let scoreBefore: Int
  let isSameFile: Bool
  private let lines: LineTable?

  init(last: ExerciseRecord.LastAttempt, result: SubmissionResult, isSameFile: Bool) {
    self.result = result
    self.isSameFile = isSameFile
    scoreBefore = last.score
    lines = result.source.map { LineTable($0) }
    changed = result.checks.compactMap { check in
      // A check that was not asked before counts as not judged.
      let before = last.statuses[check.id] ?? .notJudged
      return before == check.status ? nil : (check, before)
    }
  }

  /// What still costs points or the pass: failed, and not among the changes.
  var stillFailing: [CheckResult] {
    failingAsBefore.filter { $0.severity == .required || $0.maxPoints > 0 }
  }

  /// What failed before too and costs nothing.
  var worthALook: [CheckResult] {
    failingAsBefore.filter { $0.severity != .required && $0.maxPoints == 0 }
  }

  private var failingAsBefore: [CheckResult] {
    result.checks.filter { check in
      check.status == .failed && !changed.contains { $0.check.id == check.id }
    }
  }

  /// The line that a check points at.
  func line(of check: CheckResult) -> Int? {
    guard let range = check.range, let lines else { return nil }
    return lines.position(at: Int(range.lower)).line
  }
}
