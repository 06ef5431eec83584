import Diagnostics
import DockerfileSyntax

/// Works through the instructions of the stages that a target needs, in file order, as BuildKit does.
/// One object for all steps, so that none takes a copy of the tables.
final class Dispatcher {
  let document: Document
  let graph: StageGraph
  let options: BuildOptions
  private(set) var states: [StageState?]
  /// How many files all COPYs between stages have brought along so far.
  private(set) var followedFiles = 0

  /// No person's stages pass on more files than this; beyond it only stages are followed.
  static let mostFollowedFiles = 1 << 17

  init(_ document: Document, graph: StageGraph, options: BuildOptions) {
    self.document = document
    self.graph = graph
    self.options = options
    states = Array(repeating: nil, count: graph.stages.count)
  }

  func dispatch(_ reachable: [Bool]) throws(BuildError) {
    for stage in graph.stages where reachable[stage.index] {
      let state = try state(of: stage)
      followedFiles += state.followedFiles
      states[stage.index] = state
    }
  }

  private func state(of stage: Stage) throws(BuildError) -> StageState {
    let state = try start(of: stage)
    state.chain.append(stage.index)
    for (node, onBuild) in triggers(firedIn: stage) {
      let trigger = document.triggers[onBuild.trigger]
      if let problem = trigger.problem {
        throw BuildError(problem.message, dockerLine: stage.fromLine, at: onBuild.expression.range)
      }
      let origin = Origin(
        instruction: node,
        stage: stage.index,
        range: document.nodes[node].range,
        isTrigger: true
      )
      try apply(trigger.instruction, origin, line: stage.fromLine, to: state)
    }
    for node in stage.syntax.instructions.dropFirst() {
      let origin = Origin(instruction: node, stage: stage.index, range: document.nodes[node].range)
      try apply(document.instructions[node], origin, line: Int(document.nodes[node].startLine), to: state)
    }
    state.finish()
    return state
  }

  private func start(of stage: Stage) throws(BuildError) -> StageState {
    switch stage.base {
    case .stage(let base):
      guard let below = states[base] else {
        throw BuildError("stage \"\(graph.stages[base].displayName)\" is not built", dockerLine: -1, at: stage.range)
      }
      return below.inherited()
    case .scratch:
      let state = StageState()
      state.set(path: StageState.usualPath)
      state.image.workingDirectory = "/"
      return state
    case .image(let reference):
      return StageState(image: reference, known: options.baseImages?.start(of: reference), isWindows: stage.isWindows)
    }
  }

  /// ONBUILD fires once, in the stages that start from the one that holds it.
  private func triggers(firedIn stage: Stage) -> [(node: Int, onBuild: OnBuild)] {
    guard case .stage(let base) = stage.base else { return [] }
    return graph.stages[base].syntax.instructions.compactMap { node in
      guard case .onBuild(let onBuild) = document.instructions[node] else { return nil }
      return (node, onBuild)
    }
  }

  private func apply(
    _ instruction: Instruction,
    _ origin: Origin,
    line: Int,
    to state: StageState
  ) throws(BuildError) {
    let step = DispatchStep(document: document, origin: origin, line: line, dispatcher: self)
    switch instruction {
    case .env(let pairs): try step.environment(pairs, state)
    case .arg(let pairs): try step.arguments(pairs, state)
    case .label(let pairs): try step.labels(pairs, state)
    case .user(let argument): try step.user(argument, state)
    case .workdir(let argument): try step.workdir(argument, state)
    case .stopSignal(let argument): try step.stopSignal(argument, state)
    case .volume(let arguments): try step.volumes(arguments, state)
    case .expose(let arguments): try step.ports(arguments, state)
    case .cmd(let command): step.command(command, state)
    case .entrypoint(let command): step.entrypoint(command, state)
    case .shell(let command): step.shell(command, state)
    case .healthcheck(let healthcheck): step.healthcheck(healthcheck, state)
    case .onBuild(let onBuild):
      state.image.onBuild = (state.image.onBuild ?? []) + [document.string(onBuild.expression)]
    case .copy(let copy): try step.copy(copy, isAdd: false, state)
    case .add(let copy): try step.copy(copy, isAdd: true, state)
    case .run(let run): try step.run(run, state)
    case .maintainer, .from, .invalid: break
    }
  }
}
