import ArgumentParser
import Session

/// `stagecraft exercise`: an exercise's files in a folder of the learner's.
struct ExerciseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "Put an exercise into a folder. Files that are there already are never overwritten."
  )

  @OptionGroup var courseOption: CourseOption

  @ArgumentParser.Argument(help: "An exercise's id; without one, the exercise that you are at.")
  var exercise: String?

  @ArgumentParser.Argument(help: "The folder; without one, a folder named like the exercise.", completion: .directory)
  var folder: String?

  func run() throws { try say(.exercise([exercise, folder].compactMap { $0 }), in: courseOption) }
}
