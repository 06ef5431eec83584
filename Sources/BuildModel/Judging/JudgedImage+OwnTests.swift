import ShellSyntax

extension JudgedImage {
  /// The tests that the stages of the image run, those of the stage itself last.
  package var ownTests: [TestStep] {
    let steps = state.packages.filter { $0.tests == .run }
    if steps.isEmpty { return [] }
    let unfailing = Set(state.commands.filter { !$0.trace.ending.canFail }.map(\.origin.instruction))
    return steps.map { TestStep(step: $0, isIgnored: unfailing.contains($0.origin.instruction)) }
  }
}
