/// A lesson, from `Lessons/NN-slug.md`.
package struct Lesson: Sendable {
  package var id: String
  package var number: Int
  package var title: String
  package var summary: String
  package var minutes: Int
  /// Ids of the lessons that it builds on.
  package var prerequisites: [String]
  /// Ids of the lesson's exercises.
  package var exercises: [String]
  /// Markdown without the front matter.
  package var body: String
  /// The line of the file at which that begins, from 1.
  package var bodyLine: Int

  package init(
    id: String,
    number: Int,
    title: String,
    summary: String,
    minutes: Int,
    prerequisites: [String] = [],
    exercises: [String],
    body: String,
    bodyLine: Int = 1
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.summary = summary
    self.minutes = minutes
    self.prerequisites = prerequisites
    self.exercises = exercises
    self.body = body
    self.bodyLine = bodyLine
  }
}

/// What a lesson consists of, in its order.
package enum LessonPart: Hashable, Sendable {
  case markdown(String)
  case question(QuizQuestion)
}
