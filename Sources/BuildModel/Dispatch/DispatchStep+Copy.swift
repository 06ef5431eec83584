import Diagnostics
import DockerfileSyntax

extension DispatchStep {
  /// COPY and ADD: what they bring, from where, and where it lies afterwards.
  func copy(_ copy: Copy, isAdd: Bool, _ state: StageState) throws(BuildError) {
    let hasFlags = !copy.flags.isEmpty
    if hasFlags { try expandFlags(copy, state) }
    var sources: [String] = []
    sources.reserveCapacity(copy.sources.count)
    for word in document[copy.sources] { sources.append(try expanded(word, state)) }
    let written = try expanded(copy.destination, state)
    let source = copySource(copy)
    if case .stage(let index) = source, !isBuilt(index) { throw notYetBuilt(copy, index) }
    if hasFlags { try refuseMode(copy, state) }
    try refuseSources(copy, sources, isAdd: isAdd, state)
    let step = CopyStep(
      source: source,
      sources: sources,
      destination: PathText.join(state.directory, written.isEmpty ? "." : written),
      isAdd: isAdd,
      origin: origin
    )
    state.copies.append(step)
    var placement = CopyPlacement(
      step: step,
      intoFolder: written.hasSuffix("/") || written == "." || written.isEmpty || written.hasSuffix("/.")
        || sources.count + copy.heredocs.count > 1,
      keepsParents: isSet("parents", copy),
      excluded: hasFlags
        ? document.flags("exclude", in: copy.flags).compactMap { $0.value.map { document.string($0) } } : []
    )
    for heredoc in document[copy.heredocs] {
      placement.place(
        inline: document.string(heredoc.name),
        heredoc.content.isDerived ? origin.range : content(heredoc)
      )
    }
    switch source {
    case .context: for path in sources { placement.place(context: path) }
    case .image(let name): for path in sources { placement.place(image: name, path) }
    case .stage(let index):
      let from = dispatcher.states[index] ?? state
      for path in sources {
        let isFollowed = dispatcher.followedFiles + state.followedFiles < Dispatcher.mostFollowedFiles
        let count = placement.items.count
        placement.place(stage: index, from, path, isFollowed ? .eachFile : .stageAlone)
        state.followedFiles += placement.items.count - count
      }
    }
    for item in placement.items { state.files.place(item) }
    for item in placement.items { state.scripts.forget(at: item.path) }
    noteScripts(copy, step, intoFolder: placement.intoFolder, state)
    noteUsers(copy, placement, state)
    noteSettings(copy, state)
  }

  private func content(_ heredoc: Heredoc) -> SourceRange { SourceRange(heredoc.content.offsets) }

  private func isSet(_ flag: String, _ copy: Copy) -> Bool {
    guard let found = document.flag(flag, in: copy.flags) else { return false }
    return found.value.map { document.string($0).lowercased() != "false" } ?? true
  }

  private func copySource(_ copy: Copy) -> CopyStep.Source {
    guard let from = document.flag("from", in: copy.flags)?.value, !from.text.isEmpty else { return .context }
    let text = document.string(from)
    if let number = Int(text) {
      switch dispatcher.graph.source(numbered: number) {
      case .stage(let index): return .stage(index)
      case .image(let name): return .image(name)
      case nil: return .image(text)
      }
    }
    if let index = dispatcher.graph.stage(named: text) { return .stage(index) }
    return .image(text)
  }

  /// A trigger may even take from the stage in which it fires, as far as that has come.
  func isBuilt(_ stage: Int) -> Bool { dispatcher.states[stage] != nil || stage == origin.stage }

  private func notYetBuilt(_ copy: Copy, _ index: Int) -> BuildError {
    let from = document.flag("from", in: copy.flags)?.value
    let name = from.map { document.string($0) } ?? ""
    let stage = dispatcher.graph.stages[origin.stage].displayName
    return refusal(
      "cannot copy from stage \"\(name)\", it needs to be defined before current stage \"\(stage)\"",
      at: from?.range
    )
  }

  /// The texts that the file itself gives to files of the image.
  private func noteScripts(_ copy: Copy, _ step: CopyStep, intoFolder: Bool, _ state: StageState) {
    for heredoc in document[copy.heredocs] {
      let name = document.string(heredoc.name)
      let path = intoFolder ? PathText.join(step.destination, name) : step.destination
      state.scripts.set(text(of: heredoc, state), at: path)
    }
  }

  /// nil where its variables cannot be expanded; Docker has refused that already.
  private func text(of heredoc: Heredoc, _ state: StageState) -> String? {
    let content = document.content(of: heredoc)
    guard heredoc.expands else { return String(decoding: content, as: UTF8.self) }
    do throws(ExpansionError) {
      return try Expansion(options: .skipProcessQuotes).expand(content, with: state.variables).text
    } catch {
      return nil
    }
  }

  /// Another file of users takes the place of the image's own; what the build context holds is not known.
  private func noteUsers(_ copy: Copy, _ placement: CopyPlacement, _ state: StageState) {
    let step = placement.step
    if case .stage(let index) = step.source, let from = dispatcher.states[index] {
      if step.sources.contains(where: { brings(UserFile.path, $0, placement) }), !from.isEmptyBase {
        state.users.replace(with: from.users)
      }
      if step.sources.contains(where: { brings(UserFile.groups, $0, placement) }), !from.isEmptyBase {
        state.users.replaceGroups(with: from.users)
      }
      if step.destination == "/", step.sources.contains(where: CopyStep.isRoot) { state.programs.merge(from.programs) }
      noteUserFiles(placement, from, state)
      return
    }
    if placement.items.contains(where: { $0.path == "/" || $0.path == "/etc" || $0.path == "/etc/group" }) {
      state.users.noteUnknownGroups()
    }
    guard placement.items.contains(where: { $0.path == "/etc" || $0.path == "/etc/passwd" }) else { return }
    state.users.noteUnknown()
    for heredoc in document[copy.heredocs]
    where step.destination == "/etc/passwd" || document.string(heredoc.name) == "passwd" {
      for line in document.string(heredoc.content).split(whereSeparator: \.isNewline) { state.users.add(line: line) }
    }
  }

  /// Files of other names in the other stage that become those of users and groups here.
  private func noteUserFiles(_ placement: CopyPlacement, _ from: StageState, _ state: StageState) {
    let step = placement.step
    for source in step.sources {
      let path = PathText.join("/", source)
      let name = PathText.lastComponent(path)
      let target = placement.intoFolder ? PathText.join(step.destination, name) : step.destination
      if target == UserFile.path, path != UserFile.path {
        state.users = UserTable()
        guard let text = from.scripts.text(at: path) else {
          state.users.noteUnknown()
          continue
        }
        for line in text.split(whereSeparator: \.isNewline) { state.users.add(line: line) }
      }
      if target == UserFile.groups, path != UserFile.groups { state.users.noteUnknownGroups() }
    }
  }

  /// Whether the file that names users or groups comes to lie where it counts: those of the other stage come along.
  private func brings(_ file: String, _ path: String, _ placement: CopyPlacement) -> Bool {
    let clean = CopyStep.isRoot(path) ? "/" : PathText.join("/", path)
    guard let rest = PathText.relative(file, in: clean) else { return false }
    let destination = placement.step.destination
    let name = rest.isEmpty ? placement.intoFolder ? PathText.lastComponent(clean) : "." : rest
    return PathText.join(destination, name) == file
  }

  /// A heredoc called `.npmrc` sets npm's configuration.
  private func noteSettings(_ copy: Copy, _ state: StageState) {
    if copy.heredocs.isEmpty { return }
    let name = PathText.lastComponent(document.string(copy.destination))
    for heredoc in document[copy.heredocs] where name == ".npmrc" || document.string(heredoc.name) == ".npmrc" {
      state.nodeSettings += NodeSetting.parse(npmrc: document.string(heredoc.content))
    }
  }
}
