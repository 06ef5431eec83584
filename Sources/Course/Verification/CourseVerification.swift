package import Diagnostics
package import Rubric

/// Everything that can be found out about a course without a learner: whether its files say what they may say, and
/// whether grading agrees with them.
package struct CourseVerification: Sendable {
  /// Grades one Dockerfile with the rubric of an exercise.
  package typealias Grading = (SourceFile, Exercise) -> SubmissionResult

  /// What the author has to mend, by file and line.
  package private(set) var errors: [CourseProblem] = []
  /// What the author may want to know.
  package private(set) var notes: [CourseProblem] = []
  package let exercises: Int
  package let lessons: Int

  /// - Parameters:
  ///   - facts: what the questions of lessons are proven by.
  ///   - survey: reads the texts; without one they are not looked into.
  /// - Throws: `CourseError.unusable` when there is no course to verify.
  package init(
    of catalog: CourseCatalog,
    facts: CourseFacts,
    survey: MarkdownSurvey.Surveyor? = nil,
    grading: @escaping Grading
  ) throws(CourseError) {
    exercises = catalog.index.exercises.count
    lessons = catalog.index.lessons.count
    var found = ProblemCollection()
    found.add(catalog.index.problems)
    let heading = try found.collect(try catalog.heading())
    let texts = survey.map { TextProof(catalog: catalog, survey: $0) }
    var loadedLessons: [Lesson] = []
    for entry in catalog.index.lessons {
      guard let lesson = try found.collect(try catalog.lesson(entry)) else { continue }
      loadedLessons.append(lesson)
      if let texts { found.add(texts.problems(in: lesson, path: entry.path)) }
      guard let parts = try found.collect(try catalog.parts(of: lesson)) else { continue }
      found.add(LessonProof(lesson: lesson, parts: parts, path: entry.path, facts: facts).problems())
    }
    let links = LessonLinks(lessons: loadedLessons, catalog: catalog)
    found.add(links.problemsOfLessons())
    for entry in catalog.index.exercises {
      found.add(try StrayFiles(source: catalog.source).problems(of: entry))
      guard let exercise = try found.collect(try catalog.exercise(entry.id)) else { continue }
      found.add(links.problems(of: exercise, in: entry))
      found.add(ExerciseProof(exercise: exercise, folder: entry.folder, grading: grading).problems())
      if let texts { found.add(texts.problems(in: exercise, folder: entry.folder)) }
    }
    let isStrict = heading?.isStrict ?? false
    for problem in Set(found.problems).sorted() {
      if problem.isNote || problem.isGap && !isStrict { notes.append(problem) } else { errors.append(problem) }
    }
  }

  /// `3 exercises, 1 lesson: ok`.
  package var summary: String {
    "\(Self.count(exercises, "exercise")), \(Self.count(lessons, "lesson")): "
      + (errors.isEmpty ? "ok" : Self.count(errors.count, "error"))
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
