/// What one line of a rubric asks: a check, or several put together.
///
/// The three outcomes go together as in Kleene's logic: passed is true, failed is false, not judged is unknown.
package indirect enum Question: Sendable {
  case check(AskedCheck)
  /// Passes when all do; fails when one does.
  case all([Part])
  /// Passes when one does; fails when all do.
  case any([Question])
  /// Passes when the other fails.
  case not(Question)

  package struct Part: Sendable {
    package var question: Question
    /// What it earns of the item's points; nil where it counts as much as any other.
    package var points: Int?

    package init(_ question: Question, points: Int? = nil) {
      self.question = question
      self.points = points
    }
  }

  /// The check, where it asks one alone.
  package var check: AskedCheck? {
    if case .check(let asked) = self { return asked }
    return nil
  }

  /// Every check in it, in the order of asking.
  package var checks: [AskedCheck] {
    switch self {
    case .check(let asked): [asked]
    case .all(let parts): parts.flatMap(\.question.checks)
    case .any(let questions): questions.flatMap(\.checks)
    case .not(let question): question.checks
    }
  }

  /// Whether a failure can be a partial one.
  package var countsParts: Bool {
    switch self {
    case .check(let asked): asked.check.countsParts
    case .all: true
    case .any, .not: false
    }
  }
}
