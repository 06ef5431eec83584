package import Diagnostics

/// What a check says.
package enum Outcome: Sendable {
  /// What is good about it, in a line, and remarks that cost nothing. `values` fill feedback, the range is where it can
  /// be seen.
  case passed(String, notes: [Diagnostic] = [], values: [String: String] = [:], at: SourceRange? = nil)
  case failed(Finding)
  /// Something cannot be known.
  case notJudged(Finding)
}

/// Why a check failed or could not be judged.
package struct Finding: Sendable {
  /// The same few words for all who got it wrong in this way.
  package var reason: String
  package var message: String
  package var range: SourceRange?
  package var label: String?
  package var fix: String?
  /// What the check publishes, by name.
  package var values: [String: String] = [:]
  /// How many of several things are right; nil where there is only one.
  package var share: Share?

  package init(
    _ reason: String,
    _ message: String,
    at range: SourceRange?,
    label: String? = nil,
    fix: String? = nil,
    values: [String: String] = [:],
    share: Share? = nil
  ) {
    self.reason = reason
    self.message = message
    self.range = range
    self.label = label
    self.fix = fix
    self.values = values
    self.share = share
  }
}

/// So many of so many, for partial points.
package struct Share: Hashable, Sendable {
  package var met: Int
  package var all: Int

  package init(_ met: Int, of all: Int) {
    self.met = met
    self.all = all
  }

  /// The points that it earns: whole ones, rounded down.
  package func points(of points: Int) -> Int { all > 0 ? points * max(0, min(met, all)) / all : 0 }
}
