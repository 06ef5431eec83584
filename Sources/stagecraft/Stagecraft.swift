import ArgumentParser
import Classroom
import Course
import Diagnostics
import Engine
import Glibc
import Terminal

@main
struct Stagecraft: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Learn Docker multi-stage builds in the terminal, and have Dockerfiles graded.",
    discussion: "\(Program.name) --version names the program, its course and the day of its facts.",
    subcommands: [
      CourseCommand.self, GradeCommand.self, LessonCommand.self, ExerciseCommand.self, HintCommand.self,
      ProgressCommand.self, LintCommand.self, ExplainCommand.self, InspectCommand.self, ImageCommand.self,
      ExpandCommand.self, AuthorCommand.self,
      LicensesCommand.self,
    ],
    defaultSubcommand: CourseCommand.self
  )

  /// On the main thread, and alone there for commands that need no other: a signal must find the thread that waits
  /// for it.
  @MainActor
  static func main() async {
    do {
      try await run(CommandLine.arguments.dropFirst())
    } catch {
      leave(after: error)
    }
  }

  /// `--version` reads the course and its facts, which nothing else needs at start-up.
  @MainActor
  private static func run(_ arguments: ArraySlice<String>) async throws {
    if arguments == ["--version"] { return try Destination.standardOutput.write(Program.versions()) }
    try refuseUnknownCommand(arguments.first)
    var command = try parseAsRoot()
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      try command.run()
    }
  }

  /// The default command would take it for an argument of its own.
  private static func refuseUnknownCommand(_ word: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let hint = NearestName.of(word, in: names).map { "did you mean `\($0)`?" } ?? "`\(Program.name) --help` lists them"
    throw UsageError("there is no command `\(Printable.line(word))`; \(hint)")
  }

  /// Every way to fail has its status, as the README names them: ArgumentParser's own 64 is wrong usage, 2.
  private static func leave(after error: any Error) -> Never {
    switch error {
    case let error as ExitCode:
      Glibc.exit(error.rawValue)
    case is CourseError, is UsageError:
      complain("\(error)", .wrongUsage)
    case is OutputError, is EngineError:
      complain("\(error)", .unreadable)
    default:
      let message = Printable.paragraphs(fullMessage(for: error))
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
