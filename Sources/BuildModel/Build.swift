package import DockerfileSyntax

/// A target's build: the stages that it needs, with what is known about each at its end.
package struct Build: Sendable {
  package let document: Document
  package let stages: [Stage]
  /// What each stage is at its end; nil for those that the target does not need.
  package let states: [StageState?]
  package let target: Int

  /// - Parameter stage: the index of the stage to build; nil for the target of the options.
  /// - Throws: what Docker refuses the build for.
  package init(of document: Document, options: BuildOptions, stage: Int? = nil) throws(BuildError) {
    if let problem = document.problems.first {
      throw BuildError(
        problem.dockerMessage,
        dockerLine: problem.dockerLine,
        at: problem.range,
        suggestion: problem.suggestion
      )
    }
    let graph = try StageGraph(of: document, options: options)
    let dispatcher = Dispatcher(document, graph: graph, options: options)
    let target = stage ?? graph.target
    try dispatcher.dispatch(try graph.reachable(from: target))
    self.document = document
    stages = graph.stages
    states = dispatcher.states
    self.target = target
  }

  /// The same build with a stage as target that it needs anyway; nil for one that it does not.
  package init?(_ build: Build, stage: Int) {
    guard build.states.indices.contains(stage), build.states[stage] != nil else { return nil }
    document = build.document
    stages = build.stages
    let needed = build.stages(neededBy: stage)
    states = build.states.enumerated().map { index, state in needed.contains(index) ? state : nil }
    target = stage
  }

  /// A stage of this build and all that its own build needs, triggers included.
  private func stages(neededBy stage: Int) -> Set<Int> {
    var found: Set<Int> = []
    var waiting = [stage]
    while let index = waiting.popLast() {
      guard found.insert(index).inserted else { continue }
      if case .stage(let base) = stages[index].base { waiting.append(base) }
      for reference in stages[index].references {
        if case .stage(let source) = reference.source { waiting.append(source) }
      }
      for copy in states[index]?.copies ?? [] where copy.origin.isTrigger {
        if case .stage(let source) = copy.source { waiting.append(source) }
      }
    }
    return found
  }

  /// The stages that the target needs, in file order.
  package var neededStages: [Stage] { stages.filter { states[$0.index] != nil } }

  /// The stages that the target's build never runs.
  package var unneededStages: [Stage] { stages.filter { states[$0.index] == nil } }
}
