extension JudgedImage {
  /// A build step that ran in an earlier stage, and what of that stage reaches the image.
  package struct Contribution: Sendable {
    package var step: BuildStep
    /// What is copied out of the step's stage; empty where the image starts from it.
    package var items: [FileItem]
  }

  /// The build steps of the stages before the judged one.
  package var earlierSteps: [BuildStep] {
    var found: [BuildStep] = []
    for (index, state) in build.states.enumerated() where index != build.target {
      guard let state else { continue }
      for step in state.steps where step.stage == index { found.append(step) }
    }
    return found
  }

  /// Those of them whose stage gives something to the image that its own work touched.
  package var contributions: [Contribution] {
    earlierSteps.compactMap { step in
      if state.chain.contains(step.stage) { return Contribution(step: step, items: []) }
      let items = state.files.items.filter {
        $0.lineage.contains(step.stage) && !$0.isPartOfBase && !$0.isManifest
      }
      return items.isEmpty && !state.mountedStages.contains(step.stage) ? nil : Contribution(step: step, items: items)
    }
  }

  /// A stage whose whole file system the image takes, though it is no minimal one, and the COPY that does it.
  package var wholeStage: (stage: Stage, copy: CopyStep)? {
    var seen: Set<Int> = []
    var waiting = wholeCopies(of: state).map { (stage: $0.stage, copy: $0.copy) }
    while let next = waiting.popLast() {
      guard seen.insert(next.stage).inserted, let other = build.states[next.stage] else { continue }
      if other.external.isMinimal != true || !other.steps.isEmpty { return (build.stages[next.stage], next.copy) }
      // What a stage took itself comes along by the same COPY.
      waiting += wholeCopies(of: other).map { ($0.stage, next.copy) }
    }
    return nil
  }

  private func wholeCopies(of state: StageState) -> [(stage: Int, copy: CopyStep)] {
    state.copies.compactMap { copy in
      guard case .stage(let index) = copy.source, copy.sources.contains(where: CopyStep.isRoot) else { return nil }
      return (index, copy)
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

  /// A file that says what a package needs: builds read it and do not make it.
  var isManifest: Bool {
    guard modules == nil else { return false }
    let name = PathText.lastComponent(path)
    return Self.manifests.contains(name) || name.hasPrefix("package") && name.hasSuffix("*.json")
  }

  private static let manifests: Set<String> = [
    "package.json", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "pnpm-workspace.yaml",
    "bun.lock", "bun.lockb", ".npmrc", ".yarnrc", ".yarnrc.yml", "tsconfig.json", "README.md", "LICENSE",
  ]
}
