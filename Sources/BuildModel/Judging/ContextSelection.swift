import DockerfileSyntax

/// What a COPY, an ADD or a bind mount takes from the build context. Paths are written as if the context were the root.
struct ContextSelection {
  private let sources: [String]
  private let excluded: [String]

  init(_ sources: [String], excluding excluded: [String] = []) {
    self.sources = sources.filter { !$0.contains("://") }.map { PathText.clean("/" + $0) }
    self.excluded = excluded
  }

  /// All that lies at a path comes along.
  func covers(_ path: String) -> Bool {
    sources.contains { source in
      guard !isExcluded(path, below: source) else { return false }
      return PathText.contains(source, path) || isMatched(path, by: source)
    }
  }

  /// Something at a path comes along, or something in it.
  func touches(_ path: String) -> Bool {
    covers(path)
      || sources.contains { source in
        guard !isExcluded(path, below: source), PathText.contains(path, Self.folder(before: source)) else {
          return false
        }
        return path != "/" || !PathText.hasWildcard(source)
      }
  }

  /// A pattern names it or a folder around it; `src/*` is all of `src`.
  private func isMatched(_ path: String, by source: String) -> Bool {
    guard PathText.hasWildcard(source) else { return false }
    if source.hasSuffix("/*"), PathText.contains(PathText.parent(source), path) { return true }
    let glob = Glob(source)
    var current = path
    while current != "/" {
      if glob.matches(current) { return true }
      current = PathText.parent(current)
    }
    return false
  }

  private static func folder(before source: String) -> String {
    var folder = source
    while PathText.hasWildcard(folder) { folder = PathText.parent(folder) }
    return folder
  }

  /// `--exclude` speaks of paths in the source, or of names anywhere in it.
  private func isExcluded(_ path: String, below source: String) -> Bool {
    guard !excluded.isEmpty else { return false }
    let folder = Self.folder(before: source)
    var current = path
    while current != "/" {
      let rest = PathText.relative(current, in: folder) ?? PathText.lastComponent(current)
      for pattern in excluded
      where Glob(pattern).matches(rest) || Glob(pattern).matches(PathText.lastComponent(current)) {
        return true
      }
      current = PathText.parent(current)
    }
    return false
  }
}

extension JudgedImage {
  /// What a COPY or ADD brings from the build context; nil for one that takes from elsewhere.
  func selection(of copy: CopyStep) -> ContextSelection? {
    guard copy.source == .context else { return nil }
    switch instruction(at: copy.origin) {
    case .copy(let syntax), .add(let syntax):
      let excluded = document.flags("exclude", in: syntax.flags).compactMap { flag in
        flag.value.map { document.string($0) }
      }
      return ContextSelection(copy.sources, excluding: excluded)
    default: return ContextSelection(copy.sources)
    }
  }

  /// What a mount shows of the build context; nil for one that shows something else.
  func selection(of mount: RunMount) -> ContextSelection? {
    guard mount.mount.type == .bind, mount.source == nil else { return nil }
    return ContextSelection([mount.mount.source])
  }

  /// Which of some names in the build context an instruction of the image's own stages does not find: nothing that
  /// stands before it brings them, and it mounts none of them.
  package func missingInputs(_ names: [String], at origin: Origin) -> [String] {
    let isBefore = { (other: Origin) in other.instruction < origin.instruction }
    var selections = state.copies.filter { isBefore($0.origin) }.compactMap(selection)
    for command in state.commands where command.origin == origin {
      for mount in mounts(of: command) {
        if let selection = selection(of: mount) { selections.append(selection) }
        if case .stage(let stage) = mount.source { selections += brought(from: stage, at: mount.mount.source) }
      }
    }
    // What other stages took from the context, and this one from them.
    let through = state.files.items.filter { isBefore($0.origin) && !$0.lineage.isEmpty }.compactMap(\.contextPath)
    selections.append(ContextSelection(through))
    return names.filter { name in
      let path = PathText.clean("/" + name)
      return !selections.contains { $0.covers(path) }
    }
  }

  private func brought(from stage: Int, at folder: String) -> [ContextSelection] {
    let folder = PathText.clean("/" + folder)
    let items = build.states[stage]?.files.items ?? []
    return items.filter { PathText.areNested($0.path, folder) }.compactMap(\.contextPath).map { ContextSelection([$0]) }
  }
}
