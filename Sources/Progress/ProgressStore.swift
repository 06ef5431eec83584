import Foundation
import GRDB
package import Session

/// What a learner did, in an SQLite file. Two programs may have it open at once, and a kill in mid-write loses nothing.
package struct ProgressStore: LearnerStore {
  package enum OpeningError: Error, Equatable {
    /// A later version of this program wrote it.
    case newer
    case damaged(String)
    /// The folder or file cannot be used, in the words of the system.
    case inaccessible(String)
  }

  let database: any DatabaseWriter

  /// Opens the file and brings it up to date; makes it, and its folder, when there is none.
  package init(path: String) throws(OpeningError) {
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
      )
    } catch {
      throw .inaccessible(Self.words(error))
    }
    do {
      let pool = try DatabasePool(path: path, configuration: Self.configuration)
      // What was told to be kept is on the disk, even when the machine stops in the next moment.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try self.init(database: pool)
    } catch let error as OpeningError {
      throw error
    } catch let error as DatabaseError {
      throw Self.opening(error)
    } catch {
      throw .inaccessible(Self.words(error))
    }
  }

  private init(database: any DatabaseWriter) throws {
    let migrator = Schema.migrator
    // Looked at before anything is written: what a newer version made is not ours to change.
    if try database.read(migrator.hasBeenSuperseded) { throw OpeningError.newer }
    do {
      try migrator.migrate(database)
    } catch {
      // Another course may have made the tables in the same moment; what it left is then complete.
      guard try database.read(migrator.hasCompletedMigrations) else { throw error }
    }
    // Read once, so that damage is found now and not in the middle of an exercise.
    _ = try database.read { try LearnerRecord(reading: $0) }
    self.database = database
  }

  /// Remembers for as long as the program runs.
  package static func inMemory() throws -> ProgressStore {
    try ProgressStore(database: DatabaseQueue(configuration: configuration))
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    return configuration
  }

  private static func opening(_ error: DatabaseError) -> OpeningError {
    switch error.resultCode {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_CONSTRAINT:
      .damaged(error.message ?? error.resultCode.description)
    default: .inaccessible(error.message ?? error.resultCode.description)
    }
  }

  private static func words(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }

  package func record() throws -> LearnerRecord {
    try database.read { try LearnerRecord(reading: $0) }
  }

  package func remember(_ memory: Memory, at time: Int64) throws {
    try database.write { try memory.write(to: $0, at: time) }
  }

  /// Gives the file back; whatever is asked afterwards fails.
  package func close() throws {
    try database.close()
  }

  /// How the file is written.
  package struct Settings: Hashable, Sendable {
    package var synchronous: Int
    /// In milliseconds.
    package var busyTimeout: Int

    package init(synchronous: Int, busyTimeout: Int) {
      self.synchronous = synchronous
      self.busyTimeout = busyTimeout
    }
  }

  package func settings() throws -> Settings {
    try database.write { database in
      Settings(
        synchronous: try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? -1,
        busyTimeout: try Int.fetchOne(database, sql: "PRAGMA busy_timeout") ?? -1
      )
    }
  }
}
