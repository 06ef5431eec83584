package import DockerfileSyntax

/// One step on the way to a value.
package struct TraceStep: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    /// An instruction of the file as it was written.
    case instruction
    case env, arg
    /// Given on the command line.
    case buildArgument = "build-arg"
    /// The text behind `:-` or `:+` in the place of a variable.
    case fallback
    /// A variable that nothing sets.
    case unset
    case baseImage = "base-image"
    /// BuildKit itself.
    case builder
    /// Something was there before, and is no more.
    case cleared
  }
  package var kind: Kind
  /// The variable.
  package var name: String?
  /// The text of the instruction behind its keyword, or the value of an ENV or ARG, before expansion.
  package var written: String?
  /// What came of it.
  package var value: String?
  package var origin: Origin?

  package init(
    kind: Kind,
    name: String? = nil,
    written: String? = nil,
    value: String? = nil,
    origin: Origin? = nil
  ) {
    self.kind = kind
    self.name = name
    self.written = written
    self.value = value
    self.origin = origin
  }
}

extension ConfigurationTrace {
  /// More steps are followed by nobody.
  private static let mostSteps = 16

  /// How a change came to be, the instruction first, then what its variables lead to, each variable once.
  package func steps(of change: ConfigurationChange, in document: Document) -> [TraceStep] {
    guard let origin = change.origin else { return [TraceStep(kind: .baseImage, value: base.name)] }
    let node = document.nodes[origin.instruction]
    let kind: TraceStep.Kind = change.effect == .cleared ? .cleared : .instruction
    let written = document.string(node.body)
    var steps = [TraceStep(kind: kind, written: written, value: change.value?.first, origin: origin)]
    follow(change.words.flatMap(\.uses), &steps)
    return steps
  }

  /// How a variable came to its value.
  package func steps(of setting: VariableSetting) -> [TraceStep] {
    var steps = [step(setting)]
    follow(variables(behind: setting), &steps)
    return steps
  }

  /// How the words of an instruction came to their values, without the instruction itself.
  package func steps(of words: [WordTrace]) -> [TraceStep] {
    var steps: [TraceStep] = []
    follow(words.flatMap(\.uses), &steps)
    return steps
  }

  /// Depth first; every setting once, so that no file can make it long.
  private func follow(_ uses: [WordTrace.VariableUse], _ steps: inout [TraceStep]) {
    var waiting = Array(uses.reversed())
    var known: Set<Int> = []
    while let use = waiting.popLast(), steps.count < Self.mostSteps {
      if let index = use.setting {
        guard known.insert(index).inserted else { continue }
        steps.append(step(settings[index]))
        waiting += variables(behind: settings[index]).reversed()
      } else {
        steps.append(TraceStep(kind: .unset, name: use.name, origin: use.declaration))
      }
      if let text = use.standIn { steps.append(TraceStep(kind: .fallback, name: use.name, value: text)) }
    }
  }

  private func variables(behind setting: VariableSetting) -> [WordTrace.VariableUse] {
    switch setting.cause {
    case .written(let word): word.uses
    case .globalArgument(let index): [WordTrace.VariableUse(name: setting.name, setting: index)]
    case .buildArgument, .baseImage, .builder: []
    }
  }

  private func step(_ setting: VariableSetting) -> TraceStep {
    let kind: TraceStep.Kind
    var written: String?
    switch setting.cause {
    case .written(let word):
      kind = setting.isOfImage ? .env : .arg
      written = word.written
    case .globalArgument: kind = .arg
    case .buildArgument: kind = .buildArgument
    case .baseImage: kind = .baseImage
    case .builder: kind = .builder
    }
    return TraceStep(
      kind: kind,
      name: setting.name,
      written: written,
      value: setting.value,
      origin: setting.origin
    )
  }
}
