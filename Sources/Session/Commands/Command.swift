/// What a learner asks for.
package enum Command: Hashable, Sendable {
  /// Enter alone: the next page, step or lesson.
  case goOn
  case lessons
  /// By id or number; nil for the current one.
  case lesson(String?)
  case next
  case back
  /// Shows the brief and puts the files into a folder. The words are an id, a folder or both.
  case exercise([String])
  case brief
  /// Judges the learner's file; `everything` repeats what was told before.
  case check(everything: Bool)
  /// The words are a check, an exercise or both.
  case hint([String])
  case image
  case solution
  /// The questions of a lesson, by id or number; nil for the current one.
  case quiz(String?)
  case answer(String)
  /// Questions that were missed.
  case review
  case progress
  case reset(Reset)
  case help(String?)
  /// `?`: what can be done at this place.
  case whatNow
  case quit
  /// A word that is no command.
  case unknown(String)
  /// A command with a word too many.
  case superfluous(CommandName, String)

  package enum Reset: Hashable, Sendable {
    /// The exercise begins anew.
    case exercise
    /// All that is remembered is to be forgotten; asks first.
    case progress(confirmed: Bool)
  }
}
