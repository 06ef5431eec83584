import ArgumentParser

@main
struct Stagecraft: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stagecraft",
    abstract: "Learn Docker multi-stage builds in the terminal, and have Dockerfiles graded.",
    subcommands: [
      CourseCommand.self, LessonCommand.self, ExerciseCommand.self, HintCommand.self, ProgressCommand.self,
      InspectCommand.self, ExpandCommand.self,
    ],
    defaultSubcommand: CourseCommand.self
  )
}
