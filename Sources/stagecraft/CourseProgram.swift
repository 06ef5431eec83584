import Classroom
import Course
import Diagnostics
import Glibc
import Progress
import Reporting
import Rubric
import Session
import Terminal

/// The course put together: its content, its judge, its screen and its memory.
enum CourseProgram {
  /// - Parameter folder: the course; nil for the built-in one.
  /// - Throws: `CourseError` for a course that cannot be read.
  static func tutor(_ folder: String?) throws -> Tutor {
    let catalog = try CourseOption.catalog(folder)
    let heading = try catalog.heading()
    let facts = try FactsOption.load(FactsOption.pathInEnvironment)
    let screen = Screen.standard()
    let tools = Tutor.Tools(
      grade: { report(on: $1, for: $0, facts) },
      render: { report, style, width, showsAll in text(of: report, style, width, screen.height, showsAll) },
      openStore: { try openStore(folder.map { StateFolder.name(ofCourse: heading.id, in: $0) }) }
    )
    return Tutor(syllabus: try Syllabus(catalog), tools: tools, screen: screen)
  }

  static func catalog(_ source: some CourseSource) throws(CourseError) -> CourseCatalog {
    let registry = CheckRegistry.standard
    return try CourseCatalog(source, checks: CheckNames(ids: registry.ids) { registry[$0] })
  }

  private static func report(on source: SourceFile, for exercise: Exercise, _ facts: CourseFacts) -> Report {
    let grader = Grader(
      rubric: exercise.rubric,
      baseImages: facts.baseImages,
      packageManagers: facts.packageManagers
    )
    return Report(
      tool: Report.Tool(name: Program.name, version: Program.version),
      exercise: Report.ExerciseSummary(
        id: exercise.id,
        title: exercise.title,
        rubricSHA256: exercise.rubricSHA256,
        passMark: exercise.rubric.passMark,
        maxScore: exercise.rubric.maxScore
      ),
      results: [grader.grade(source, ignoreFile: BuildContext.ignoreFile(for: FilePath(source.path)))]
    )
  }

  private static func text(of report: Report, _ style: Style, _ width: Int, _ height: Int, _ showsAll: Bool) -> String {
    let options = TextOptions(width: width, height: height - 1, style: style, showsAll: showsAll)
    return String(decoding: TextReporter(options).bytes(of: report), as: UTF8.self)
  }

  /// - Parameter course: what the learner's progress in a course of its own is kept under.
  private static func openStore(_ course: String?) throws -> OpenedStore {
    let home = Screen.variable("HOME")
    let folder = StateFolder.path(stateHome: Screen.variable("XDG_STATE_HOME"), home: home)
    return try ProgressStore.open(in: folder.map { path in course.map { "\(path)/courses/\($0)" } ?? path })
  }
}
