package import Diagnostics

/// Something that the author of a course has to mend, and where.
package struct CourseProblem: Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, by what it is wrong with.
  package enum Kind: Hashable, Sendable {
    /// A YAML file does not have the shape that its format asks for.
    case data(DataProblem)
    /// A file or folder is missing, misnamed or not expected.
    case layout(LayoutProblem)
    /// The rubric, the lesson or an outcome contradicts itself or the rest of the course.
    case meaning(MeaningProblem)
    /// Grading shows something else than the course says.
    case proof(ProofProblem)
    /// A lesson shows what is not so.
    case lesson(LessonProblem)
    /// A text does not fit its screen, or refers to what is not there.
    case text(TextProblem)
  }

  /// Below the root of the course.
  package var path: String
  /// nil where the whole file or folder is meant.
  package var position: SourcePosition?
  package var kind: Kind

  package init(_ kind: Kind, path: String, position: SourcePosition? = nil) {
    self.path = path
    self.position = position
    self.kind = kind
  }

  package var message: String {
    switch kind {
    case .data(let problem): problem.message
    case .layout(let problem): problem.message
    case .meaning(let problem): problem.message
    case .proof(let problem): problem.message
    case .lesson(let problem): problem.message
    case .text(let problem): problem.message
    }
  }

  /// Whether the course works nevertheless.
  package var isNote: Bool {
    switch kind {
    case .meaning(.lessonNotWritten), .text(.lessonNotWritten): true
    default: false
    }
  }

  /// Whether it is worth a note in courses that do not ask for full proof.
  var isGap: Bool {
    if case .proof(let problem) = kind { problem.isGap } else { false }
  }

  /// `Exercises/01-x/exercise.yml:4:13: unknown check …`.
  package var description: String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(Printable.line(path))\(place): \(message)"
  }
}

extension CourseProblem: Comparable {
  /// By file, then by place in it, then by what is said.
  package static func < (left: CourseProblem, right: CourseProblem) -> Bool {
    let start = SourcePosition(line: 0, column: 0)
    return (left.path, left.position ?? start, left.message) < (right.path, right.position ?? start, right.message)
  }
}
