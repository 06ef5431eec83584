import ArgumentParser
import Session

/// `stagecraft hint`: the next hint for a learner's Dockerfile.
struct HintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint",
    abstract: "Give a hint, a little more each time.",
    discussion: "It is about the Dockerfile in this folder, or else in the folder that the exercise was put into."
  )

  @OptionGroup var courseOption: CourseOption

  @ArgumentParser.Argument(help: "An exercise's id; without one, the exercise that you are at.")
  var exercise: String?

  @ArgumentParser.Argument(help: "A check's id; without one, the first check that fails.")
  var check: String?

  func run() throws { try say(.hint([exercise, check].compactMap { $0 }), in: courseOption) }
}
