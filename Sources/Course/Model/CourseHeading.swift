/// How a course is called, from `Lessons/course.yml`.
package struct CourseHeading: Hashable, Sendable {
  package var title: String
  package var version: String

  package init(title: String, version: String) {
    self.title = title
    self.version = version
  }

  /// For courses without that file.
  package static let untitled = CourseHeading(title: "Untitled course", version: "unversioned")
}
