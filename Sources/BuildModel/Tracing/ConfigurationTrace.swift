package import DockerfileSyntax

/// How the configuration of a stage came to be: every change of it, by the instructions of the stages that it is made
/// of, with what decided their words.
///
/// It is made on demand from the document, and never fails: what Docker refuses stays as it is written.
package struct ConfigurationTrace: Sendable {
  package let stage: Int
  /// The stages whose instructions make this one, from the first to this one itself.
  package internal(set) var chain: [Int] = []
  package internal(set) var base: ExternalBase = .scratch
  /// All settings of variables, global ARGs first.
  package internal(set) var settings: [VariableSetting] = []
  /// The changes of each field that has one value, the last one last.
  package internal(set) var fields: [EffectiveImage.Field: [ConfigurationChange]] = [:]
  /// For each variable of the image's environment its settings; the last one counts.
  package internal(set) var environment: [String: [Int]] = [:]
  package internal(set) var labels: [ExactText: [ConfigurationChange]] = [:]
  package internal(set) var volumes: [ExactText: [ConfigurationChange]] = [:]
  var ports = PortChanges()
  /// The ONBUILD instructions that the image keeps.
  package internal(set) var triggers: [Origin] = []
  /// The expanded words of each instruction, in the order of the line.
  var words: [Place: [WordTrace]] = [:]
  var surroundings: [Place: Surroundings] = [:]
  /// The variables that the instruction in focus sees: indices of settings.
  var scopes: [Place: [String: Int]] = [:]
  /// The settings that each ENV or ARG made.
  var settingsByPlace: [Place: [Int]] = [:]

  /// An instruction, or the firing of one behind an ONBUILD.
  struct Place: Hashable, Sendable {
    var instruction: Int
    var isTrigger: Bool

    init(_ origin: Origin) {
      instruction = origin.instruction
      isTrigger = origin.isTrigger
    }
  }

  /// - Parameters:
  ///   - stage: index of the stage in the document.
  ///   - focus: the instruction whose variables are asked for later.
  package init(of stage: Int, in document: Document, options: BuildOptions, focus: Int? = nil) {
    var tracer = ConfigurationTracer(document, options, stage: stage, focus: focus)
    tracer.run()
    self = tracer.trace
  }

  init(stage: Int) {
    self.stage = stage
  }

  /// The change that decides a field; nil where nothing is known to have set it.
  package func last(_ field: EffectiveImage.Field) -> ConfigurationChange? { fields[field]?.last }

  /// What became of the words of an instruction.
  package func words(of origin: Origin) -> [WordTrace] { words[Place(origin)] ?? [] }

  package func surroundings(of origin: Origin) -> Surroundings? { surroundings[Place(origin)] }

  /// What an ENV or ARG set; an ARG without any value is not among them.
  package func settings(of origin: Origin) -> [VariableSetting] {
    (settingsByPlace[Place(origin)] ?? []).map { settings[$0] }
  }

  /// The EXPOSE or base image that a port as `3000/tcp` comes from.
  package func change(ofPort name: String) -> ConfigurationChange? { ports.last(of: name) }
}

/// Which change exposed which port. Ranges stay ranges: one line may expose every port there is.
struct PortChanges: Sendable {
  private static let longestList = 64
  private static let mostRanges = 256

  private var changes: [ConfigurationChange] = []
  private var byName: [String: Int] = [:]
  private var ranges: [(ports: ExposedPorts, change: Int)] = []

  mutating func add(_ ports: ExposedPorts, _ change: ConfigurationChange) {
    changes.append(change)
    let index = changes.count - 1
    if ports.range.count <= Self.longestList {
      for port in ports.range { byName["\(port)/\(ports.scheme)"] = index }
    } else if ranges.count < Self.mostRanges {
      ranges.append((ports, index))
    }
  }

  func last(of name: String) -> ConfigurationChange? {
    let parts = name.split(separator: "/")
    guard let first = parts.first, let port = Int(first), let scheme = parts.last else { return nil }
    let range = ranges.last { $0.ports.range.contains(port) && $0.ports.scheme == scheme }?.change
    return [byName[name], range].compactMap { $0 }.max().map { changes[$0] }
  }
}
