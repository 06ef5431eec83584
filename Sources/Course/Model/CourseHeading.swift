/// How a course is called, from `Lessons/course.yml`.
package struct CourseHeading: Hashable, Sendable {
  package var title: String
  package var version: String
  /// Under which learners' progress is kept; nil where the course has none of its own.
  package var id: String?
  /// Whether missing proof of a rubric is a mistake and not just worth a note.
  package var isStrict: Bool

  package init(title: String, version: String, id: String? = nil, isStrict: Bool = false) {
    self.title = title
    self.version = version
    self.id = id
    self.isStrict = isStrict
  }

  /// For courses without that file.
  package static let untitled = CourseHeading(title: "Untitled course", version: "unversioned")
}
