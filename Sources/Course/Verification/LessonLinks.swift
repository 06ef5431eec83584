import Diagnostics

/// Whether lessons and exercises agree on which belongs to which.
struct LessonLinks {
  let lessons: [Lesson]
  let catalog: CourseCatalog

  /// Lessons that are not written yet are told as notes; courses grow lesson by lesson.
  func problemsOfLessons() -> [CourseProblem] {
    lessons.flatMap { lesson in
      lesson.prerequisites.filter { !catalog.lessons.contains($0) }.map { note($0, path: path(of: lesson)) }
    }
  }

  func problems(of exercise: Exercise, in entry: CourseIndex.Exercise) -> [CourseProblem] {
    let path = "Exercises/\(entry.folder)/\(RubricFile.name)"
    guard catalog.lessons.contains(exercise.lesson) else { return [note(exercise.lesson, path: path)] }
    var problems: [CourseProblem] = []
    for lesson in lessons {
      let isListed = lesson.exercises.contains(exercise.id)
      if isListed, lesson.id != exercise.lesson {
        let problem = MeaningProblem.exerciseOfOtherLesson(exercise.id, lesson: exercise.lesson)
        problems.append(CourseProblem(.meaning(problem), path: self.path(of: lesson)))
      } else if !isListed, lesson.id == exercise.lesson {
        problems.append(CourseProblem(.meaning(.exerciseNotListed(exercise.id, lesson: lesson.id)), path: path))
      }
    }
    return problems
  }

  private func note(_ id: String, path: String) -> CourseProblem {
    CourseProblem(.meaning(.lessonNotWritten(id, nearest: NearestName.of(id, in: catalog.lessons))), path: path)
  }

  private func path(of lesson: Lesson) -> String {
    catalog.index.lessons.first { $0.id == lesson.id }?.path ?? "Lessons"
  }
}
