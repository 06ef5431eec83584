extension JudgedImage {
  /// A build step that ran in an earlier stage, and what of that stage reaches the image.
  package struct Contribution: Sendable {
    package var step: BuildStep
    /// What is copied out of the step's stage; empty where the image starts from it.
    package var items: [FileItem]
  }

  /// The build steps of the stages before the judged one.
  package var earlierSteps: [BuildStep] {
    build.states.enumerated().flatMap { index, state in
      index == build.target ? [] : (state?.steps ?? []).filter { $0.stage == index }
    }
  }

  /// Those of them whose stage gives something to the image that its own work touched.
  package var contributions: [Contribution] {
    earlierSteps.compactMap { step in
      if state.chain.contains(step.stage) { return Contribution(step: step, items: []) }
      let items = state.files.items.filter { $0.lineage.contains(step.stage) && !$0.isPartOfBase }
      if items.isEmpty, !contributors.contains(step.stage) { return nil }
      return items.isEmpty && !isMounted(step.stage) ? nil : Contribution(step: step, items: items)
    }
  }

  private func isMounted(_ stage: Int) -> Bool {
    state.commands.contains { command in
      build.stages[command.origin.stage].references.contains {
        $0.kind == .mount && $0.source == .stage(stage) && $0.instruction == command.origin.instruction
      }
    }
  }

  /// The stages before the judged one that give files to it: by copy, by mount, or because it starts from them.
  package var givingStages: Set<Int> {
    contributors.union(state.chain).subtracting([build.target])
  }

  /// Build steps in the stages that the image starts from: it then is no stage of its own.
  package var inheritedSteps: [BuildStep] {
    state.steps.filter { $0.stage != build.target }
  }
}

extension FileItem {
  /// It came with a base image and is nobody's work.
  package var isPartOfBase: Bool {
    if case .base = content { return true }
    return false
  }
}
