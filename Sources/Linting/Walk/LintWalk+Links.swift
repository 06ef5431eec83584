import BuildModel
import Diagnostics
import DockerfileSyntax

extension LintWalk {
  /// What COPY and RUN take from stages and images. Docker names no line for what is wrong here.
  mutating func resolveLinks() throws(LintError) {
    var stage = 0
    for position in 0..<flagged.count {
      let index = Int(flagged.base[position])
      while tables.stage(stage).pointee.instructions.upperBound <= index { stage += 1 }
      // The flags of FROM are another matter.
      if tables.stage(stage).pointee.instructions.lowerBound == index { continue }
      try link(tables.instruction(index), stage: stage, node: index, line: tables.node(index).pointee.startLine)
    }
    if hasForwardLinks { try refuseCycles() }
  }

  /// - Parameter line: which Docker names when an image that is named here is none.
  mutating func link(
    _ instruction: UnsafePointer<Instruction>,
    stage: Int,
    node: Int,
    line: UInt32
  ) throws(LintError) {
    switch instruction.pointee {
    case .copy(let copy):
      guard let from = tables.value(of: "from", in: copy.flags), !from.text.isEmpty else { return }
      try refuseVariables(from)
      if let number = Self.number(tables.bytes(from)) {
        guard number >= 0, number < stages.count + imported.count else {
          throw LintError(message: "invalid stage index \(number)", line: -1, range: from.range)
        }
        if number < stages.count { add(StageLink(stage: stage, source: number, node: node)) }
      } else {
        link(tables.bytes(from), from, stage: stage, node: node, line: Int32(clamping: line))
      }
    case .run(let run):
      guard tables.value(of: "mount", in: run.flags) != nil else { return }
      if linkPlainMounts(of: run, stage: stage, node: node) { return }
      for mount in tables.document.unresolvedMounts(of: run) {
        let name = variables.arena.keep(mount.from.isEmpty ? "scratch" : mount.from)
        link(name, Word(text: Text(source: 0..<0), range: mount.range), stage: stage, node: node, line: -1)
      }
    default: break
    }
  }

  /// False when one of the mounts isn't plain; then nothing was done.
  private mutating func linkPlainMounts(of run: Run, stage: Int, node: Int) -> Bool {
    guard arePlain(run) else { return false }
    for index in run.flags.indices {
      guard let value = mountValue(index), let mount = PlainMount(tables.bytes(value)) else { continue }
      link(mount.from.isEmpty ? Bytes("scratch") : mount.from, value, stage: stage, node: node, line: -1)
    }
    return true
  }

  /// All mounts of a RUN are plain.
  mutating func arePlain(_ run: Run) -> Bool {
    run.flags.indices.allSatisfy { index in
      mountValue(index).map { PlainMount(tables.bytes($0)) != nil } ?? true
    }
  }

  /// The value of a flag that is a mount.
  func mountValue(_ flag: Int) -> Word? {
    tables.bytes(tables.flags[flag].name).equals("mount") ? tables.flags[flag].value : nil
  }

  private mutating func link(_ name: Bytes, _ word: Word, stage: Int, node: Int, line: Int32) {
    if let source = stageNames.stage(inAnyCase: name) {
      add(StageLink(stage: stage, source: source, node: node))
    } else {
      imported.append(ImportedImage(name: name, line: line, word: word))
    }
  }

  private mutating func add(_ link: StageLink) {
    if link.source >= link.stage { hasForwardLinks = true }
    links.append(link)
  }

  /// What Go's Atoi takes for a number.
  static func number(_ bytes: Bytes) -> Int? {
    guard let first = bytes.first, first <= 0x39 else { return nil }
    return Int(DockerText.string(bytes))
  }

  private mutating func refuseVariables(_ from: Word) throws(LintError) {
    let bytes = tables.bytes(from)
    guard bytes.needsExpansion else { return }
    do throws(ExpansionError) {
      let text = try Expansion(escape: escape).expand(bytes, with: NoVariables()).text
      if text.utf8.elementsEqual(bytes) { return }
    } catch {
      throw LintError(message: error.dockerMessage, line: -1, range: from.range)
    }
    throw LintError(message: BuildError.variableInFrom, line: -1, range: from.range)
  }

  /// Depth first, in file order and without recursion. What a stage starts from doesn't count.
  private func refuseCycles() throws(LintError) {
    let graph = LinkGraph(Array(links.elements), count: stages.count)
    guard let cycle = graph.cycle() else { return }
    let name = tables.name(cycle.start)
    let shown = name.isEmpty ? "stage-\(cycle.start)" : DockerText.string(name)
    // Docker names the first line of all on the way.
    let lines = cycle.links.map { tables.nodes[Int(links[$0].node)].startLine }
    let first = tables.nodes[Int(links[cycle.links[0]].node)]
    let range = tables.value(of: "from", in: first.flags)?.range ?? first.keyword.range
    let message = "circular dependency detected on stage: \(shown)"
    throw LintError(message: message, line: Int(lines.min() ?? 0), range: range)
  }

  /// Where the base of a stage is no stage, it must be an image's name.
  ///
  /// BuildKit looks at all of them at once. Where several are bad, chance decides which one it tells of; mostly that is
  /// the last of all, and if that one is good, the first bad one.
  mutating func refuseBadBases() throws(LintError) {
    guard hasMalformedBases || !imported.isEmpty else { return }
    let isLast = imported.elements.allSatisfy { $0.name.equals("scratch") }
    let last = stages.elements.lastIndex { $0.below < 0 && !$0.isScratch }
    if isLast, let last { try refuseBadBase(last) }
    if let image = imported.elements.last(where: { !$0.name.equals("scratch") }) { try refuseBadImport(image) }
    for index in 0..<stages.count where stages[index].isMalformed { try refuseBadBase(index) }
    for image in imported.elements { try refuseBadImport(image) }
  }

  /// The same for what triggers have brought.
  func refuseBadImports(from start: Int) throws(LintError) {
    let images = imported[start..<imported.count]
    if let image = images.last(where: { !$0.name.equals("scratch") }) { try refuseBadImport(image) }
    for image in images { try refuseBadImport(image) }
  }

  private func refuseBadBase(_ index: Int) throws(LintError) {
    let record = stages[index]
    guard record.isMalformed, record.below < 0, !record.isScratch,
      let problem = ImageReference.problem(record.baseName)
    else { return }
    let line = Int(tables.from(index).pointee.startLine)
    throw Self.malformed(record.baseName, problem, line: line, at: tables.base(index))
  }

  private func refuseBadImport(_ image: ImportedImage) throws(LintError) {
    guard !image.name.equals("scratch"), !ImageReference.isWellFormed(image.name),
      let problem = ImageReference.problem(image.name)
    else { return }
    throw Self.malformed(image.name, problem, line: Int(image.line), at: image.word)
  }

  private static func malformed(
    _ name: Bytes,
    _ problem: ImageReference.Malformed,
    line: Int,
    at word: Word
  ) -> LintError {
    let message = "failed to parse stage name \(DockerText.quoted(name)): \(problem.message)"
    return LintError(message: message, line: line, range: word.range)
  }
}
