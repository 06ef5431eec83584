import DockerfileSyntax

/// Walks over the instructions of a stage and of those that it starts from, as the dispatcher does, and keeps what
/// decided each value.
struct ConfigurationTracer {
  let document: Document
  let options: BuildOptions
  private(set) var focus: Int?
  var trace: ConfigurationTrace
  /// For each variable that expansion sees: an index into the trace's settings.
  var variables: [String: Int] = [:]
  /// The same for the image's environment alone.
  var environment: [String: Int] = [:]
  /// Variables of the environment that an ARG hides until the end of the stage.
  var hidden: Set<String> = []
  /// ARG instructions without any value.
  var declarations: [String: Origin] = [:]
  var globals: [String: Int] = [:]
  var commandIsOwn = false
  var user = ""
  var directory = ""
  var shell: [String]?

  init(_ document: Document, _ options: BuildOptions, stage: Int, focus: Int? = nil) {
    self.document = document
    self.focus = focus
    self.options = options
    trace = ConfigurationTrace(stage: stage)
  }

  mutating func run() {
    readGlobals()
    guard document.stages.indices.contains(trace.stage) else { return }
    let chain = chain()
    trace.chain = chain
    for (index, stage) in chain.enumerated() {
      if index == 0 { begin(stage) } else { inherit() }
      let nodes = document.stages[stage].instructions
      note(from: nodes.lowerBound, stage)
      if index > 0 { fireTriggers(of: chain[index - 1], in: stage) }
      for node in nodes.dropFirst() {
        let origin = Origin(instruction: node, stage: stage, range: document.nodes[node].range)
        apply(document.instructions[node], origin)
      }
    }
  }

  // MARK: - Where it starts

  private mutating func readGlobals() {
    let names = document.stages.map { document.name(of: $0) }
    let target = options.target ?? names.last.flatMap { $0.isEmpty ? nil : $0 }
    for name in GlobalArguments.platformNames {
      guard let value = GlobalArguments.platform(name, target: target) else { continue }
      let given = options.arguments[name]
      let cause: VariableSetting.Cause = given == nil ? .builder : .buildArgument
      globals[name] = add(VariableSetting(name: name, value: given ?? value, cause: cause, isOfImage: false))
    }
    for index in document.globalArguments {
      guard case .arg(let declared) = document.instructions[index] else { continue }
      let origin = Origin(instruction: index, stage: -1, range: document.nodes[index].range)
      variables = globals
      for pair in document[declared.pairs] {
        let name = document.string(pair.name)
        let written = pair.value.map { word($0) }
        guard let cause = cause(name, written), let value = options.arguments[name] ?? written?.value else { continue }
        globals[name] = add(
          VariableSetting(name: name, value: value, cause: cause, origin: origin, isOfImage: false),
          at: origin
        )
        variables = globals
        if let written { trace.words[.init(origin), default: []].append(written) }
      }
    }
    variables = [:]
  }

  private func cause(_ name: String, _ written: WordTrace?) -> VariableSetting.Cause? {
    options.arguments[name] == nil ? written.map { .written($0) } : .buildArgument
  }

  /// From the outside to the stage itself; a base always stands above.
  private mutating func chain() -> [Int] {
    variables = globals
    var bases: [Int?] = []
    var indexByName: [String: Int] = [:]
    for (index, stage) in document.stages[...trace.stage].enumerated() {
      bases.append(indexByName[word(stage.from.base).value])
      let name = document.name(of: stage)
      if !name.isEmpty { indexByName[name] = index }
    }
    variables = [:]
    var chain = [trace.stage]
    while let next = bases[chain[chain.count - 1]] { chain.append(next) }
    return chain.reversed()
  }

  /// What the FROM of a stage was written with.
  private mutating func note(from node: Int, _ stage: Int) {
    let origin = Origin(instruction: node, stage: stage, range: document.nodes[node].range)
    let saved = variables
    variables = globals
    let from = document.stages[stage].from
    trace.words[.init(origin)] = [word(from.base)] + (from.platform.map { [word($0)] } ?? [])
    variables = saved
  }

  private mutating func begin(_ stage: Int) {
    variables = globals
    let name = word(document.stages[stage].from.base).value
    variables = [:]
    if name == "scratch" {
      directory = "/"
    } else {
      do throws(ImageReference.Malformed) {
        let reference = try ImageReference(name)
        trace.base = .image(reference, facts: options.baseImages?.row(for: reference))
      } catch {
        // Docker refuses the name; nothing is known about it.
      }
    }
    if let facts = trace.base.facts { begin(with: facts) }
    if environment["PATH"] == nil {
      set(VariableSetting(name: "PATH", value: Self.usualPath, cause: .builder, isOfImage: true))
    }
  }

  private static let usualPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

  private mutating func begin(with facts: BaseImageRow) {
    for entry in facts.environment {
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let value = parts.count > 1 ? parts[1] : ""
      set(VariableSetting(name: parts[0], value: value, cause: .baseImage, isOfImage: true))
    }
    user = facts.user
    directory = facts.workdir
    if !facts.user.isEmpty { inherit(.user, [facts.user]) }
    if !facts.workdir.isEmpty { inherit(.workingDirectory, [facts.workdir]) }
    if !facts.entrypoint.isEmpty { inherit(.entrypoint, facts.entrypoint) }
    if !facts.command.isEmpty { inherit(.command, facts.command) }
    if facts.hasHealthcheck { inherit(.healthcheck, nil) }
    for port in facts.ports { expose(port, ConfigurationChange(effect: .inherited, value: [port])) }
  }

  private mutating func inherit(_ field: EffectiveImage.Field, _ value: [String]?) {
    trace.fields[field] = [ConfigurationChange(effect: .inherited, value: value)]
  }

  /// What a stage that starts from the one before finds.
  private mutating func inherit() {
    commandIsOwn = false
    trace.triggers = []
    for name in hidden { variables[name] = environment[name] }
    hidden = []
  }

  private mutating func fireTriggers(of base: Int, in stage: Int) {
    for node in document.stages[base].instructions {
      guard case .onBuild(let onBuild) = document.instructions[node] else { continue }
      let range = document.nodes[node].range
      let origin = Origin(instruction: node, stage: stage, range: range, isTrigger: true)
      apply(document.triggers[onBuild.trigger].instruction, origin)
    }
  }

  // MARK: - Words

  @discardableResult
  mutating func add(_ setting: VariableSetting, at origin: Origin? = nil) -> Int {
    trace.settings.append(setting)
    let index = trace.settings.count - 1
    if let origin { trace.settingsByPlace[.init(origin), default: []].append(index) }
    return index
  }

  mutating func set(_ setting: VariableSetting) {
    let index = add(setting, at: setting.origin)
    variables[setting.name] = index
    guard setting.isOfImage else { return }
    hidden.remove(setting.name)
    environment[setting.name] = index
    trace.environment[setting.name, default: []].append(index)
  }

  /// A word against the variables of its place.
  func word(_ word: Word) -> WordTrace {
    let bytes = document.bytes(word.text)
    let written = document.string(word)
    let expansion = Expansion(escape: document.escape)
    let scope = Scope(settings: trace.settings, indices: variables)
    do {
      let expanded = try expansion.expand(bytes, with: scope)
      let names = expanded.matched + expanded.unmatched
      guard !names.isEmpty else { return WordTrace(written: written, value: expanded.text, uses: []) }
      let standIns = try expansion.standIns(in: bytes, with: scope)
      return WordTrace(
        written: written,
        value: expanded.text,
        uses: names.map { name in
          WordTrace.VariableUse(
            name: name,
            setting: variables[name],
            declaration: variables[name] == nil ? declarations[name] : nil,
            standIn: standIns.first { $0.name == name }?.text
          )
        }
      )
    } catch {
      return WordTrace(written: written, value: written, uses: [])
    }
  }

  /// The words that one word becomes: values with blanks are split.
  func split(_ word: Word) -> [String] {
    do {
      let scope = Scope(settings: trace.settings, indices: variables)
      return try Expansion(escape: document.escape).words(in: document.bytes(word.text), with: scope)
    } catch {
      return []
    }
  }

  private struct Scope: VariableLookup {
    let settings: [VariableSetting]
    let indices: [String: Int]

    func value(of name: String) -> String? { indices[name].map { settings[$0].value } }
  }
}
