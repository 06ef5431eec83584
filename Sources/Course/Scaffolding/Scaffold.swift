import Diagnostics

/// The files that a new part of a course begins with: a small, complete example that `author check` finds nothing
/// wrong with, and comments that say what to change.
package struct Scaffold: Sendable {
  /// Why a new part cannot be made.
  package enum Refusal: Error, Equatable, CustomStringConvertible {
    case notAnID(String)
    case taken(id: String, path: String)
    case numberTaken(Int, path: String)
    case numberOutOfRange(Int)

    package var description: String {
      switch self {
      case .notAnID(let name):
        "\(name.quoted) is no name: lower-case letters and digits in words that single hyphens join, as `my-exercise`"
      case .taken(let id, let path): "there is \(id.quoted) already: \(Printable.line(path))"
      case .numberTaken(let number, let path): "the number \(number) is taken by \(Printable.line(path))"
      case .numberOutOfRange(let number): "\(number) is no number of a folder: 0 to 9999 are possible"
      }
    }
  }

  /// By path below the root of the course.
  package let files: [ContentFile]
  /// What is left to the author beside the comments, one sentence each.
  package let remarks: [String]

  private static let numbers = 0...9999

  /// An exercise and its solution.
  ///
  /// - Parameters:
  ///   - number: nil for the one behind the last exercise.
  ///   - lesson: its lesson's id; nil for one of the exercise's own name.
  package init(
    exercise id: String,
    number: Int? = nil,
    lesson: String? = nil,
    in catalog: CourseCatalog
  ) throws(Refusal) {
    let taken = catalog.index.exercises.map { Place(id: $0.id, number: $0.number, path: "Exercises/\($0.folder)") }
    let name = try Self.name(id, number, among: taken)
    let lesson = lesson ?? id
    guard NumberedName.isSlug(lesson) else { throw .notAnID(lesson) }
    files = ExerciseTemplate(id: id, lesson: lesson).files(folder: name)
    if let entry = catalog.index.lessons.first(where: { $0.id == lesson }) {
      remarks = ["Add `\(id)` to the list `exercises` of \(entry.path)."]
    } else {
      remarks = ["The lesson `\(lesson)` is not written yet: `stagecraft author new \(lesson) --lesson` begins it."]
    }
  }

  /// A lesson. It lists the exercises that say that they belong to it.
  package init(lesson id: String, number: Int? = nil, in catalog: CourseCatalog) throws(Refusal) {
    let taken = catalog.index.lessons.map { Place(id: $0.id, number: $0.number, path: $0.path) }
    let name = try Self.name(id, number, among: taken)
    let exercises = catalog.exercises.filter { exercise in
      // One that cannot be read belongs to no lesson yet.
      do throws(CourseError) {
        return try catalog.rubric(of: exercise).lesson == id
      } catch {
        return false
      }
    }
    files = [LessonTemplate(id: id, exercises: exercises).file(name: name)]
    remarks = []
  }

  /// A course with one lesson and one exercise.
  package init(course title: String) {
    let id = "first-exercise"
    let lesson = "first-lesson"
    let course = "format: 1\ntitle: \(Self.quoted(title))\nversion: \"1\"\n"
    files =
      [ContentFile(path: "Lessons/\(CourseIndex.courseFile)", bytes: Array(course.utf8))]
      + [LessonTemplate(id: lesson, exercises: [id]).file(name: "01-\(lesson)")]
      + ExerciseTemplate(id: id, lesson: lesson).files(folder: "01-\(id)")
    remarks = []
  }

  private struct Place {
    var id: String
    var number: Int
    var path: String
  }

  /// `NN-slug`.
  private static func name(_ id: String, _ number: Int?, among taken: [Place]) throws(Refusal) -> String {
    guard NumberedName.isSlug(id) else { throw .notAnID(id) }
    if let other = taken.first(where: { $0.id == id }) { throw .taken(id: id, path: other.path) }
    let number = number ?? (taken.map(\.number).max() ?? 0) + 1
    guard numbers.contains(number) else { throw .numberOutOfRange(number) }
    if let other = taken.first(where: { $0.number == number }) { throw .numberTaken(number, path: other.path) }
    return (number < 10 ? "0" : "") + "\(number)-\(id)"
  }

  /// A text of YAML, whatever is in it.
  private static func quoted(_ text: String) -> String {
    "\"" + Printable.line(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
