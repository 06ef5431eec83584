import ArgumentParser
import Session

/// `stagecraft progress`: what the learner did.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Sum up the lessons read and the exercises solved."
  )

  @OptionGroup var courseOption: CourseOption

  func run() throws { try say(.progress, in: courseOption) }
}
