package import DockerfileSyntax

/// A target's build: the stages that it needs, with what is known about each at its end.
package struct Build: Sendable {
  package let document: Document
  package let stages: [Stage]
  /// What each stage is at its end; nil for those that the target does not need.
  package let states: [StageState?]
  package let target: Int

  /// - Throws: what Docker refuses the build for.
  package init(of document: Document, options: BuildOptions) throws(BuildError) {
    if let problem = document.problems.first {
      throw BuildError(
        problem.dockerMessage,
        dockerLine: problem.dockerLine,
        at: problem.range,
        suggestion: problem.suggestion
      )
    }
    let graph = try StageGraph(of: document, options: options)
    var dispatcher = Dispatcher(document, graph: graph, options: options)
    try dispatcher.dispatch(try graph.reachable(from: graph.target))
    self.document = document
    stages = graph.stages
    states = dispatcher.states
    target = graph.target
  }

  /// The stages that the target needs, in file order.
  package var neededStages: [Stage] { stages.filter { states[$0.index] != nil } }

  /// The stages that the target's build never runs.
  package var unneededStages: [Stage] { stages.filter { states[$0.index] == nil } }
}
