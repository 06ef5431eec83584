import Diagnostics
import DockerfileSyntax

extension JudgedImage {
  /// An ARG of a stage, with the value that it has there at the end.
  package struct DeclaredArgument: Sendable {
    /// nil where it has none.
    package var value: String?
    package var origin: Origin
  }

  /// The ARGs of a name in the stages that the image needs, in file order.
  package func arguments(named name: String) -> [DeclaredArgument] {
    build.neededStages.flatMap { stage in
      stage.syntax.instructions.compactMap { node -> DeclaredArgument? in
        guard case .arg(let pairs) = document.instructions[node],
          document[pairs.pairs].contains(where: { document.string($0.name) == name })
        else { return nil }
        let origin = Origin(instruction: node, stage: stage.index, range: document.nodes[node].range)
        return DeclaredArgument(value: build.states[stage.index]?.variables[name], origin: origin)
      }
    }
  }

  /// What another stage of the file starts from, in the end.
  package func base(of stage: Stage) -> ExternalBase {
    if let state = build.states[stage.index] { return state.external }
    var stage = stage
    while case .stage(let below) = stage.base { stage = build.stages[below] }
    guard case .image(let reference) = stage.base else { return .scratch }
    return .image(reference, facts: baseImages.row(for: reference))
  }
}
