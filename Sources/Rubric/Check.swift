package import BuildModel
package import Diagnostics

/// A question about the image that a target yields. Its examples are its documentation and its tests at once.
package struct Check: Sendable {
  package let id: String
  package let title: String
  /// Why it matters, in a sentence for learners.
  package let rationale: String
  /// Checks that must pass before this one says anything.
  package let needs: [String]
  /// Dockerfiles that pass.
  package let good: [String]
  /// Dockerfiles that fail; `⟦…⟧` marks the bytes that the finding points at.
  package let bad: [String]
  package let judge: @Sendable (JudgedImage) -> Outcome

  package init(
    id: String,
    title: String,
    rationale: String,
    needs: [String] = [],
    good: [String],
    bad: [String],
    judge: @escaping @Sendable (JudgedImage) -> Outcome
  ) {
    self.id = id
    self.title = title
    self.rationale = rationale
    self.needs = needs
    self.good = good
    self.bad = bad
    self.judge = judge
  }
}

/// What a check says.
package enum Outcome: Sendable {
  /// What is good about it, in a line, and remarks that cost nothing.
  case passed(String, notes: [Diagnostic] = [])
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

  package init(_ reason: String, _ message: String, at range: SourceRange?, label: String? = nil, fix: String? = nil) {
    self.reason = reason
    self.message = message
    self.range = range
    self.label = label
    self.fix = fix
  }
}
