package import BuildModel

/// A question about the image that a target yields. Its examples are its documentation and its tests at once.
package struct Check: Sendable {
  package typealias Judge = @Sendable (JudgedImage) -> Outcome

  /// What a check is asked of.
  package enum Subject: Hashable, Sendable {
    /// The image of a stage: of the one that is graded, or of another that the rubric names.
    case image
    /// The file as a whole.
    case file
  }

  package let id: String
  package let title: String
  /// Why it matters, in a sentence for learners.
  package let rationale: String
  package let subject: Subject
  /// Checks that must pass before this one says anything.
  package let needs: [String]
  package let parameters: [ParameterDeclaration]
  /// The names under which it says more about what it found, for feedback.
  package let publishes: [String]
  /// A failure says how many of several things are right.
  package let countsParts: Bool
  /// Dockerfiles that pass.
  package let good: [CheckExample]
  /// Dockerfiles that fail; `⟦…⟧` marks the bytes that the finding points at.
  package let bad: [CheckExample]
  private let binding: @Sendable (Arguments) throws(ArgumentProblems) -> Judge

  /// A check without parameters.
  package init(
    id: String,
    title: String,
    rationale: String,
    subject: Subject = .image,
    needs: [String] = [],
    publishes: [String] = [],
    countsParts: Bool = false,
    good: [CheckExample],
    bad: [CheckExample],
    judge: @escaping Judge
  ) {
    self.id = id
    self.title = title
    self.rationale = rationale
    self.subject = subject
    self.needs = needs
    self.publishes = publishes
    self.countsParts = countsParts
    self.good = good
    self.bad = bad
    parameters = []
    binding = { (_: Arguments) throws(ArgumentProblems) in judge }
  }

  /// A check with parameters. Its values are known when the rubric is read, so that judging only compares.
  package init<First, each Other>(
    id: String,
    title: String,
    rationale: String,
    subject: Subject = .image,
    needs: [String] = [],
    parameters first: Parameter<First>,
    _ others: repeat Parameter<each Other>,
    publishes: [String] = [],
    countsParts: Bool = false,
    good: [CheckExample],
    bad: [CheckExample],
    asking judge: @escaping @Sendable (First, repeat each Other) throws(ArgumentProblems) -> Judge
  ) {
    self.id = id
    self.title = title
    self.rationale = rationale
    self.subject = subject
    self.needs = needs
    self.publishes = publishes
    self.countsParts = countsParts
    self.good = good
    self.bad = bad
    var declarations = [first.declaration]
    for other in repeat each others { declarations.append(other.declaration) }
    parameters = declarations
    binding = { (arguments: Arguments) throws(ArgumentProblems) in
      try judge(first.value(in: arguments), repeat (each others).value(in: arguments))
    }
  }

  /// The question with its values.
  ///
  /// - Throws: everything that is wrong with them.
  package func asked(
    with written: [String: WrittenValue] = [:],
    of stage: StageSelector = .final,
    after needs: [String] = []
  ) throws(ArgumentProblems) -> AskedCheck {
    let arguments = try Arguments(written, for: parameters)
    return AskedCheck(
      check: self,
      arguments: arguments,
      stage: stage,
      needs: needs,
      judge: try binding(arguments)
    )
  }

  /// What feedback on it may fill in beside what it is given.
  package var placeholders: [String] { parameters.map(\.name) + publishes + Feedback.everywhere }
}

/// A check with the values that a rubric gives it. An object, for every verdict names the one that it comes from.
package final class AskedCheck: Sendable {
  package let check: Check
  package let arguments: Arguments
  package let stage: StageSelector
  /// Items of the rubric that must have passed before.
  package let needs: [String]
  package let judge: Check.Judge

  fileprivate init(
    check: Check,
    arguments: Arguments,
    stage: StageSelector,
    needs: [String],
    judge: @escaping Check.Judge
  ) {
    self.check = check
    self.arguments = arguments
    self.stage = stage
    self.needs = needs
    self.judge = judge
  }
}
