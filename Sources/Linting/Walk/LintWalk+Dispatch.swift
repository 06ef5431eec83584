import BuildModel
import Diagnostics
import DockerfileSyntax

extension LintWalk {
  /// Goes through the instructions of the stages, in file order.
  mutating func dispatchStages() throws(LintError) {
    let isWhole = options.scope == .allStages
    for index in stages.indices where isWhole || stages[index].isReachable { try dispatch(stage: index) }
  }

  private mutating func dispatch(stage index: Int) throws(LintError) {
    let record = stages[index]
    var heritage = Heritage()
    if record.below >= 0 {
      heritage = stages[record.below].heritage
      stages[index].isWindows = stages[record.below].isWindows
    }
    var state = StageState(index, isWindows: stages[index].isWindows, heritage)
    stages[index].isDispatched = true
    let from = tables.nodes[record.node]
    for position in record.triggers {
      let trigger = tables.document.triggers[fired[position]]
      let site = Site(rules: check.rules, start: from.startLine, end: from.endLine)
      try dispatch(trigger.instruction, trigger.node, &state, site)
    }
    for position in record.instructions {
      try dispatch(position, &state)
    }
    stages[index].heritage = Heritage(
      variables: variables.inherited(state.scope.root, shadowing: state.hidden),
      hasShell: state.hasShell,
      hasWorkdir: state.hasWorkdir,
      depth: state.depth
    )
  }

  @inline(__always)
  private mutating func dispatch(_ position: Int, _ state: inout StageState) throws(LintError) {
    let node = tables.nodes[position]
    try dispatch(tables.instructions[position], node, &state, site(node))
  }

  private mutating func dispatch(
    _ instruction: Instruction,
    _ node: Node,
    _ state: inout StageState,
    _ site: Site
  ) throws(LintError) {
    switch instruction {
    case .run(let run): if !run.flags.isEmpty { try dispatch(run, state, site) }
    case .copy(let copy): try dispatch(copy, isAdd: false, state, site)
    case .add(let copy): try dispatch(copy, isAdd: true, state, site)
    case .env(let pairs): try setEnvironment(pairs, node, &state, site)
    case .label(let pairs): try checkLabels(pairs, node, state, site)
    case .arg(let pairs): try setArguments(pairs, &state, site)
    case .workdir(let argument): try changeDirectory(argument.word, &state, site)
    case .expose(let arguments): try checkPorts(arguments, state, site)
    case .volume(let arguments): try checkVolumes(arguments, state, site)
    case .user(let argument): _ = try expanded(argument.word, state.scope, site)
    case .stopSignal(let argument): try checkSignal(argument.word, state, site)
    case .cmd(let command):
      checkUsedOnce(&state.command, node, site)
      checkForm(command, node, state, site)
    case .entrypoint(let command):
      checkUsedOnce(&state.entrypoint, node, site)
      checkForm(command, node, state, site)
    case .healthcheck: checkUsedOnce(&state.healthcheck, node, site)
    case .shell: state.hasShell = true
    case .onBuild, .maintainer, .from, .invalid: break
    }
  }
}

extension LintWalk {
  /// All words of a line see the variables as they were before it.
  private mutating func setEnvironment(
    _ pairs: Pairs,
    _ node: Node,
    _ state: inout StageState,
    _ site: Site
  ) throws(LintError) {
    if pairs.pairs.count == 1 {
      let pair = tables.pairs[pairs.pairs.indices.lowerBound]
      let (name, value) = try expanded(pair, state.scope, site)
      set(pair, name, value, node, &state, site)
      return
    }
    let scope = state.scope
    var values: [(name: Bytes, value: Bytes)] = []
    values.reserveCapacity(pairs.pairs.count)
    for index in pairs.pairs.indices { values.append(try expanded(tables.pairs[index], scope, site)) }
    for (index, found) in zip(pairs.pairs.indices, values) {
      set(tables.pairs[index], found.name, found.value, node, &state, site)
    }
  }

  private mutating func expanded(
    _ pair: Pair,
    _ scope: Scope,
    _ site: Site
  ) throws(LintError) -> (name: Bytes, value: Bytes) {
    let name = try expanded(pair.name, scope, site)
    guard let value = pair.value else { return (name, Bytes(start: nil, count: 0)) }
    return (name, try expanded(value, scope, site))
  }

  private mutating func set(
    _ pair: Pair,
    _ name: Bytes,
    _ value: Bytes,
    _ node: Node,
    _ state: inout StageState,
    _ site: Site
  ) {
    checkFormat(pair, node, site)
    checkSecret("ENV", name, pair.name, site)
    variables.setEnvironment(name, value, at: &state.scope.root)
  }

  private mutating func checkLabels(
    _ pairs: Pairs,
    _ node: Node,
    _ state: StageState,
    _ site: Site
  ) throws(LintError) {
    for index in pairs.pairs.indices { _ = try expanded(tables.pairs[index], state.scope, site) }
    for index in pairs.pairs.indices { checkFormat(tables.pairs[index], node, site) }
  }

  /// An ARG's value: its default, else that of the global ARG. Each sees those before it in the line.
  private mutating func setArguments(_ pairs: Pairs, _ state: inout StageState, _ site: Site) throws(LintError) {
    for index in pairs.pairs.indices {
      let pair = tables.pairs[index]
      let name = tables.bytes(pair.name)
      checkSecret("ARG", name, pair.name, site)
      var value: Bytes?
      if let written = pair.value {
        value = try expanded(written, state.scope, site)
      } else {
        value = variables.value(of: name, in: globalScope)
      }
      if let value, !Predefined.isScannerArgument(name) {
        let isPath = !state.isWindows && name.equals("PATH")
        let hidden = variables.setArgument(name, value, isPath: isPath, at: &state.scope.root)
        if let hidden { state.hidden.append(hidden) }
      } else {
        variables.declare(name, at: &state.scope.root)
      }
    }
  }

  private mutating func checkVolumes(_ list: Arguments, _ state: StageState, _ site: Site) throws(LintError) {
    var empty: Word?
    for index in list.words.indices {
      let word = tables.words[index]
      if try expanded(word, state.scope, site).isEmpty, empty == nil { empty = word }
    }
    if let empty { throw site.error("VOLUME specified can not be an empty string", at: empty.range) }
  }

  private mutating func checkSignal(_ word: Word, _ state: StageState, _ site: Site) throws(LintError) {
    let text = DockerText.string(try expanded(word, state.scope, site))
    if !Signal.isKnown(text) { throw site.error("invalid signal: \(text)", at: word.range) }
  }

  private mutating func checkPorts(_ list: Arguments, _ state: StageState, _ site: Site) throws(LintError) {
    // All are expanded before the first is looked at.
    var texts: [(text: String, word: Word)] = []
    for index in list.words.indices {
      let word = tables.words[index]
      let bytes = tables.bytes(word)
      if Self.isPlainPort(bytes) { continue }
      guard ByteTraits(bytes).contains(.expands) || bytes.contains(UInt8(ascii: "<")) else {
        texts.append((DockerText.string(bytes), word))
        continue
      }
      do throws(ExpansionError) {
        let lookup = ScopeLookup(variables: variables, scope: state.scope)
        for text in try Expansion(escape: escape).words(in: bytes, with: lookup) { texts.append((text, word)) }
      } catch {
        throw site.error(error.dockerMessage, at: word.range)
      }
    }
    for (text, word) in texts {
      do throws(PortSpecification.Invalid) {
        let port = try PortSpecification(text)
        checkPort(port, written: text, word, site)
        _ = try port.containerPorts()
      } catch {
        throw site.error(error.message, at: word.range)
      }
    }
  }

  /// A number that is a port for sure, with or without `/tcp` or `/udp`.
  private static func isPlainPort(_ bytes: Bytes) -> Bool {
    var number = 0
    var index = 0
    while index < bytes.count, index < 5, bytes[index] >= 0x30, bytes[index] <= 0x39 {
      number = number * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    guard index > 0, number <= 65535 else { return false }
    if index == bytes.count { return true }
    let rest = Bytes(rebasing: bytes[index...])
    return rest.equals("/tcp") || rest.equals("/udp")
  }

  private mutating func changeDirectory(_ word: Word, _ state: inout StageState, _ site: Site) throws(LintError) {
    let path = try expanded(word, state.scope, site)
    guard !state.isWindows else { return try changeWindowsDirectory(path, word, &state, site) }
    let isAbsolute = path.first == UInt8(ascii: "/")
    checkWorkdir(path, isAbsolute: isAbsolute, word, state, site)
    state.hasWorkdir = true
    state.depth = path.depth(from: isAbsolute ? 0 : state.depth)
  }

  private mutating func changeWindowsDirectory(
    _ path: Bytes,
    _ word: Word,
    _ state: inout StageState,
    _ site: Site
  ) throws(LintError) {
    let found = WindowsPath(DockerText.string(path))
    checkWorkdir(path, isAbsolute: found.isAbsolute, word, state, site)
    state.hasWorkdir = true
    if let problem = found.problem {
      let prefix = "normalizing workdir: normalizing working directory: removing drive letter: "
      throw site.error(prefix + problem, at: word.range)
    }
    let text = Array(found.text.utf8)
    state.depth = text.withUnsafeBufferPointer { $0.depth(from: found.isAbsolute ? 0 : state.depth) }
  }
}

extension Bytes {
  /// How many folders deep a path ends that starts in a folder of some depth; `..` stops at the root.
  func depth(from start: Int) -> Int {
    var depth = start
    var index = 0
    while index < count {
      var end = index
      while end < count, self[end] != UInt8(ascii: "/") { end += 1 }
      let length = end - index
      if length == 2, self[index] == 0x2E, self[index + 1] == 0x2E {
        depth = Swift.max(0, depth - 1)
      } else if length > 0, !(length == 1 && self[index] == 0x2E) {
        depth += 1
      }
      index = end + 1
    }
    return depth
  }
}
