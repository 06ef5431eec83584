extension LearnerRecord {
  /// The record after something was remembered; a store read again later says the same.
  package mutating func apply(_ memory: Memory) {
    switch memory {
    case .lessonRead(let id): lessonsRead.insert(id)
    case .place(let place): self.place = place
    case .exerciseStarted(let id, let folder): exercises[id, default: ExerciseRecord()].folder = folder
    case .attempt(let attempt): exercises[attempt.exercise, default: ExerciseRecord()].add(attempt)
    case .answered(let answer):
      let tries = answers[answer.lesson]?[answer.question]?.tries ?? 0
      let known = AnswerRecord(tries: tries + 1, isRight: answer.isRight)
      answers[answer.lesson, default: [:]][answer.question] = known
    case .hintUsed(let exercise, let check, let step):
      let used = exercises[exercise]?.hints[check] ?? 0
      exercises[exercise, default: ExerciseRecord()].hints[check] = max(used, step)
    case .exerciseRestarted(let id):
      exercises[id]?.hints = [:]
      exercises[id]?.lastAttempt = nil
    case .everythingForgotten: self = LearnerRecord()
    }
  }
}

extension ExerciseRecord {
  package mutating func add(_ attempt: Attempt) {
    attempts += 1
    if attempt.isHonest { honestAttempts.insert(attempt.sha256) }
    bestScore = max(bestScore, attempt.score)
    isSolved = isSolved || attempt.isPass
    lastAttempt = LastAttempt(sha256: attempt.sha256, score: attempt.score, statuses: attempt.statuses)
  }
}
