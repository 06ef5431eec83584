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
    package var check: Check
    package var points: Int
    package var severity: CheckResult.Severity
    package var lesson: CheckResult.Lesson?

    package init(check: Check, points: Int, severity: CheckResult.Severity, lesson: CheckResult.Lesson?) {
      self.check = check
      self.points = points
      self.severity = severity
      self.lesson = lesson
    }
  }
}
