package import Course
package import Rubric

/// What the session wants done; it does none of it itself.
package enum Effect: Sendable {
  case show([Block])
  /// A text to read: page by page where there is a screen.
  case read([Block])
  /// Briefly, or with every finding in full.
  case report(Report, everything: Bool)
  /// Puts an exercise's files into a folder, without touching what is there.
  ///
  /// Answered by `folderReady` or `folderFailed`.
  case createFolder(exercise: String, path: String, files: [ContentFile])
  /// Moves the learner's file aside and puts the starting one in its place; answered like `createFolder`.
  case restart(exercise: String, path: String, files: [ContentFile])
  /// Judges the Dockerfile in a folder; answered by `graded` or `unreadable`.
  case grade(exercise: Exercise, path: String, purpose: Purpose)
  case remember(Memory)
  /// What was asked for cannot be done.
  case refuse(Text, Refusal)
  case quit

  /// Whose doing it is.
  package enum Refusal: Hashable, Sendable {
    /// The command names something that is not there.
    case wrongUsage
    /// A file cannot be read or written.
    case inaccessible
  }

  /// What a judgement is wanted for.
  package enum Purpose: Hashable, Sendable {
    case check(everything: Bool)
    /// nil for the first check that needs one.
    case hint(check: String?)
    case image
  }
}

/// What came of an effect.
package enum Event: Sendable {
  /// Paths below the folder, in the exercise's order. `moved` is where the learner's own file stands after a restart.
  case folderReady(exercise: String, path: String, written: [String], kept: [String], moved: String?)
  case folderFailed(exercise: String, path: String, reason: String)
  case graded(exercise: Exercise, path: String, purpose: Effect.Purpose, bytes: [UInt8], report: Report)
  case unreadable(exercise: Exercise, path: String, purpose: Effect.Purpose, UnreadableFile)
}

/// Why a learner's file cannot be judged.
package enum UnreadableFile: Error, Hashable, Sendable {
  case missing
  /// A folder, pipe or device.
  case notAFile
  case tooLarge(limit: Int)
  /// In the words of the system.
  case failed(String)
}
