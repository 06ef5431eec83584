package import Course

extension Syllabus {
  /// The outlines of a course, read now; its lessons and exercises are read when they are opened.
  package init(_ catalog: CourseCatalog) throws(CourseError) {
    var lessons: [LessonOutline] = []
    for id in catalog.lessons { lessons.append(LessonOutline(try catalog.lesson(id))) }
    var exercises: [ExerciseOutline] = []
    for id in catalog.exercises {
      let rubric = try catalog.rubric(of: id)
      exercises.append(ExerciseOutline(id: id, title: rubric.title, lesson: rubric.lesson))
    }
    self.init(
      title: try catalog.heading().title,
      lessons: lessons,
      exercises: exercises,
      lessonParts: { try catalog.parts(of: catalog.lesson($0)) },
      exercise: { try catalog.exercise($0) }
    )
  }
}

extension Syllabus.LessonOutline {
  init(_ lesson: Lesson) {
    self.init(
      id: lesson.id,
      number: lesson.number,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.minutes,
      exercises: lesson.exercises
    )
  }
}
