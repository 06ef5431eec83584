import ArgumentParser
import Classroom
import Course
import Diagnostics
import Glibc
import Terminal

@main
struct Stagecraft: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Learn Docker multi-stage builds in the terminal, and have Dockerfiles graded.",
    subcommands: [
      CourseCommand.self, GradeCommand.self, LessonCommand.self, ExerciseCommand.self, HintCommand.self,
      ProgressCommand.self, InspectCommand.self, ImageCommand.self, ExpandCommand.self, LicensesCommand.self,
    ],
    defaultSubcommand: CourseCommand.self
  )

  static func main() async {
    do {
      try await run(CommandLine.arguments.dropFirst())
    } catch {
      leave(after: error)
    }
  }

  /// `--version` reads the course and its facts, which nothing else needs at start-up.
  private static func run(_ arguments: ArraySlice<String>) async throws {
    if arguments == ["--version"] { return Screen.write(try Program.versions(), to: STDOUT_FILENO) }
    var command = try parseAsRoot()
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      try command.run()
    }
  }

  /// Every way to fail has its status, as the README names them: ArgumentParser's own 64 is wrong usage, 2.
  private static func leave(after error: any Error) -> Never {
    switch error {
    case let error as ExitCode:
      Glibc.exit(error.rawValue)
    case is CourseError, is UsageError:
      complain("\(error)", .wrongUsage)
    case is OutputError:
      complain("\(error)", .unreadable)
    default:
      let message = fullMessage(for: error)
      guard exitCode(for: error) != .success else {
        Screen.write(message + "\n", to: STDOUT_FILENO)
        Glibc.exit(CommandStatus.good.rawValue)
      }
      Screen.write(message + "\n", to: STDERR_FILENO)
      Glibc.exit(CommandStatus.wrongUsage.rawValue)
    }
  }

  private static func complain(_ message: String, _ status: CommandStatus) -> Never {
    Screen.write("\(Program.name): \(Printable.paragraphs(message))\n", to: STDERR_FILENO)
    Glibc.exit(status.rawValue)
  }
}
