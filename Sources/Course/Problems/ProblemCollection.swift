/// Collects the problems of several parts of a course, so that its author sees all of them at once.
struct ProblemCollection {
  private(set) var problems: [CourseProblem] = []

  /// The part, or nil after noting its problems; other errors pass through.
  mutating func collect<Part>(_ part: @autoclosure () throws(CourseError) -> Part) throws(CourseError) -> Part? {
    do {
      return try part()
    } catch {
      guard case .problems(let found) = error else { throw error }
      problems += found
      return nil
    }
  }

  mutating func add(_ found: [CourseProblem]) {
    problems += found
  }

  func throwIfAny() throws(CourseError) {
    if !problems.isEmpty { throw .problems(problems) }
  }
}
