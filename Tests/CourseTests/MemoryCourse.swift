import BuildModel
import Course
import Rubric

/// A small right course in memory; tests change one file of it and look what is said.
struct MemoryCourse: CourseSource {
  var files: [String: String]

  init() {
    files = [
      "Lessons/course.yml": "format: 1\ntitle: Small\nversion: 1.10\n",
      "Lessons/01-first.md": Self.lesson,
      "Exercises/01-small/exercise.yml": Self.exercise,
      "Exercises/01-small/brief.md": "Do it.\n",
      "Exercises/01-small/Dockerfile": "FROM start\n",
      "Exercises/01-small/context/.dockerignore": ".git\n",
      "Exercises/01-small/context/src/a file.js": "1\n",
      "Exercises/01-small/examples/outcomes.yml": Self.outcomes,
      "Exercises/01-small/examples/half.Dockerfile": "FROM half\n",
      "Exercises/01-small/examples/refused.Dockerfile": "FORM\n",
      "Solutions/01-small/Dockerfile": "FROM solution\n",
      "Solutions/01-small/commentary.md": "Because.\n",
    ]
  }

  /// The course with a text replaced in one of its files.
  func replacing(_ old: String, with new: String, in path: String) -> MemoryCourse {
    var course = self
    course.files[path] = files[path]?.replacing(old, with: new)
    return course
  }

  func adding(_ path: String, _ text: String = "x\n") -> MemoryCourse {
    var course = self
    course.files[path] = text
    return course
  }

  func removing(_ path: String) -> MemoryCourse {
    var course = self
    course.files[path] = nil
    return course
  }

  func entries(of folder: String) throws(CourseError) -> [CourseEntry]? {
    var entries: Set<CourseEntry> = []
    for path in files.keys where path.hasPrefix("\(folder)/") {
      let rest = path.dropFirst(folder.count + 1)
      let name = rest.prefix { $0 != "/" }
      entries.insert(CourseEntry(name: String(name), kind: name.count == rest.count ? .file : .folder))
    }
    return entries.isEmpty ? nil : entries.sorted { $0.name < $1.name }
  }

  func bytes(at path: String) throws(CourseError) -> [UInt8]? {
    files[path].map { Array($0.utf8) }
  }

  static let lesson = """
    ---
    id: first
    title: "First: a lesson"
    summary: What it is about.
    minutes: 20
    prerequisites: []
    exercises: [small]
    ---
    # First

    Text.

    """

  static let exercise = """
    format: 1
    id: small
    title: A small exercise
    lesson: first
    pass: 80
    checks:
      - id: healthcheck
        severity: required
        points: 60
        hints:
          - One.
          - >-
            Two
            lines.
          - "Three: the end."
      - id: user-exists
        severity: recommended
        points: 40
      - id: named-stages
        severity: praise

    """

  static let outcomes = """
    format: 1
    examples:
      - name: half
        score: 40
        fails: [healthcheck]
        note: Why.
      - name: refused
        score: 0
        fails: all

    """
}

extension CheckNames {
  /// Three checks that nobody asks anything.
  static let three = CheckNames(ids: ["healthcheck", "named-stages", "user-exists"]) { id in
    guard ["healthcheck", "named-stages", "user-exists"].contains(id) else { return nil }
    return Check(id: id, title: id, rationale: "", good: [], bad: []) { _ in .passed("") }
  }
}
