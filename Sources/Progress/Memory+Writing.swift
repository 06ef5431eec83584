import Foundation
import GRDB
import Rubric
import Session

extension Memory {
  /// Writes it down, within the transaction that is open.
  func write(to database: Database, at time: Int64) throws {
    switch self {
    case .lessonRead(let id):
      try database.execute(sql: "INSERT OR IGNORE INTO lesson (id, readAt) VALUES (?, ?)", arguments: [id, time])
    case .place(let place): try write(place, to: database)
    case .exerciseStarted(let id, let folder):
      try database.execute(
        sql: """
          INSERT INTO exercise (id, folder, startedAt) VALUES (?, ?, ?)
          ON CONFLICT (id) DO UPDATE SET folder = excluded.folder
          """,
        arguments: [id, folder, time]
      )
    case .attempt(let attempt): try write(attempt, to: database, at: time)
    case .answered(let answer):
      try database.execute(
        sql: "INSERT INTO answer (lesson, question, at, answer, isRight) VALUES (?, ?, ?, ?, ?)",
        arguments: [answer.lesson, answer.question, time, answer.answer, answer.isRight]
      )
    case .hintUsed(let exercise, let check, let step):
      // Another program may have gone further down the ladder.
      try database.execute(
        sql: """
          INSERT INTO hint (exercise, "check", step, at) VALUES (?, ?, ?, ?)
          ON CONFLICT (exercise, "check") DO UPDATE SET step = max(step, excluded.step), at = excluded.at
          """,
        arguments: [exercise, check, step, time]
      )
    case .exerciseRestarted(let id):
      try database.execute(sql: "DELETE FROM hint WHERE exercise = ?", arguments: [id])
      try database.execute(
        sql: """
          UPDATE exercise SET restartedAfter = (SELECT coalesce(max(id), 0) FROM attempt) WHERE id = ?
          """,
        arguments: [id]
      )
    case .everythingForgotten:
      for table in ["lesson", "answer", "attemptCheck", "attempt", "hint", "exercise", "place"] {
        try database.execute(sql: "DELETE FROM \(table)")
      }
    }
  }

  private func write(_ place: Place, to database: Database) throws {
    let columns: (lesson: String?, page: Int, exercise: String?)
    switch place {
    case .lesson(let id, let page): columns = (id, page, nil)
    case .exercise(let id): columns = (nil, 0, id)
    }
    try database.execute(
      sql: "INSERT OR REPLACE INTO place (id, lesson, page, exercise) VALUES (1, ?, ?, ?)",
      arguments: [columns.lesson, columns.page, columns.exercise]
    )
  }

  private func write(_ attempt: Attempt, to database: Database, at time: Int64) throws {
    try database.execute(
      sql: """
        INSERT INTO attempt (exercise, at, sha256, score, maxScore, isPass, isHonest, file)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        attempt.exercise, time, attempt.sha256, attempt.score, attempt.maxScore, attempt.isPass, attempt.isHonest,
        Data(attempt.file),
      ]
    )
    let id = database.lastInsertedRowID
    for (check, status) in attempt.statuses.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "INSERT INTO attemptCheck (attempt, id, status) VALUES (?, ?, ?)",
        arguments: [id, check, status.rawValue]
      )
    }
  }
}
