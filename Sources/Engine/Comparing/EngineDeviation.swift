import BuildModel
import DockerfileSyntax

/// Where an engine is known to build another image than Docker does from the same file.
struct EngineDeviation: Sendable {
  /// One sentence for people.
  let reason: String
  private let engines: Set<EngineKind>
  private let test: @Sendable (ConfigurationField, Comparison) -> Bool

  /// buildah is in podman, too.
  private init(
    _ reason: String,
    engines: Set<EngineKind> = [.buildah, .podman],
    test: @escaping @Sendable (ConfigurationField, Comparison) -> Bool
  ) {
    self.reason = reason
    self.engines = engines
    self.test = test
  }

  /// Whether it is the whole difference in a field.
  func explains(_ field: ConfigurationField, _ comparison: Comparison) -> Bool {
    engines.contains(comparison.engine) && test(field, comparison)
  }

  /// All as seen with buildah 1.28 and podman 4.3, without an order.
  static let all: [EngineDeviation] = [
    ownLabel, portsAsWritten, shellForms, noWorkingDirectory, argumentsBelow, argumentsBeneathVariables,
  ]

  private static let ownLabel = EngineDeviation("it adds the label io.buildah.version") { field, comparison in
    guard field == .labels else { return false }
    var built = comparison.built
    built.labels["io.buildah.version"] = comparison.expected.labels["io.buildah.version"]
    return field.text(of: built) == field.text(of: comparison.expected)
  }

  private static let portsAsWritten = EngineDeviation("it keeps ports as they are written") { field, comparison in
    guard field == .exposedPorts else { return false }
    let names = Set(comparison.built.exposedPorts.flatMap { exposedPortNames($0) ?? [$0] })
    return names == Set(comparison.expected.exposedPorts)
  }

  /// `CMD node app` after `SHELL ["bash", "-c"]` gets `/bin/sh -c`.
  private static let shellForms = EngineDeviation("SHELL does not reach its shell form") { field, comparison in
    let (expected, built) =
      switch field {
      case .entrypoint: (comparison.expected.entrypoint, comparison.built.entrypoint)
      case .command: (comparison.expected.command, comparison.built.command)
      default: ([], [])
      }
    guard let shell = comparison.image.shells.first(where: { expected.starts(with: $0) }) else { return false }
    return built == ["/bin/sh", "-c"] + expected.dropFirst(shell.count)
  }

  private static let noWorkingDirectory = EngineDeviation("it leaves out that it is /") { field, comparison in
    field == .workingDirectory && comparison.expected.workingDirectory == "/"
      && comparison.built.workingDirectory.isEmpty
  }

  private static let argumentsBelow = EngineDeviation("an ARG of the stage below does not reach it") {
    field,
    comparison in
    let image = comparison.image
    return field.expandsVariables && image.state.chain.dropLast().contains { image.hasArgument(in: $0) }
  }

  private static let argumentsBeneathVariables = EngineDeviation("an ARG does not hide an ENV of its name") {
    field,
    comparison in
    let image = comparison.image
    return field.expandsVariables && image.state.chain.contains { image.hasArgumentAfterVariable(in: $0) }
  }
}

extension ConfigurationField {
  fileprivate var expandsVariables: Bool {
    switch self {
    case .user, .environment, .workingDirectory, .exposedPorts, .volumes, .labels, .stopSignal: true
    case .healthcheck, .entrypoint, .command, .shell, .onBuild: false
    }
  }
}

extension JudgedImage {
  private func instructions(in stage: Int) -> Range<Int> { build.stages[stage].syntax.instructions }

  /// What SHELL sets in the stages that make the image.
  fileprivate var shells: [[String]] {
    state.chain.flatMap { instructions(in: $0) }.compactMap { index in
      guard case .shell(let command) = document.instructions[index], case .exec(let words) = command.form else {
        return nil
      }
      return document.strings(words)
    }
  }

  fileprivate func hasArgument(in stage: Int) -> Bool {
    instructions(in: stage).contains { if case .arg = document.instructions[$0] { true } else { false } }
  }

  fileprivate func hasArgumentAfterVariable(in stage: Int) -> Bool {
    var variables: Set<String> = []
    for index in instructions(in: stage) {
      switch document.instructions[index] {
      case .env(let pairs): variables.formUnion(document[pairs.pairs].map { document.string($0.name) })
      case .arg(let pairs):
        if document[pairs.pairs].contains(where: { variables.contains(document.string($0.name)) }) { return true }
      default: continue
      }
    }
    return false
  }
}
