/// Where something in the image comes from, back through the stages that it was copied from.
package struct FileProvenance: Sendable {
  package var item: FileItem
  /// The instructions that carried it, the one in the image's own stages first.
  package var carriers: [Origin]
  /// Build steps of the stage in which it was made.
  package var makers: [BuildStep]

  /// The stages that it was copied from, the last one first.
  package var stages: [Int] { item.lineage.reversed() }
}

extension JudgedImage {
  /// What is known of the files in the image, in the order in which they were put there.
  package var provenance: [FileProvenance] {
    state.files.items.map { item in
      FileProvenance(item: item, carriers: carriers(of: item), makers: makers(of: item))
    }
  }

  /// Each COPY on the way, found by what it left in the stage that it stands in.
  private func carriers(of item: FileItem) -> [Origin] {
    var carriers = [item.origin]
    var current = item
    while let stage = current.lineage.last, let items = build.states[stage]?.files.items {
      let way = Array(current.lineage.dropLast())
      guard let found = items.last(where: { $0.lineage == way && Self.isPart(current.content, of: $0.content) })
      else { break }
      carriers.append(found.origin)
      current = found
    }
    return carriers
  }

  /// Whether one content may have been taken out of another.
  private static func isPart(_ content: FileItem.Content, of whole: FileItem.Content) -> Bool {
    switch (content, whole) {
    case (.context(let path), .context(let folder)):
      PathText.relative(PathText.clean("/" + path), in: PathText.clean("/" + folder)) != nil
    case (.image(let image, _), .image(let other, _)): image == other
    case (.inline(let body), .inline(let other)): body == other
    case (.download(let address), .download(let other)): address == other
    case (.modules(let modules), .modules(let other)): modules.range == other.range
    case (.output(let stage, _), .output(let other, _)), (.base(let stage, _), .base(let other, _)): stage == other
    default: false
    }
  }

  private func makers(of item: FileItem) -> [BuildStep] {
    guard case .output(let stage, _) = item.content else { return [] }
    return build.states[stage]?.steps ?? []
  }

  /// Whether a file of the image was taken from a path of a stage, from a folder around it, or from something in it.
  package func isTaken(_ item: FileItem, from path: String, of stage: Int) -> Bool {
    switch item.content {
    case .output(stage, let made), .base(stage, let made): return Self.fits(made, path)
    default: break
    }
    let origins = Set(carriers(of: item))
    return build.states.contains { state in
      state?.copies.contains { copy in
        copy.source == .stage(stage) && origins.contains(copy.origin)
          && copy.sources.contains { Self.fits(PathText.join("/", $0), path) }
      } ?? false
    }
  }

  private static func fits(_ written: String, _ path: String) -> Bool {
    guard PathText.hasWildcard(written) else { return PathText.areNested(written, path) }
    let glob = Glob(written)
    return glob.matches(path) || PathText.contains(path, PathText.parent(written))
      || glob.matches(PathText.parent(path))
  }
}
