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
    let count = tables.stages.count
    stages.reserve(count)
    stageNames.reserve(count)
    for index in 0..<count {
      var record = StageRecord()
      if let word = tables.stage(index).pointee.from.name {
        let name = tables.name(index)
        checkReserved(name, word, index)
        let (number, isNew) = stageNames.declare(name)
        if !isNew { reportDuplicate(name, word, index) }
        record.name = Int32(truncatingIfNeeded: number)
      }
      stages.append(record)
    }
  }

  /// The ARG instructions before the first FROM.
  mutating func readGlobalArguments() throws(LintError) {
    if case .target(let name?) = options.scope {
      variables.targetStage = variables.arena.keep(name)
    } else if !stages.isEmpty, !tables.name(stages.count - 1).isEmpty {
      variables.targetStage = tables.name(stages.count - 1)
    }
    for index in tables.document.globalArguments {
      guard case .arg(let arguments) = tables.instructions[index] else { continue }
      let site = plainSite(tables.node(index))
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
    guard bytes.needsExpansion else { return ExpandedBytes(text: bytes) }
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
    for index in 0..<stages.count {
      let written = tables.base(index)
      var name = tables.bytes(written)
      if name.needsExpansion {
        let base = try global(written, plainSite(tables.from(index)))
        name = base.text
        if base.error != nil { isGood = false }
        if base.isRemarkable { bases.append((index, base)) }
        if base.error != nil { continue }
      }
      stages.base[index].baseName = name
      guard !ImageReference.isWellFormed(name) else { continue }
      stages.base[index].isMalformed = true
      hasMalformedBases = true
      if isGood { reportInvalidDefault(written, index) }
    }
    try checkSourceDate()
    var next = 0
    for index in 0..<stages.count {
      if next < bases.count, bases[next].stage == index {
        try refuse(bases[next].base, stage: index)
        next += 1
      }
      try resolve(index)
    }
    try chooseTarget()
    try resolveLinks()
    try refuseBadBases()
    if hasTriggers || !allStages { try reachStages() }
  }

  private mutating func refuse(_ base: ExpandedBytes, stage index: Int) throws(LintError) {
    let word = tables.base(index)
    let site = site(tables.from(index))
    reportUndeclared(base.unmatched, in: word, globalScope, site)
    if let error = base.error { throw site.error(error.dockerMessage, at: word.range) }
  }

  private mutating func resolve(_ index: Int) throws(LintError) {
    let record = stages.base + index
    let base = record.pointee.baseName
    if base.isEmpty {
      let word = tables.base(index)
      let message = "base name (\(tables.string(word))) should not be blank"
      throw site(tables.from(index)).error(message, at: word.range)
    }
    if let platform = tables.stage(index).pointee.from.platform, !platform.text.isEmpty {
      let meaning = try resolve(platform, stage: tables.name(index), globalScope, site(tables.from(index)))
      record.pointee.isWindows = meaning.system == "windows"
    }
    if let below = stageNames.stage(base) {
      record.pointee.below = Int32(truncatingIfNeeded: below)
    } else if record.pointee.isScratch {
      record.pointee.isWindows = false
    }
    if record.pointee.name >= 0 { stageNames.set(Int(record.pointee.name), to: index) }
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
    if text.equals("linux/amd64") { return (usualPlatform, "") }
    do throws(Platform.Malformed) {
      return (try Platform(DockerText.string(text)), "")
    } catch {
      return (nil, error.message)
    }
  }

  /// What Docker's own arguments say, and most files.
  private static let usualPlatform = try? Platform("linux/amd64")
}
