import ArgumentParser
import Course
import Session
import Terminal

/// `stagecraft` alone: the course.
struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Open the course: lessons, exercises, hints. Plain and line by line where there is no terminal."
  )

  @OptionGroup var courseOption: CourseOption

  func run() throws {
    var tutor = try CourseProgram.tutor(courseOption.folder)
    let status = tutor.converse()
    if status != 0 { throw ExitCode(status) }
  }
}

extension ParsableCommand {
  /// One command of the course, said from a shell.
  func say(_ command: Command, in course: CourseOption) throws {
    var tutor = try CourseProgram.tutor(course.folder)
    let status = tutor.run(command)
    if status != 0 { throw ExitCode(status) }
  }
}
