import ArgumentParser
import Session

/// `stagecraft lesson`: a whole lesson on standard output.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Print a lesson."
  )

  @OptionGroup var courseOption: CourseOption

  @ArgumentParser.Argument(help: "A lesson's id or number; without one, the lesson that you are at.")
  var lesson: String?

  func run() throws { try say(.lesson(lesson), in: courseOption) }
}
