import Diagnostics
import DockerfileSyntax

/// The stages of a file, what each refers to, and which of them a target needs.
final class StageGraph {
  private(set) var stages: [Stage] = []
  let globals: GlobalArguments
  let target: Int
  private let document: Document
  /// The last stage of each name.
  private var indexByName: [String: Int] = [:]
  /// Names of images that COPY and RUN take from, each time they do: Docker counts them on behind the stages.
  private var imported: [String] = []

  init(of document: Document, options: BuildOptions) throws(BuildError) {
    self.document = document
    let names = document.stages.map { document.name(of: $0) }
    let targetName = options.target ?? names.last.flatMap { $0.isEmpty ? nil : $0 }
    globals = try GlobalArguments(of: document, target: targetName, arguments: options.arguments)
    target = try Self.target(options.target, names: names)
    for (index, syntax) in document.stages.enumerated() {
      let stage = try makeStage(index, syntax)
      stages.append(stage)
      if stage.isNamed { indexByName[stage.name] = index }
    }
    for index in stages.indices {
      var found: [StageReference] = []
      for node in document.stages[index].instructions.dropFirst() {
        try addReferences(of: document.instructions[node], node: node, &imported, to: &found)
      }
      if !found.isEmpty { stages[index].references = found }
    }
    try refuseCycles()
  }

  /// For each stage whether a build of the target runs it, by its own references alone: triggers add to it.
  /// - Throws: what is wrong with a trigger that fires in one of them.
  func reachable(from target: Int) throws(BuildError) -> [Bool] {
    var found = [Bool](repeating: false, count: stages.count)
    var imported = imported
    var waiting = [target]
    while let index = waiting.popLast() {
      if found[index] { continue }
      found[index] = true
      if case .stage(let base) = stages[index].base { waiting.append(base) }
      for reference in stages[index].references {
        if case .stage(let source) = reference.source { waiting.append(source) }
      }
      for reference in try triggerReferences(firedIn: index, &imported) {
        if case .stage(let source) = reference.source { waiting.append(source) }
      }
    }
    return found
  }

  /// The last stage of a name, in any case.
  func stage(named name: String) -> Int? { indexByName[name.lowercased()] }

  /// What a number in `--from` means: a stage, or behind those an image that was named before.
  func source(numbered number: Int) -> StageReference.Source? { source(numbered: number, imported) }

  private func source(numbered number: Int, _ imported: [String]) -> StageReference.Source? {
    if stages.indices.contains(number) { return .stage(number) }
    let place = number - stages.count
    return imported.indices.contains(place) ? .image(imported[place]) : nil
  }

  /// The stages that a stage takes files from.
  private func sources(of index: Int) -> [Int] {
    var found: [Int] = []
    for reference in stages[index].references {
      if case .stage(let source) = reference.source { found.append(source) }
    }
    return found
  }

  /// What the ONBUILD triggers of a stage's in-file base refer to.
  private func triggerReferences(
    firedIn index: Int,
    _ imported: inout [String]
  ) throws(BuildError) -> [StageReference] {
    guard case .stage(let base) = stages[index].base else { return [] }
    var found: [StageReference] = []
    for node in document.stages[base].instructions {
      guard case .onBuild(let onBuild) = document.instructions[node] else { continue }
      let instruction = document.triggers[onBuild.trigger].instruction
      try addReferences(of: instruction, node: node, &imported, to: &found)
    }
    return found
  }

  private static func target(_ name: String?, names: [String]) throws(BuildError) -> Int {
    guard let name else { return names.count - 1 }
    let wanted = name.lowercased()
    if let index = names.lastIndex(of: wanted), !wanted.isEmpty { return index }
    let known = names.enumerated().map { $1.isEmpty ? "stage-\($0)" : $1 }
    let nearest = NearestName.of(wanted, in: known)
    throw BuildError(
      BuildError.unknownTarget(name) + (nearest.map { " (did you mean \($0)?)" } ?? ""),
      dockerLine: -1,
      at: nil,
      suggestion: nearest
    )
  }

  private func makeStage(_ index: Int, _ syntax: StageSyntax) throws(BuildError) -> Stage {
    let node = document.nodes[syntax.instructions.lowerBound]
    let expander = WordExpander(document: document, variables: globals)
    let line = Int(node.startLine)
    let name = try expander.text(syntax.from.base, in: node)
    if name.isEmpty {
      throw BuildError(
        "base name (\(document.string(syntax.from.base))) should not be blank",
        dockerLine: line,
        at: syntax.from.base.range
      )
    }
    let platform = try platform(syntax.from, node, expander)
    return Stage(
      index: index,
      syntax: syntax,
      name: document.name(of: syntax),
      base: try base(name, at: syntax.from.base.range, line: line),
      platform: platform?.text,
      isWindows: platform?.system == "windows",
      range: node.range,
      fromLine: line,
      references: []
    )
  }

  private func base(_ name: String, at range: SourceRange, line: Int) throws(BuildError) -> Stage.Base {
    if let earlier = indexByName[name] { return .stage(earlier) }
    if name == "scratch" { return .scratch }
    do throws(ImageReference.Malformed) {
      return .image(try ImageReference(name))
    } catch {
      let quoted = DockerText.quoted(name.utf8)
      throw BuildError("failed to parse stage name \(quoted): \(error.message)", dockerLine: line, at: range)
    }
  }

  private func platform(
    _ from: From,
    _ node: Node,
    _ expander: WordExpander<GlobalArguments>
  ) throws(BuildError) -> (text: String, system: String)? {
    guard let word = from.platform else { return nil }
    let written = document.string(word)
    if written.isEmpty { return nil }
    let text = try expander.text(word, in: node)
    let line = Int(node.startLine)
    if text.isEmpty {
      throw BuildError("empty platform value from expression \(written)", dockerLine: line, at: word.range)
    }
    do throws(Platform.Malformed) {
      return (text, try Platform(text).system)
    } catch {
      throw BuildError("failed to parse platform \(written): \(error.message)", dockerLine: line, at: word.range)
    }
  }

  private func addReferences(
    of instruction: Instruction,
    node: Int,
    _ imported: inout [String],
    to found: inout [StageReference]
  ) throws(BuildError) {
    switch instruction {
    case .copy(let copy):
      guard let from = document.flag("from", in: copy.flags)?.value, !from.text.isEmpty else { return }
      found.append(try copyReference(from, node: node, &imported))
    case .run(let run):
      if run.flags.isEmpty { return }
      for mount in document.unresolvedMounts(of: run) {
        // A mount without a source counts as one from nothing.
        let from = mount.from.isEmpty ? "scratch" : mount.from
        let stage = indexByName[from.lowercased()]
        if stage == nil { imported.append(from) }
        if mount.from.isEmpty { continue }
        let source = stage.map { StageReference.Source.stage($0) } ?? .image(from)
        found.append(
          StageReference(source: source, kind: .mount, instruction: node, range: mount.range, isIndex: false)
        )
      }
    default: return
    }
  }

  /// A number names a stage by its place, anything else by its name; what is no stage is an image.
  private func copyReference(
    _ from: Word,
    node: Int,
    _ imported: inout [String]
  ) throws(BuildError) -> StageReference {
    let text = document.string(from)
    let expander = WordExpander(document: document, variables: NoVariables())
    if try expander.text(from, in: document.nodes[node]) != text {
      throw BuildError(BuildError.variableInFrom, dockerLine: -1, at: from.range)
    }
    if let index = Int(text) {
      guard let source = source(numbered: index, imported) else {
        throw BuildError("invalid stage index \(index)", dockerLine: -1, at: from.range)
      }
      return StageReference(
        source: source,
        kind: .copy,
        instruction: node,
        range: from.range,
        isIndex: true
      )
    }
    if let stage = indexByName[text.lowercased()] {
      return StageReference(source: .stage(stage), kind: .copy, instruction: node, range: from.range, isIndex: false)
    }
    _ = try base(text, at: from.range, line: Int(document.nodes[node].startLine))
    imported.append(text)
    let source = StageReference.Source.image(text)
    return StageReference(source: source, kind: .copy, instruction: node, range: from.range, isIndex: false)
  }

  /// Depth first in file order, without recursion: a hostile file may chain thousands of stages. What a stage starts
  /// from doesn't count, because it always stands before it.
  private func refuseCycles() throws(BuildError) {
    guard stages.indices.contains(where: takesFromLater) else { return }
    var isDone = [Bool](repeating: false, count: stages.count)
    var isOnPath = isDone
    for start in stages.indices where !isDone[start] {
      var path = [(stage: start, waiting: sources(of: start)[...])]
      isOnPath[start] = true
      while var top = path.popLast() {
        guard let next = top.waiting.popFirst() else {
          isOnPath[top.stage] = false
          isDone[top.stage] = true
          continue
        }
        path.append(top)
        if isOnPath[next] { throw cycle(from: start, through: path.dropFirst().first?.stage ?? next) }
        if !isDone[next] {
          isOnPath[next] = true
          path.append((next, sources(of: next)[...]))
        }
      }
    }
  }

  /// Whether a stage takes files from itself or from one behind it; without such a stage there is no cycle.
  private func takesFromLater(_ index: Int) -> Bool {
    stages[index].references.contains { reference in
      if case .stage(let source) = reference.source { return source >= index }
      return false
    }
  }

  /// Docker names the stage where its walk began, and the first step that it took there.
  private func cycle(from stage: Int, through next: Int) -> BuildError {
    let reference = stages[stage].references.first { $0.source == .stage(next) }
    let line = reference.map { Int(document.nodes[$0.instruction].startLine) } ?? stages[stage].fromLine
    return BuildError(
      "circular dependency detected on stage: \(stages[stage].displayName)",
      dockerLine: line,
      at: reference?.range ?? stages[stage].range
    )
  }
}
