import Course
import Diagnostics
import Rubric

extension Session {
  /// `hint [EXERCISE] [CHECK]`.
  mutating func hint(_ words: [String]) -> [Effect] {
    var words = words
    var id: String?
    if let first = words.first, hasExercise(first) {
      id = first
      words.removeFirst()
    }
    guard let check = words.first else { return grade(for: .hint(check: nil), exercise: id) }
    return withExercise(id) { session, exercise in
      let checks = exercise.rubric.items.map(\.id)
      if words.count > 1 { return [.refuse(Messages.superfluous(.hint, words[1]), .wrongUsage)] }
      guard checks.contains(check) else {
        return [.refuse(Messages.noCheck(check, likelyName(for: check, among: checks), exercise.id), .wrongUsage)]
      }
      return session.grade(for: .hint(check: check), exercise: exercise.id)
    }
  }

  /// The next step of the ladder for one check, or for the first one that fails.
  mutating func hint(for exercise: Exercise, check: String?, result: SubmissionResult) -> [Effect] {
    if result.status == .rejected {
      return [.show(Messages.hintForRejected(result.error ?? result.diagnostics.first?.message))]
    }
    if let check {
      let isPassed = result.checks.contains { $0.id == check && $0.status == .passed }
      return isPassed ? [.show([.text(Messages.hintNotNeeded(check))])] : giveHint(exercise, check)
    }
    let failing = result.checks.filter { $0.status == .failed }
    let needed = failing.first { $0.severity == .required } ?? failing.first
    guard let needed = needed ?? result.checks.first(where: { $0.status == .notJudged }) else {
      return [.show([.text(Messages.noHintNeeded)])]
    }
    return giveHint(exercise, needed.id)
  }

  private mutating func giveHint(_ exercise: Exercise, _ check: String) -> [Effect] {
    let steps = exercise.hints.first { $0.check == check }?.steps ?? []
    guard !steps.isEmpty else { return [.show([.text(Messages.noHint(check, exercise.rubric))])] }
    let used = record.exercises[exercise.id]?.hints[check] ?? 0
    let step = min(used, steps.count - 1)
    var effects: [Effect] = []
    if used < steps.count { effects.append(remember(.hintUsed(exercise: exercise.id, check: check, step: step + 1))) }
    let again = surroundings.isShell ? "stagecraft hint \(exercise.id)" : "hint"
    return effects + [.show(Messages.hint(check, steps[step], step: step + 1, of: steps.count, again: again))]
  }
}
