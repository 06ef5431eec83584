/// What an exercise asks for: checks with their points, as read from its `exercise.yml`.
package struct Rubric: Sendable {
  package var passMark: Int
  package var items: [Item]

  package init(passMark: Int, items: [Item]) {
    self.passMark = passMark
    self.items = items
  }

  /// The sum of all points.
  package var maxScore: Int { items.reduce(0) { $0 + $1.points } }

  /// One line of the rubric.
  package struct Item: Sendable {
    /// As reports name it; unique in the rubric.
    package var id: String
    package var title: String
    /// Why it matters; nil leaves it to the check that speaks.
    package var why: String?
    package var question: Question
    package var points: Int
    package var severity: CheckResult.Severity
    package var lesson: CheckResult.Lesson?
    /// Items before it that must have passed; otherwise it is not judged.
    package var needs: [String]
    /// A failure earns points for what is right.
    package var isPartial: Bool
    package var feedback: Feedback

    package init(
      id: String,
      title: String,
      why: String? = nil,
      question: Question,
      points: Int,
      severity: CheckResult.Severity,
      lesson: CheckResult.Lesson?,
      needs: [String] = [],
      isPartial: Bool = false,
      feedback: Feedback = Feedback()
    ) {
      self.id = id
      self.title = title
      self.why = why
      self.question = question
      self.points = points
      self.severity = severity
      self.lesson = lesson
      self.needs = needs
      self.isPartial = isPartial
      self.feedback = feedback
    }

    /// A check that is asked under its own name.
    package init(
      check asked: AskedCheck,
      points: Int,
      severity: CheckResult.Severity,
      lesson: CheckResult.Lesson? = nil
    ) {
      self.init(
        id: asked.check.id,
        title: asked.check.title,
        question: .check(asked),
        points: points,
        severity: severity,
        lesson: lesson
      )
    }

    /// Why it matters, for who asks before anything is judged.
    package var rationale: String? { why ?? question.check?.check.rationale }
  }
}
