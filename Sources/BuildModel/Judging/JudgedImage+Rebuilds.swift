package import Diagnostics
import DockerfileSyntax

/// What a developer changes between two builds.
package enum Change: Sendable {
  /// Files at or below these names in the build context.
  case edit([String])
  /// Another value of a build argument.
  case argument(String)
}

extension JudgedImage {
  /// A command that runs again after a change, and what makes it.
  package struct Rebuild: Sendable {
    package var command: OwnCommand
    /// The instruction or mount that the change reaches first.
    package var cause: SourceRange
    /// The name in the build context that was edited.
    package var name: String
  }

  /// The commands that are meant, in all stages that the target needs, in file order.
  package func commands(matching pattern: CommandPattern) -> [OwnCommand] {
    build.neededStages.flatMap { stage in
      (build.states[stage.index]?.commands ?? []).filter { $0.origin.stage == stage.index }
        .flatMap { ownCommands(of: $0, matching: pattern) }
    }
  }

  /// The first of some commands that no cache holds any more after a change.
  package func rebuild(of commands: [OwnCommand], after change: Change) -> Rebuild? {
    for command in commands {
      switch change {
      case .edit(let names):
        for name in names {
          let reach = ChangeReach(self, .path(PathText.clean("/" + name)))
          if let cause = reach.cause(of: command.origin) { return Rebuild(command: command, cause: cause, name: name) }
        }
      case .argument(let name):
        let reach = ChangeReach(self, .argument(name))
        if let cause = reach.cause(of: command.origin) { return Rebuild(command: command, cause: cause, name: name) }
      }
    }
    return nil
  }
}

/// Follows a change through the stages, as BuildKit's cache does: an instruction runs again when what it reads has
/// changed, and so does everything that stands on it.
private struct ChangeReach {
  enum Change {
    case path(String)
    case argument(String)
  }
  private let image: JudgedImage
  private let change: Change

  init(_ image: JudgedImage, _ change: Change) {
    self.image = image
    self.change = change
  }

  /// The place that makes an instruction run again.
  func cause(of origin: Origin) -> SourceRange? {
    var ends = [origin.stage: origin.instruction + 1]
    var waiting = [origin.stage]
    while let index = waiting.popLast() {
      let end = ends[index] ?? .max
      if let found = ownCause(in: index, before: end) { return found }
      for source in sources(of: index, before: end) where ends[source] != .max {
        ends[source] = .max
        waiting.append(source)
      }
    }
    return nil
  }

  /// What in a stage itself, up to an instruction, the change reaches.
  private func ownCause(in index: Int, before end: Int) -> SourceRange? {
    switch change {
    case .path(let path):
      guard let state = image.build.states[index] else { return nil }
      let copy = state.copies.first { copy in
        copy.origin.stage == index && copy.origin.instruction < end
          && image.selection(of: copy)?.touches(path) == true
      }
      let mount = state.commands.lazy.filter { $0.origin.stage == index && $0.origin.instruction < end }
        .flatMap { image.mounts(of: $0) }.first { image.selection(of: $0)?.touches(path) == true }
      let found = [copy?.origin.range, mount?.mount.range].compactMap { $0 }
      return found.min { $0.lower < $1.lower }
    case .argument(let name): return declaration(of: name, in: index, before: end)
    }
  }

  /// The ARG below which every RUN sees the value, where there is one, or another instruction that works with it. The
  /// value may also choose what the stage starts from.
  private func declaration(of name: String, in index: Int, before end: Int) -> SourceRange? {
    let stage = image.build.stages[index]
    let document = image.document
    let base = stage.syntax.from.base
    if JudgedImage.variables(in: document.string(base)).contains(name) { return base.range }
    var declared: SourceRange?
    for node in stage.syntax.instructions where node < end {
      let instruction = document.instructions[node]
      if let range = declared {
        if case .run = instruction { return range }
        if words(of: instruction).contains(where: { JudgedImage.variables(in: document.string($0)).contains(name) }) {
          return range
        }
      }
      if case .arg(let pairs) = instruction,
        document[pairs.pairs].contains(where: { document.string($0.name) == name })
      {
        declared = document.nodes[node].range
      }
    }
    return nil
  }

  /// The words of an instruction by which later ones change; what only describes the image changes none.
  private func words(of instruction: Instruction) -> [Word] {
    let document = image.document
    switch instruction {
    case .copy(let copy), .add(let copy):
      return Array(document[copy.sources]) + [copy.destination] + document[copy.flags].compactMap(\.value)
    case .env(let pairs): return document[pairs.pairs].compactMap(\.value)
    case .workdir(let argument), .user(let argument): return [argument.word]
    default: return []
    }
  }

  /// The stages on which the instructions of one, up to a place, stand.
  private func sources(of index: Int, before end: Int) -> [Int] {
    var found: [Int] = []
    if case .stage(let base) = image.build.stages[index].base { found.append(base) }
    guard let state = image.build.states[index] else { return found }
    for copy in state.copies where copy.origin.stage == index && copy.origin.instruction < end {
      if case .stage(let source) = copy.source, !isUntouched(copy, in: state) { found.append(source) }
    }
    for command in state.commands where command.origin.stage == index && command.origin.instruction < end {
      for mount in image.mounts(of: command) {
        if case .stage(let source) = mount.source { found.append(source) }
      }
    }
    return found
  }

  /// BuildKit compares what a COPY brings: files that only pass through a stage stay the same whatever else is in it.
  private func isUntouched(_ copy: CopyStep, in state: StageState) -> Bool {
    guard case .path(let path) = change, case .stage(let source) = copy.source,
      image.build.states[source]?.commands.isEmpty == true
    else { return false }
    let items = state.files.items.filter { $0.origin == copy.origin && !$0.isPartOfBase }
    return !items.isEmpty
      && items.allSatisfy { item in item.contextPath.map { !ContextSelection([$0]).touches(path) } ?? false }
  }
}
