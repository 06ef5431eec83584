import Diagnostics
import DockerfileSyntax

/// One instruction at work on the state of its stage. The configuration ones are here, the others in extensions.
struct DispatchStep {
  let document: Document
  let origin: Origin
  /// The line that Docker names in an error: for a trigger that of the FROM which fires it.
  let line: Int
  let dispatcher: Dispatcher

  var node: Node { document.nodes[origin.instruction] }

  func expander(_ state: StageState) -> WordExpander<Variables> {
    WordExpander(document: document, variables: state.variables, line: line)
  }

  /// An error of Docker's at this instruction.
  func refusal(_ message: String, at range: SourceRange? = nil) -> BuildError {
    BuildError(message, dockerLine: line, at: range ?? origin.range)
  }

  func expanded(_ word: Word, _ state: StageState) throws(BuildError) -> String {
    try expander(state).text(word, in: node)
  }

  /// All values of a line see the variables as they were before it.
  private func expanded(_ pairs: Pairs, _ state: StageState) throws(BuildError) -> [(String, String)] {
    let expander = expander(state)
    var found: [(String, String)] = []
    for pair in document[pairs.pairs] {
      let name = try expander.text(pair.name, in: node)
      let value = try pair.value.map { (word) throws(BuildError) in try expander.text(word, in: node) }
      found.append((name, value ?? ""))
    }
    return found
  }

  func environment(_ pairs: Pairs, _ state: StageState) throws(BuildError) {
    for (name, value) in try expanded(pairs, state) {
      state.variables[name] = value
      state.variableOrigins[name] = origin
      if !state.hiddenVariables.isEmpty { state.hiddenVariables[name] = nil }
      state.environment[name] = value
      state.origins[.environment] = origin
    }
  }

  /// An ARG's value: `--build-arg`, else its default, else that of the global ARG.
  func arguments(_ pairs: Pairs, _ state: StageState) throws(BuildError) {
    for pair in document[pairs.pairs] {
      let name = document.string(pair.name)
      let value: String?
      if let given = dispatcher.graph.globals.given(name) {
        value = given
      } else if let written = pair.value {
        value = try expanded(written, state)
      } else {
        value = dispatcher.graph.globals[name]
      }
      if let value, !GlobalArguments.isForScanner(name) {
        if state.environment[name] != nil, state.hiddenVariables[name] == nil {
          state.hiddenVariables[name] = .some(state.variableOrigins[name])
        }
        state.variables[name] = value
        state.variableOrigins[name] = origin
      }
    }
  }

  func labels(_ pairs: Pairs, _ state: StageState) throws(BuildError) {
    for (name, value) in try expanded(pairs, state) { state.labels[ExactText(name)] = value }
    state.hasLabels = true
    state.origins[.labels] = origin
  }

  func user(_ argument: Argument, _ state: StageState) throws(BuildError) {
    state.image.user = try expanded(argument.word, state)
    state.own(.user, origin)
  }

  func stopSignal(_ argument: Argument, _ state: StageState) throws(BuildError) {
    let signal = try expanded(argument.word, state)
    guard Signal.isKnown(signal) else { throw refusal("invalid signal: \(signal)", at: argument.word.range) }
    state.image.stopSignal = signal
    state.own(.stopSignal, origin)
  }

  func volumes(_ arguments: Arguments, _ state: StageState) throws(BuildError) {
    var volumes = Set((state.image.volumes ?? []).map { ExactText($0) })
    for word in document[arguments.words] {
      let path = try expanded(word, state)
      if path.isEmpty { throw refusal("VOLUME specified can not be an empty string", at: word.range) }
      volumes.insert(ExactText(path))
    }
    state.image.volumes = volumes.sorted().map { $0.text }
    state.origins[.volumes] = origin
  }

  func ports(_ arguments: Arguments, _ state: StageState) throws(BuildError) {
    let expander = expander(state)
    for word in document[arguments.words] {
      for text in try expander.words(word, in: node) {
        do throws(PortSpecification.Invalid) {
          state.ports.insert(try ExposedPorts(text))
        } catch {
          throw refusal(error.message, at: word.range)
        }
      }
    }
    state.hasExposedPorts = true
    state.origins[.exposedPorts] = origin
  }
}

extension DispatchStep {
  /// The argument list of a command: shell forms are wrapped in the stage's SHELL.
  func wrapped(_ form: CommandForm, _ state: StageState) -> [String] {
    switch form {
    case .exec(let words): document[words].map { document.string($0) }
    case .shell(let text): (state.image.shell ?? ["/bin/sh", "-c"]) + [document.string(text)]
    }
  }

  func command(_ command: Command, _ state: StageState) {
    state.image.command = wrapped(command.form, state)
    state.commandIsOwn = true
    state.own(.command, origin)
  }

  /// ENTRYPOINT clears the command that it finds, but for one of its own stage.
  func entrypoint(_ command: Command, _ state: StageState) {
    let words = wrapped(command.form, state)
    // An image's configuration does not tell an empty list from none.
    state.image.entrypoint = words.isEmpty ? nil : words
    state.own(.entrypoint, origin)
    if !state.commandIsOwn {
      state.image.command = nil
      state.own(.command, origin)
    }
  }

  func shell(_ command: Command, _ state: StageState) {
    guard case .exec(let words) = command.form else { return }
    state.image.shell = document[words].map { document.string($0) }
    state.own(.shell, origin)
  }

  func healthcheck(_ healthcheck: Healthcheck, _ state: StageState) {
    state.own(.healthcheck, origin)
    guard let probe = healthcheck.probe else {
      state.image.healthcheck = EffectiveImage.Probe(test: ["NONE"])
      return
    }
    let test: [String] =
      switch probe {
      case .exec(let words): ["CMD"] + document[words].map { document.string($0) }
      case .shell(let text): ["CMD-SHELL", document.string(text)]
      }
    state.image.healthcheck = EffectiveImage.Probe(
      test: test,
      interval: healthcheck.interval ?? 0,
      timeout: healthcheck.timeout ?? 0,
      startPeriod: healthcheck.startPeriod ?? 0,
      startInterval: healthcheck.startInterval ?? 0,
      retries: healthcheck.retries ?? 0
    )
  }
}
