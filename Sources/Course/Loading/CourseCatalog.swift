import Diagnostics

/// The way into a course: knows what there is by name, and reads a part when it is asked for.
///
/// Grading with one exercise reads that exercise's `exercise.yml` and nothing else.
package struct CourseCatalog: Sendable {
  let source: any CourseSource
  let checks: CheckNames
  let index: CourseIndex

  /// - Throws: `CourseError.unusable` when the source is no course, `.problems` when its folders cannot be read. Names
  ///   that do not fit are left to `CourseVerification`.
  package init(_ source: some CourseSource, checks: CheckNames) throws(CourseError) {
    self.source = source
    self.checks = checks
    index = try CourseIndex(source)
  }

  /// Ids in course order.
  package var exercises: [String] { index.exercises.map(\.id) }

  /// Ids in course order.
  package var lessons: [String] { index.lessons.map(\.id) }

  package func heading() throws(CourseError) -> CourseHeading {
    let path = "Lessons/\(CourseIndex.courseFile)"
    guard let bytes = try source.bytes(at: path) else { return .untitled }
    let reader = YAMLReader(path: path)
    var heading = CourseHeading.untitled
    reader.read(bytes, keys: ["format", "title", "version", "id", "strict"]) { fields in
      fields.checkFormat()
      heading.title = fields.text("title") ?? heading.title
      heading.version = fields.text("version") ?? heading.version
      heading.id = fields.optionalText("id")
      if let id = heading.id, !NumberedName.isSlug(id) { fields.report(.meaning(.question(.notAnID(id))), at: "id") }
      heading.isStrict = fields.flag("strict")
    }
    guard reader.problems.isEmpty else { throw .problems(reader.problems) }
    return heading
  }

  /// What grading needs of an exercise.
  package func rubric(of exercise: String) throws(CourseError) -> ExerciseRubric {
    try rubric(of: entry(of: exercise))
  }

  /// A lesson by its id or its number.
  package func lesson(_ name: String) throws(CourseError) -> Lesson {
    let number = Int(name)
    guard let entry = index.lessons.first(where: { $0.id == name || $0.number == number }) else {
      throw .unknownLesson(name, nearest: NearestName.of(name, in: lessons))
    }
    return try lesson(entry)
  }

  /// The text of a lesson and its questions, in their order.
  package func parts(of lesson: Lesson) throws(CourseError) -> [LessonPart] {
    let path = index.lessons.first { $0.id == lesson.id }?.path ?? "Lessons"
    return try LessonBody(path: path, firstLine: lesson.bodyLine).read(lesson.body)
  }

  /// Everything. Problems of all parts are told together.
  package func allLessons() throws(CourseError) -> [Lesson] {
    var problems = ProblemCollection()
    var lessons: [Lesson] = []
    for entry in index.lessons {
      if let lesson = try problems.collect(try lesson(entry)) { lessons.append(lesson) }
    }
    try problems.throwIfAny()
    return lessons
  }

  package func allExercises() throws(CourseError) -> [Exercise] {
    var problems = ProblemCollection()
    var exercises: [Exercise] = []
    for entry in index.exercises {
      let exercise = try problems.collect(try exercise(entry.id))
      if let exercise { exercises.append(exercise) }
    }
    try problems.throwIfAny()
    return exercises
  }

  /// The whole course at once.
  package func course(facts: CourseFacts) throws(CourseError) -> Course {
    let heading = try heading()
    return Course(
      title: heading.title,
      version: heading.version,
      lessons: try allLessons(),
      exercises: try allExercises(),
      baseImages: facts.baseImages,
      packageManagers: facts.packageManagers
    )
  }

  func entry(of exercise: String) throws(CourseError) -> CourseIndex.Exercise {
    if let entry = index.exercises.first(where: { $0.id == exercise }) { return entry }
    throw .unknownExercise(exercise, nearest: NearestName.of(exercise, in: exercises), known: exercises)
  }

  func rubric(of entry: CourseIndex.Exercise) throws(CourseError) -> ExerciseRubric {
    let path = "Exercises/\(entry.folder)/\(RubricFile.name)"
    let file = RubricFile(path: path, id: entry.id, checks: checks, lessons: index.lessons)
    return try file.read(try required(path), tree: source.tree(at: path))
  }

  func lesson(_ entry: CourseIndex.Lesson) throws(CourseError) -> Lesson {
    try LessonFile(entry: entry, exercises: exercises).read(try required(entry.path))
  }

  func required(_ path: String) throws(CourseError) -> [UInt8] {
    guard let bytes = try source.bytes(at: path) else {
      throw .problems([CourseProblem(.layout(.missing), path: path)])
    }
    return bytes
  }
}
