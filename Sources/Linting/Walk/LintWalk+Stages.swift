import BuildModel
import Diagnostics
import DockerfileSyntax

/// A `--platform` of FROM.
struct ExpandedPlatform {
  let word: Word
  let text: Bytes
  /// What it was made of, beside constant text.
  let usesTargetPlatform: Bool
  let usesOthers: Bool
  let meaning: Platform?
}

extension LintWalk {
  /// What is to say about the names alone.
  mutating func checkStageNames() {
    stages.reserveCapacity(tables.stages.count)
    for stage in tables.stages {
      let node = tables.nodes[stage.instructions.lowerBound]
      let name = stage.from.name.map(lowered) ?? Bytes(start: nil, count: 0)
      if let word = stage.from.name {
        checkReserved(name, word, node)
        if !stageNames.declare(name) { reportDuplicate(name, word, node) }
      }
      let record = StageRecord(
        node: stage.instructions.lowerBound,
        instructions: stage.instructions.dropFirst(),
        name: name,
        base: stage.from.base,
        baseName: tables.bytes(stage.from.base)
      )
      stages.append(record)
    }
  }

  private func lowered(_ name: Word) -> Bytes {
    let bytes = tables.bytes(name)
    if !bytes.contains(where: { $0 >= 0x80 || ($0 >= 0x41 && $0 <= 0x5A) }) { return bytes }
    return variables.arena.keep(DockerText.lower(bytes))
  }

  /// The ARG instructions before the first FROM.
  mutating func readGlobalArguments() throws(LintError) {
    if case .target(let name?) = options.scope {
      variables.targetStage = variables.arena.keep(name)
    } else if let last = stages.last, !last.name.isEmpty {
      variables.targetStage = last.name
    }
    for index in tables.document.globalArguments {
      guard case .arg(let arguments) = tables.instructions[index] else { continue }
      let site = plainSite(tables.nodes[index])
      for pair in arguments.pairs.indices {
        let (name, value) = (tables.pairs[pair].name, tables.pairs[pair].value)
        guard let value else {
          variables.declare(tables.bytes(name), at: &globals)
          continue
        }
        let text = try global(value, site)
        if let error = text.error { throw site.error(error.dockerMessage, at: value.range) }
        variables.setEnvironment(tables.bytes(name), text.text, at: &globals)
      }
    }
  }

  /// The variables that FROM lines see.
  var globalScope: Scope { Scope(root: globals, isGlobal: true) }

  /// A word of a FROM line or of an ARG above it.
  private mutating func global(_ word: Word, _ site: Site) throws(LintError) -> ExpandedBytes {
    let bytes = tables.bytes(word)
    guard ByteTraits(bytes).contains(.expands) else { return ExpandedBytes(text: bytes) }
    let scope = globalScope
    var plain = PlainExpansion(bytes, escape: escape, scope: scope)
    if let text = plain.run(variables) {
      try refuseTooMuch(word, site)
      return ExpandedBytes(text: text, usesTargetPlatform: plain.usesTargetPlatform, usesOthers: plain.usesOthers)
    }
    return wholly(bytes, scope)
  }

  /// What each stage starts from, and for which platform.
  mutating func resolveStages() throws(LintError) {
    // Those with something to report, which waits until all are known.
    var bases: [(stage: Int, base: ExpandedBytes)] = []
    var isGood = true
    for index in stages.indices {
      let node = tables.nodes[stages[index].node]
      let base = try global(stages[index].base, plainSite(node))
      if base.error != nil { isGood = false }
      stages[index].baseName = base.text
      stages[index].isMalformed = base.error == nil && !ImageReference.isWellFormed(base.text)
      if isGood, stages[index].isMalformed { reportInvalidDefault(stages[index].base, node) }
      if base.isRemarkable { bases.append((index, base)) }
    }
    try checkSourceDate()
    var next = 0
    for index in stages.indices {
      let isRemarkable = next < bases.count && bases[next].stage == index
      try resolve(index, isRemarkable ? bases[next].base : ExpandedBytes(text: stages[index].baseName))
      if isRemarkable { next += 1 }
    }
    try chooseTarget()
    try resolveLinks()
    try refuseBadBases()
    if hasTriggers || options.scope != .allStages { try reachStages() }
  }

  private mutating func resolve(_ index: Int, _ base: ExpandedBytes) throws(LintError) {
    let record = stages[index]
    let site = site(tables.nodes[record.node])
    let scope = globalScope
    reportUndeclared(base.unmatched, in: record.base, scope, site)
    if let error = base.error { throw site.error(error.dockerMessage, at: record.base.range) }
    if base.text.isEmpty {
      throw site.error("base name (\(tables.string(record.base))) should not be blank", at: record.base.range)
    }
    let from = tables.stages[index].from
    if let platform = from.platform, !platform.text.isEmpty {
      let meaning = try resolve(platform, stage: record.name, scope, site)
      stages[index].isWindows = meaning.system == "windows"
    }
    if let below = stageNames.stage(base.text) {
      stages[index].below = below
    } else if base.text.equals("scratch") {
      stages[index].isWindows = false
    }
    if !record.name.isEmpty { stageNames.set(record.name, to: index) }
  }

  private mutating func resolve(
    _ word: Word,
    stage: Bytes,
    _ scope: Scope,
    _ site: Site
  ) throws(LintError) -> Platform {
    let expanded = try global(word, site)
    let meaning = Self.platform(expanded.text)
    let platform = ExpandedPlatform(
      word: word,
      text: expanded.text,
      usesTargetPlatform: expanded.usesTargetPlatform,
      usesOthers: expanded.usesOthers || !expanded.unmatched.isEmpty,
      meaning: meaning.platform
    )
    reportUndeclared(expanded.unmatched, in: word, scope, site)
    checkRedundantPlatform(platform, scope, site)
    checkConstantPlatform(platform, stage: stage, site)
    if let error = expanded.error {
      let message = "failed to process arguments for platform : \(error.dockerMessage)"
      throw site.error(message, at: word.range)
    }
    if let found = meaning.platform, !expanded.text.isEmpty { return found }
    var nearest: String?
    for name in expanded.unmatched where nearest == nil { nearest = self.nearest(to: name, scope, declaredToo: false) }
    let hint = nearest.map { " (did you mean \($0)?)" } ?? ""
    let written = tables.string(word)
    let message =
      expanded.text.isEmpty
      ? "empty platform value from expression \(written)" : "failed to parse platform \(written): \(meaning.problem)"
    throw site.error(message + hint, at: word.range, suggestion: nearest)
  }

  private static func platform(_ text: Bytes) -> (platform: Platform?, problem: String) {
    do throws(Platform.Malformed) {
      return (try Platform(DockerText.string(text)), "")
    } catch {
      return (nil, error.message)
    }
  }
}
