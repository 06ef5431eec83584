import Diagnostics

/// Works out where the files of one COPY come to lie.
struct CopyPlacement {
  /// Files that went through more stages than this are followed no further back.
  private static let longestLineage = 64

  let step: CopyStep
  /// The destination is a folder for certain: it ends with a slash or takes several sources.
  let intoFolder: Bool
  /// `--parents`: the source's folders are made below the destination.
  let keepsParents: Bool
  let excluded: [String]
  private(set) var items: [FileItem] = []

  init(step: CopyStep, intoFolder: Bool, keepsParents: Bool, excluded: [String]) {
    self.step = step
    self.intoFolder = intoFolder
    self.keepsParents = keepsParents
    self.excluded = excluded
  }

  mutating func place(inline name: String, _ range: SourceRange) {
    let path = intoFolder ? PathText.join(step.destination, name) : step.destination
    add(.inline(range), at: path)
  }

  mutating func place(context path: String) {
    if step.isAdd, path.hasPrefix("http://") || path.hasPrefix("https://") {
      add(
        .download(path),
        at: intoFolder ? PathText.join(step.destination, PathText.lastComponent(path)) : step.destination
      )
      return
    }
    let absolute = PathText.join("/", path)
    let clean = PathText.relative(absolute, in: "/") ?? ""
    add(.context(path: clean.isEmpty ? "." : clean), at: destination(of: absolute, isFile: looksLikeFile(path)))
  }

  mutating func place(image name: String, _ path: String) {
    let clean = PathText.join("/", path)
    let target = destination(of: clean, isFile: looksLikeFile(path))
    do throws(ImageReference.Malformed) {
      add(.image(try ImageReference(name), path: clean), at: target)
    } catch {
      // The stage graph has refused the name before.
    }
  }

  /// How far the files of another stage are followed.
  enum Depth {
    case eachFile, stageAlone
  }

  /// From another stage: what is known to lie at the path, below it, or around it, and what its RUN instructions may
  /// have left there.
  mutating func place(stage: Int, _ from: StageState, _ path: String, _ depth: Depth = .eachFile) {
    let clean = PathText.join("/", path)
    guard depth == .eachFile else {
      let target = destination(of: clean, isFile: looksLikeFile(clean))
      return add(.output(stage: stage, path: clean), at: target, lineage: [stage])
    }
    var isCovered = false
    for match in from.files.matches(clean) where !isExcluded(match.item.path, below: clean) {
      var item = match.item
      if item.lineage.last != stage, item.lineage.count < Self.longestLineage { item.lineage.append(stage) }
      item.origin = step.origin
      switch match.relation {
      case .below(let rest):
        let target = destination(of: match.path, isFile: rest.isEmpty && isFile(match.item))
        item.path = rest.isEmpty ? target : PathText.join(target, rest)
        items.append(item)
        if rest.isEmpty, isWhole(item, of: stage) { isCovered = true }
      case .inside(let rest):
        guard let content = Self.part(of: match.item.content, rest) else { continue }
        item.content = content
        item.path = destination(of: clean, isFile: looksLikeFile(clean))
        items.append(item)
      }
    }
    if !isCovered { placeOutput(stage: stage, from, clean) }
  }

  /// The node_modules of one package in a workspace: the install at the root of the workspace made it.
  private func workspaceModules(_ from: StageState, _ path: String) -> NodeModules? {
    guard PathText.lastComponent(path) == "node_modules" else { return nil }
    var folder = PathText.parent(path)
    while folder != "/" {
      folder = PathText.parent(folder)
      if let modules = from.files.modules(at: PathText.join(folder, "node_modules")) { return modules }
    }
    return nil
  }

  /// What no COPY explains is the work of the stage's commands, or part of its base image.
  private mutating func placeOutput(stage: Int, _ from: StageState, _ path: String) {
    let folder = PathText.hasWildcard(path) ? PathText.parent(path) : path
    let target = destination(of: path, isFile: looksLikeFile(path))
    guard from.mayHaveMade(folder) else {
      add(.base(stage: stage, path: path), at: target, lineage: [stage])
      return
    }
    if let modules = workspaceModules(from, path) {
      add(.modules(modules), at: target, lineage: [stage])
      return
    }
    add(.output(stage: stage, path: path), at: target, lineage: from.isOpaque ? lineage(of: from, stage) : [stage])
  }

  /// All stages whose files a stage's commands may have worked on, and that stage behind them.
  private func lineage(of from: StageState, _ stage: Int) -> [Int] {
    var found: Set<Int> = []
    var last: [Int] = []
    // Files that came by one COPY share their way.
    for item in from.files.items where item.lineage != last {
      last = item.lineage
      found.formUnion(last)
    }
    found.remove(stage)
    return found.sorted().suffix(Self.longestLineage - 1) + [stage]
  }

  /// A part of a folder that an item stands for.
  static func part(of content: FileItem.Content, _ rest: String) -> FileItem.Content? {
    switch content {
    case .context(let path): .context(path: path == "." ? rest : path + "/" + rest)
    case .image(let reference, let path): .image(reference, path: PathText.join(path, rest))
    case .output(let stage, let path): .output(stage: stage, path: PathText.join(path, rest))
    case .base(let stage, let path): .base(stage: stage, path: PathText.join(path, rest))
    // Single packages out of node_modules say nothing about the rest.
    case .modules, .inline, .download: nil
    }
  }

  private func isWhole(_ item: FileItem, of stage: Int) -> Bool {
    switch item.content {
    case .modules, .inline, .download: true
    // What a build of this very stage made lies there for certain.
    case .output(let maker, _): maker == stage
    default: false
    }
  }

  private mutating func add(_ content: FileItem.Content, at path: String, lineage: [Int] = []) {
    items.append(FileItem(path: path, content: content, origin: step.origin, lineage: lineage))
  }

  /// A folder's contents go into the destination, a file takes its name or goes below it.
  private func destination(of source: String, isFile: Bool) -> String {
    if keepsParents {
      return PathText.join(step.destination, String(source.drop { $0 == "/" }))
    }
    return isFile && intoFolder ? PathText.join(step.destination, PathText.lastComponent(source)) : step.destination
  }

  private func isFile(_ item: FileItem) -> Bool {
    switch item.content {
    case .modules: false
    case .inline, .download: true
    default: looksLikeFile(item.path)
    }
  }

  /// Without the disk, a name with an ending is taken for a file, and `.dockerignore`-like names too; a wildcard
  /// names files.
  private func looksLikeFile(_ path: String) -> Bool {
    let dot = UInt8(ascii: ".")
    if path.utf8.last == UInt8(ascii: "/") { return false }
    let name = PathText.lastComponent(path)
    if PathText.hasWildcard(name) { return name.utf8.contains(dot) }
    return name != "." && name != ".." && name.utf8.dropFirst().contains(dot)
      || name.utf8.first == dot && name.count > 2
  }

  private func isExcluded(_ path: String, below source: String) -> Bool {
    guard !excluded.isEmpty, let rest = PathText.relative(path, in: source) else { return false }
    return excluded.contains { pattern in
      let glob = Glob(pattern)
      return glob.matches(rest) || glob.matches(PathText.lastComponent(rest))
    }
  }
}
