package import Course

/// What a session needs of a course. Outlines are at hand; a whole lesson or exercise is fetched when it is wanted.
package struct Syllabus: Sendable {
  package struct LessonOutline: Hashable, Sendable {
    package var id: String
    package var number: Int
    package var title: String
    package var summary: String
    package var minutes: Int
    package var exercises: [String]

    package init(id: String, number: Int, title: String, summary: String, minutes: Int, exercises: [String]) {
      self.id = id
      self.number = number
      self.title = title
      self.summary = summary
      self.minutes = minutes
      self.exercises = exercises
    }
  }

  package struct ExerciseOutline: Hashable, Sendable {
    package var id: String
    package var title: String
    /// The id of its lesson.
    package var lesson: String

    package init(id: String, title: String, lesson: String) {
      self.id = id
      self.title = title
      self.lesson = lesson
    }
  }

  package var title: String
  package var lessons: [LessonOutline]
  package var exercises: [ExerciseOutline]
  /// The text of a lesson that is in `lessons`, and its questions.
  package var lessonParts: @Sendable (_ id: String) throws -> [LessonPart]
  /// An exercise that is in `exercises`.
  package var exercise: @Sendable (_ id: String) throws -> Exercise

  package init(
    title: String,
    lessons: [LessonOutline],
    exercises: [ExerciseOutline],
    lessonParts: @escaping @Sendable (_ id: String) throws -> [LessonPart],
    exercise: @escaping @Sendable (_ id: String) throws -> Exercise
  ) {
    self.title = title
    self.lessons = lessons
    self.exercises = exercises
    self.lessonParts = lessonParts
    self.exercise = exercise
  }

  package func lesson(_ id: String) -> LessonOutline? { lessons.first { $0.id == id } }

  package func outline(ofExercise id: String) -> ExerciseOutline? { exercises.first { $0.id == id } }
}
