import ShellSyntax

/// What checks may ask about builds and tests.
extension JudgedImage {
  // MARK: - Tests

  /// A command that runs tests in one of the stages that the target needs.
  package struct TestStep: Sendable {
    package var step: PackageStep
    /// The RUN succeeds whatever the tests say, as with `npm test || true`.
    package var isIgnored: Bool
  }

  /// In file order.
  package var testSteps: [TestStep] {
    build.neededStages.flatMap { testSteps(of: $0.index) }
  }

  /// The tests that a stage itself runs; none where the target does not need the stage.
  package func testSteps(of stage: Int) -> [TestStep] {
    guard let state = build.states[stage] else { return [] }
    let steps = state.packages.filter { $0.origin.stage == stage && $0.tests == .run }
    if steps.isEmpty { return [] }
    var unfailing: Set<Int> = []
    for command in state.commands where !command.trace.ending.canFail { unfailing.insert(command.origin.instruction) }
    return steps.map { TestStep(step: $0, isIgnored: unfailing.contains($0.origin.instruction)) }
  }

  /// Builds that are told to leave their tests out, in file order.
  package var skippedTests: [PackageStep] {
    packageSteps.filter { step in
      if case .skipped = step.tests { return true }
      return false
    }
  }

  // MARK: - Builds

  /// Builds of the needed stages: compilers, bundlers, packers.
  package var buildCommands: [PackageStep] {
    packageSteps.filter { $0.action == .build }
  }

  /// A file or folder that a build made in another stage and that a COPY brings into the image.
  package struct DeliveredOutput: Sendable {
    package var step: PackageStep
    package var output: BuildOutput
    /// Where it lies in the image.
    package var item: FileItem
  }

  /// What is known for certain to come from a build: the copied path is the build's own output, or lies below or around
  /// it.
  package var deliveredOutputs: [DeliveredOutput] {
    broughtOutputs.filter { !$0.output.isInMount || isOutside($0) }
  }

  /// What a COPY means to bring, but lies in a mount of the RUN that made it: the layer does not hold it.
  package var lostOutputs: [DeliveredOutput] {
    broughtOutputs.filter { $0.output.isInMount && !isOutside($0) }
  }

  /// Copied paths and the outputs of builds at, below or around them, each output once.
  private var broughtOutputs: [DeliveredOutput] {
    var seen: Set<PackageStep> = []
    return state.files.items.flatMap { item -> [DeliveredOutput] in
      guard case .output(let stage, let path) = item.content, stage != build.target else { return [] }
      return (build.states[stage]?.packages ?? []).flatMap { step -> [DeliveredOutput] in
        let outputs = step.outputs.filter { PathText.areNested($0.path, path) }
        guard !outputs.isEmpty, seen.insert(step).inserted else { return [] }
        return outputs.map { DeliveredOutput(step: step, output: $0, item: item) }
      }
    }
  }

  /// Whether a command took the output out of its mount before the RUN ended.
  private func isOutside(_ delivered: DeliveredOutput) -> Bool {
    build.states[delivered.step.origin.stage]?.files.items.contains { item in
      guard case .output(let stage, let path) = item.content else { return false }
      return stage == delivered.step.origin.stage && PathText.areNested(path, delivered.output.path)
    } ?? false
  }

  // MARK: - Programs

  /// A program in the image that it does not need to run.
  package struct SpareProgram: Sendable {
    package var name: String
    /// The command that installed it; nil where it comes with the base image.
    package var step: PackageStep?
  }

  /// Compilers and build tools that the image is known to have.
  package var buildPrograms: [SpareProgram] { programs(packageTools.contents.buildPrograms) }

  /// Package tools that the image is known to have.
  package var packagePrograms: [SpareProgram] { programs(packageTools.contents.packagePrograms) }

  private func programs(_ names: [String]) -> [SpareProgram] {
    names.filter { state.programs.has($0) == true }.map { name in
      let step = state.packages.last { step in
        step.action == .install && step.tool?.isOfSystem == true
          && step.packages.contains { $0.value.map { PackageInstall.programs(of: $0).contains(name) } ?? false }
      }
      return SpareProgram(name: name, step: step)
    }
  }
}
