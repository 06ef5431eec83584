package import BuildModel

/// A course: its lessons and exercises in order, and the facts that its grading rests on.
package struct Course: Sendable {
  package var title: String
  package var version: String
  package var lessons: [Lesson]
  package var exercises: [Exercise]
  package var baseImages: BaseImageFacts
  package var packageManagers: PackageManagerFacts

  package init(
    title: String,
    version: String,
    lessons: [Lesson],
    exercises: [Exercise],
    baseImages: BaseImageFacts,
    packageManagers: PackageManagerFacts
  ) {
    self.title = title
    self.version = version
    self.lessons = lessons
    self.exercises = exercises
    self.baseImages = baseImages
    self.packageManagers = packageManagers
  }
}
