import BuildModel
import Diagnostics
import DockerfileSyntax

extension LintWalk {
  /// Goes through the instructions of the stages, in file order.
  mutating func dispatchStages() throws(LintError) {
    for index in 0..<stages.count where allStages || stages.base[index].isReachable { try dispatch(stage: index) }
  }

  private mutating func dispatch(stage index: Int) throws(LintError) {
    let record = stages.base + index
    var heritage = Heritage()
    if record.pointee.below >= 0 {
      let below = stages.base + Int(record.pointee.below)
      heritage = below.pointee.heritage
      record.pointee.isWindows = below.pointee.isWindows
    }
    state = StageState(index, isWindows: record.pointee.isWindows, heritage)
    hidden.truncate(to: 0)
    record.pointee.isDispatched = true
    if !record.pointee.triggers.isEmpty { try dispatchTriggers(record.pointee.triggers, tables.from(index)) }
    for position in tables.stage(index).pointee.instructions.dropFirst() {
      let node = tables.node(position)
      try dispatch(tables.instruction(position), node, site(node))
    }
    record.pointee.heritage = Heritage(
      variables: variables.inherited(state.scope.root, shadowing: hidden.elements),
      depth: Int32(truncatingIfNeeded: state.depth),
      hasShell: state.hasShell,
      hasWorkdir: state.hasWorkdir
    )
  }

  private mutating func dispatchTriggers(_ run: Run32<UInt32>, _ from: NodePointer) throws(LintError) {
    let site = plainSite(from)
    let triggers = tables.document.triggers
    for position in run.indices {
      let trigger = triggers[Int(fired[position])]
      var (node, instruction) = (trigger.node, trigger.instruction)
      try withUnsafePointer(to: &node) { (node) throws(LintError) in
        try withUnsafePointer(to: &instruction) { (instruction) throws(LintError) in
          try dispatch(instruction, node, site)
        }
      }
    }
  }

  private mutating func dispatch(
    _ instruction: UnsafePointer<Instruction>,
    _ node: NodePointer,
    _ site: Site
  ) throws(LintError) {
    switch instruction.pointee {
    case .run(let run): if !run.flags.isEmpty { try dispatch(run, site) }
    case .copy(let copy): try dispatch(copy, isAdd: false, site)
    case .add(let copy): try dispatch(copy, isAdd: true, site)
    case .env(let pairs): try setEnvironment(pairs, node, site)
    case .label(let pairs): try checkLabels(pairs, node, site)
    case .arg(let pairs): try setArguments(pairs, site)
    case .workdir(let argument): try changeDirectory(argument.word, site)
    case .expose(let arguments): try checkPorts(arguments, site)
    case .volume(let arguments): try checkVolumes(arguments, site)
    case .user(let argument): _ = try expanded(argument.word, state.scope, site)
    case .stopSignal(let argument): try checkSignal(argument.word, site)
    case .cmd(let command):
      state.command = markOnce(state.command, node, site)
      checkForm(command, node, site)
    case .entrypoint(let command):
      state.entrypoint = markOnce(state.entrypoint, node, site)
      checkForm(command, node, site)
    case .healthcheck: state.healthcheck = markOnce(state.healthcheck, node, site)
    case .shell: state.hasShell = true
    case .onBuild, .maintainer, .from, .invalid: break
    }
  }
}

extension LintWalk {
  private mutating func checkVolumes(_ list: Arguments, _ site: Site) throws(LintError) {
    var empty: Word?
    for index in list.words.indices {
      let word = tables.words[index]
      if try expanded(word, state.scope, site).isEmpty, empty == nil { empty = word }
    }
    if let empty { throw site.error("VOLUME specified can not be an empty string", at: empty.range) }
  }

  private mutating func checkSignal(_ word: Word, _ site: Site) throws(LintError) {
    let text = DockerText.string(try expanded(word, state.scope, site))
    if !Signal.isKnown(text) { throw site.error("invalid signal: \(text)", at: word.range) }
  }

  private mutating func changeDirectory(_ word: Word, _ site: Site) throws(LintError) {
    let path = try expanded(word, state.scope, site)
    guard !state.isWindows else { return try changeWindowsDirectory(path, word, site) }
    let isAbsolute = path.first == UInt8(ascii: "/")
    checkWorkdir(path, isAbsolute: isAbsolute, word, site)
    state.hasWorkdir = true
    state.depth = path.depth(from: isAbsolute ? 0 : state.depth)
  }

  private mutating func changeWindowsDirectory(_ path: Bytes, _ word: Word, _ site: Site) throws(LintError) {
    let found = WindowsPath(DockerText.string(path))
    checkWorkdir(path, isAbsolute: found.isAbsolute, word, site)
    state.hasWorkdir = true
    if let problem = found.problem {
      let prefix = "normalizing workdir: normalizing working directory: removing drive letter: "
      throw site.error(prefix + problem, at: word.range)
    }
    let text = Array(found.text.utf8)
    let start = found.isAbsolute ? 0 : state.depth
    state.depth = text.withUnsafeBufferPointer { $0.depth(from: start) }
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
