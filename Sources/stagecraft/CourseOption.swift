import ArgumentParser
import Course
import Terminal

/// `--course DIR`: a course of one's own in place of the built-in one.
struct CourseOption: ParsableArguments {
  @Option(
    help: """
      A course of your own: a folder with Lessons, Exercises and Solutions. Without it the variable STAGECRAFT_COURSE \
      names it.
      """,
    completion: .directory
  )
  var course: String?

  /// The folder that is meant; nil for the built-in course.
  var folder: String? { course ?? Self.folderInEnvironment }

  /// The folder that the environment names, for commands without the option.
  static var folderInEnvironment: String? {
    guard let path = Screen.variable("STAGECRAFT_COURSE"), !path.isEmpty else { return nil }
    return path
  }

  /// - Throws: `CourseError` when there is no course in the folder, or its folders cannot be read.
  func catalog() throws -> CourseCatalog { try Self.catalog(folder) }

  static func catalog(_ folder: String?) throws -> CourseCatalog {
    try folder.map { try CourseProgram.catalog(CourseFolder($0)) } ?? CourseProgram.catalog(EmbeddedCourse())
  }
}
