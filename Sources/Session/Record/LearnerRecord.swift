package import Rubric

/// What is known about a learner.
package struct LearnerRecord: Hashable, Sendable {
  package var lessonsRead: Set<String> = []
  package var exercises: [String: ExerciseRecord] = [:]
  /// By lesson, then by question.
  package var answers: [String: [String: AnswerRecord]] = [:]
  package var place: Place?

  package init() {}

  /// Whether there is nothing in it.
  package var isEmpty: Bool { lessonsRead.isEmpty && exercises.isEmpty && answers.isEmpty && place == nil }
}

/// What a learner did with one exercise.
package struct ExerciseRecord: Hashable, Sendable {
  /// The absolute path of its folder; nil when it was never started.
  package var folder: String?
  package var attempts = 0
  /// Files that were checked and are not the starting one, by their digest.
  package var honestAttempts: Set<String> = []
  package var bestScore = 0
  package var isSolved = false
  package var lastAttempt: LastAttempt?
  /// How many hints were given, by check.
  package var hints: [String: Int] = [:]

  package struct LastAttempt: Hashable, Sendable {
    package var sha256: String
    package var score: Int
    package var statuses: [String: CheckResult.Status]

    package init(sha256: String, score: Int, statuses: [String: CheckResult.Status]) {
      self.sha256 = sha256
      self.score = score
      self.statuses = statuses
    }
  }

  package init() {}
}

/// What a learner answered to one question.
package struct AnswerRecord: Hashable, Sendable {
  package var tries = 0
  /// Of the last answer.
  package var isRight = false

  package init(tries: Int = 0, isRight: Bool = false) {
    self.tries = tries
    self.isRight = isRight
  }
}

/// Where a learner is.
package enum Place: Hashable, Sendable {
  /// Pages count from 0.
  case lesson(id: String, page: Int)
  case exercise(id: String)
}
