import ArgumentParser
import Session

/// `stagecraft progress`: what the learner did.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Sum up the lessons read and the exercises solved."
  )

  func run() throws { try say(.progress) }
}
