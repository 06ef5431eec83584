import GRDB

/// The tables, step by step as versions came. A step that was released is never changed.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: lessons, exercises, attempts, hints, place", migrate: first)
    migrator.registerMigration("2: answers", migrate: second)
    return migrator
  }

  /// Every answer is kept: the last one to a question counts.
  private static func second(_ database: Database) throws {
    try database.create(table: "answer") { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("lesson", .text).notNull()
      table.column("question", .text).notNull()
      table.column("at", .integer).notNull()
      table.column("answer", .text).notNull()
      table.column("isRight", .boolean).notNull()
    }
    try database.create(index: "answerByQuestion", on: "answer", columns: ["lesson", "question"])
  }

  private static func first(_ database: Database) throws {
    try database.create(table: "lesson") { table in
      table.primaryKey("id", .text)
      table.column("readAt", .integer).notNull()
    }
    try database.create(table: "exercise") { table in
      table.primaryKey("id", .text)
      table.column("folder", .text).notNull()
      table.column("startedAt", .integer).notNull()
      // Attempts up to this one were made before the exercise was begun anew.
      table.column("restartedAfter", .integer).notNull().defaults(to: 0)
    }
    try database.create(table: "attempt") { table in
      table.autoIncrementedPrimaryKey("id")
      table.column("exercise", .text).notNull().indexed()
      table.column("at", .integer).notNull()
      table.column("sha256", .text).notNull()
      table.column("score", .integer).notNull()
      table.column("maxScore", .integer).notNull()
      table.column("isPass", .boolean).notNull()
      table.column("isHonest", .boolean).notNull()
      table.column("file", .blob).notNull()
    }
    try database.create(table: "attemptCheck") { table in
      table.column("attempt", .integer).notNull().references("attempt", onDelete: .cascade)
      table.column("id", .text).notNull()
      table.column("status", .text).notNull()
      table.primaryKey(["attempt", "id"])
    }
    try database.create(table: "hint") { table in
      table.column("exercise", .text).notNull()
      table.column("check", .text).notNull()
      table.column("step", .integer).notNull()
      table.column("at", .integer).notNull()
      table.primaryKey(["exercise", "check"])
    }
    try database.create(table: "place") { table in
      table.primaryKey("id", .integer).check { $0 == 1 }
      table.column("lesson", .text)
      table.column("page", .integer).notNull().defaults(to: 0)
      table.column("exercise", .text)
    }
  }
}
