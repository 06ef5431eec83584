import Diagnostics

/// What can be wrong with the texts that learners read.
package enum TextProblem: Hashable, Sendable {
  /// Leads neither to the web nor to a file that the learner has.
  case deadLink(String)
  /// Code that would be folded, or a table whose words would be cut.
  case tooWide(needed: Int, room: Int, columns: Int)
  /// Told to authors, but no mistake: courses are written lesson by lesson.
  case lessonNotWritten(String, nearest: String?)
  case unknownExercise(String, nearest: String?)

  var message: String {
    switch self {
    case .deadLink(let target): "the link \(target.quoted) leads to nothing that a learner has"
    case .tooWide(let needed, let room, let columns):
      "\(needed) columns wide; at \(columns) columns there is room for \(room) here"
    case .lessonNotWritten(let id, let nearest): MeaningProblem.lessonNotWritten(id, nearest: nearest).message
    case .unknownExercise(let id, let nearest): MeaningProblem.unknownExercise(id, nearest: nearest).message
    }
  }
}
