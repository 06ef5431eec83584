package import Rubric

/// Something to keep for the next time.
package enum Memory: Hashable, Sendable {
  case lessonRead(String)
  case place(Place)
  case exerciseStarted(id: String, folder: String)
  case attempt(Attempt)
  case answered(Answer)
  /// `step` counts from 1.
  case hintUsed(exercise: String, check: String, step: Int)
  /// Hints of the exercise are unused again, and the next check is a first one; what was reached stays.
  case exerciseRestarted(String)
  case everythingForgotten
}

/// An answer to a question of a lesson.
package struct Answer: Hashable, Sendable {
  package var lesson: String
  package var question: String
  /// As it was typed.
  package var answer: String
  package var isRight: Bool

  package init(lesson: String, question: String, answer: String, isRight: Bool) {
    self.lesson = lesson
    self.question = question
    self.answer = answer
    self.isRight = isRight
  }
}

/// A check of a learner's file.
package struct Attempt: Hashable, Sendable {
  package var exercise: String
  package var sha256: String
  package var score: Int
  package var maxScore: Int
  package var isPass: Bool
  /// Not the file that the exercise starts with.
  package var isHonest: Bool
  package var statuses: [String: CheckResult.Status]
  package var file: [UInt8]

  package init(
    exercise: String,
    sha256: String,
    score: Int,
    maxScore: Int,
    isPass: Bool,
    isHonest: Bool,
    statuses: [String: CheckResult.Status],
    file: [UInt8]
  ) {
    self.exercise = exercise
    self.sha256 = sha256
    self.score = score
    self.maxScore = maxScore
    self.isPass = isPass
    self.isHonest = isHonest
    self.statuses = statuses
    self.file = file
  }
}

/// Keeps what a learner did from one run to the next.
package protocol LearnerStore: Sendable {
  func record() throws -> LearnerRecord

  /// - Parameter time: seconds since 1970.
  func remember(_ memory: Memory, at time: Int64) throws
}
