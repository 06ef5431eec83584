/// What there is in a course, by the names of files and folders alone.
struct CourseIndex: Sendable {
  struct Lesson: Hashable, Sendable {
    var id: String
    var number: Int
    var path: String
  }

  struct Exercise: Hashable, Sendable {
    var id: String
    var number: Int
    /// `NN-slug`, in `Exercises` and in `Solutions`.
    var folder: String
  }

  static let courseFile = "course.yml"

  private(set) var lessons: [Lesson] = []
  private(set) var exercises: [Exercise] = []
  /// Names that do not fit.
  private(set) var problems: [CourseProblem] = []

  init(_ source: some CourseSource) throws(CourseError) {
    for entry in try source.entries(of: "Lessons") ?? [] where entry.name != Self.courseFile {
      addLesson(entry)
    }
    for entry in try source.entries(of: "Exercises") ?? [] {
      addExercise(entry)
    }
    lessons.sort { ($0.number, $0.id) < ($1.number, $1.id) }
    exercises.sort { ($0.number, $0.id) < ($1.number, $1.id) }
    reportTwins(lessons.map { ($0.number, $0.id, $0.path) })
    reportTwins(exercises.map { ($0.number, $0.id, "Exercises/\($0.folder)") })
    pair(with: try source.entries(of: "Solutions") ?? [])
  }

  private mutating func addLesson(_ entry: CourseEntry) {
    let path = "Lessons/\(entry.name)"
    let suffix = ".md"
    if entry.kind == .file, entry.name.hasSuffix(suffix), let name = NumberedName(entry.name.dropLast(suffix.count)) {
      lessons.append(Lesson(id: name.id, number: name.number, path: path))
    } else {
      report(entry.kind == .file ? .misnamed(expected: "NN-slug.md") : .stray, path)
    }
  }

  private mutating func addExercise(_ entry: CourseEntry) {
    let path = "Exercises/\(entry.name)"
    if entry.kind == .folder, let name = NumberedName(entry.name[...]) {
      exercises.append(Exercise(id: name.id, number: name.number, folder: entry.name))
    } else {
      report(entry.kind == .folder ? .misnamed(expected: "NN-slug") : .stray, path)
    }
  }

  private mutating func reportTwins(_ items: [(number: Int, id: String, path: String)]) {
    var byNumber: [Int: String] = [:]
    var byID: [String: String] = [:]
    for item in items {
      if let other = byNumber.updateValue(item.path, forKey: item.number) { report(.sameNumber(as: other), item.path) }
      if let other = byID.updateValue(item.path, forKey: item.id) { report(.sameID(as: other), item.path) }
    }
  }

  private mutating func pair(with solutions: [CourseEntry]) {
    let solved = Set(solutions.filter { $0.kind == .folder }.map(\.name))
    for exercise in exercises where !solved.contains(exercise.folder) {
      report(.unpaired(missing: "Solutions/\(exercise.folder)"), "Exercises/\(exercise.folder)")
    }
    let asked = Set(exercises.map(\.folder))
    for entry in solutions where entry.kind != .folder || !asked.contains(entry.name) {
      let problem: LayoutProblem = entry.kind == .folder ? .unpaired(missing: "Exercises/\(entry.name)") : .stray
      report(problem, "Solutions/\(entry.name)")
    }
  }

  private mutating func report(_ problem: LayoutProblem, _ path: String) {
    problems.append(CourseProblem(.layout(problem), path: path))
  }
}
