import ArgumentParser
import Classroom
import Course
import Glibc
import Rubric
import Terminal

/// `stagecraft author`: for people who write courses.
struct AuthorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "author",
    abstract: "Write and check a course of your own.",
    subcommands: [
      NewCommand.self, CheckCommand.self, TestCommand.self, MutantsCommand.self, ChecksCommand.self, SchemaCommand.self,
    ]
  )

  struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check a course: its formats, and every example against the outcome that it must get."
    )

    @OptionGroup var factsOption: FactsOption

    @ArgumentParser.Argument(
      help: "The course's folder, holding Exercises; without it the built-in course.",
      completion: .directory
    )
    var folder: String?

    func run() throws {
      let catalog = try CourseOption.catalog(folder ?? CourseOption.folderInEnvironment)
      let facts = try factsOption.load()
      let survey: MarkdownSurvey.Surveyor = { MarkdownSurvey(of: $0, columns: $1) }
      let verification = try CourseVerification(of: catalog, facts: facts, survey: survey) { source, exercise in
        Grader(rubric: exercise.rubric, baseImages: facts.baseImages, packageManagers: facts.packageManagers)
          .grade(source, ignoreFile: exercise.ignoreFile)
      }
      for problem in verification.errors { Screen.write("error: \(problem)\n", to: STDOUT_FILENO) }
      for problem in verification.notes { Screen.write("note: \(problem)\n", to: STDOUT_FILENO) }
      Screen.write("\(verification.summary)\n", to: STDOUT_FILENO)
      if !verification.errors.isEmpty { throw ExitCode(CommandStatus.findings.rawValue) }
    }
  }
}
