import GRDB
import Rubric
import Session

extension LearnerRecord {
  /// What the tables say.
  init(reading database: Database) throws {
    self.init()
    lessonsRead = try String.fetchSet(database, sql: "SELECT id FROM lesson")
    for row in try Row.fetchAll(database, sql: "SELECT id, folder FROM exercise") {
      exercises[row["id"], default: ExerciseRecord()].folder = row["folder"]
    }
    try readAttempts(database)
    try readAnswers(database)
    for row in try Row.fetchAll(database, sql: "SELECT exercise, \"check\", step FROM hint") {
      exercises[row["exercise"], default: ExerciseRecord()].hints[row["check"]] = row["step"]
    }
    place = try Row.fetchOne(database, sql: "SELECT lesson, page, exercise FROM place").flatMap(Place.init)
  }

  private mutating func readAnswers(_ database: Database) throws {
    let latest = try Row.fetchAll(
      database,
      sql: "SELECT lesson, question, count(*) AS tries, max(id), isRight FROM answer GROUP BY lesson, question"
    )
    for row in latest {
      // With max() SQLite takes the other columns from the same row.
      answers[row["lesson"], default: [:]][row["question"]] = AnswerRecord(tries: row["tries"], isRight: row["isRight"])
    }
  }

  private mutating func readAttempts(_ database: Database) throws {
    let summaries = try Row.fetchAll(
      database,
      sql: """
        SELECT exercise, count(*) AS attempts, max(score) AS best, max(isPass) AS isSolved
        FROM attempt GROUP BY exercise
        """
    )
    for row in summaries {
      exercises[row["exercise"], default: ExerciseRecord()].attempts = row["attempts"]
      exercises[row["exercise"], default: ExerciseRecord()].bestScore = row["best"]
      exercises[row["exercise"], default: ExerciseRecord()].isSolved = row["isSolved"]
    }
    for row in try Row.fetchAll(database, sql: "SELECT DISTINCT exercise, sha256 FROM attempt WHERE isHonest") {
      exercises[row["exercise"]]?.honestAttempts.insert(row["sha256"])
    }
    let latest = try Row.fetchAll(
      database,
      sql: """
        SELECT attempt.id, attempt.exercise, sha256, score FROM attempt
        JOIN (SELECT exercise, max(id) AS id FROM attempt GROUP BY exercise) AS latest ON latest.id = attempt.id
        LEFT JOIN exercise ON exercise.id = attempt.exercise
        WHERE attempt.id > coalesce(exercise.restartedAfter, 0)
        """
    )
    for row in latest {
      let attempt = try lastAttempt(row, database)
      exercises[row["exercise"]]?.lastAttempt = attempt
    }
  }

  private func lastAttempt(_ row: Row, _ database: Database) throws -> ExerciseRecord.LastAttempt {
    let id: Int64 = row["id"]
    var statuses: [String: CheckResult.Status] = [:]
    let checks = try Row.fetchAll(
      database,
      sql: "SELECT id, status FROM attemptCheck WHERE attempt = ?",
      arguments: [id]
    )
    for check in checks { statuses[check["id"]] = CheckResult.Status(rawValue: check["status"]) }
    return ExerciseRecord.LastAttempt(sha256: row["sha256"], score: row["score"], statuses: statuses)
  }
}

extension Place {
  fileprivate init?(_ row: Row) {
    if let exercise: String = row["exercise"] {
      self = .exercise(id: exercise)
    } else if let lesson: String = row["lesson"] {
      self = .lesson(id: lesson, page: row["page"])
    } else {
      return nil
    }
  }
}
