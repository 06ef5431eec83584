import Diagnostics

/// Why a course, or a part of it, cannot be used.
package enum CourseError: Error, Sendable, CustomStringConvertible {
  /// There is no course at all at the place that was named.
  case unusable(path: String, reason: String)
  /// Its author made mistakes: never empty, in the order of files and lines.
  case problems([CourseProblem])
  case unknownExercise(String, nearest: String?, known: [String])
  case unknownLesson(String, nearest: String?)

  package var description: String {
    switch self {
    case .unusable(let path, let reason): "\(Printable.line(path)): \(reason)"
    case .problems(let problems): problems.map(\.description).joined(separator: "\n")
    case .unknownExercise(let id, let nearest, let known):
      "there is no exercise \(id.quoted)" + (nearest?.offered ?? "; there are \(known.listed)")
    case .unknownLesson(let id, let nearest): "there is no lesson \(id.quoted)" + (nearest?.offered ?? "")
    }
  }
}
