package import DockerfileSyntax

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

/// A mount of a RUN: its command sees files that no layer keeps.
package struct MountedFiles: Sendable {
  package var mount: Mount
  /// nil for a mount of the build context, a cache, a secret.
  package var source: StageReference.Source?
  package var origin: Origin
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

  /// The mounts of the RUN instructions that make the image.
  package var mountedFiles: [MountedFiles] {
    state.commands.flatMap { mountedFiles(of: $0) }
  }

  /// The mounts of one RUN, its variables left as they are written.
  package func mountedFiles(of command: RunCommand) -> [MountedFiles] {
    guard case .run(let run) = instruction(at: command.origin) else { return [] }
    let references = build.stages[command.origin.stage].references
    return written(run).map { mount in
      let reference = references.first { $0.kind == .mount && $0.range == mount.range }
      return MountedFiles(mount: mount, source: reference?.source, origin: command.origin)
    }
  }

  private func written(_ run: Run) -> [Mount] {
    do throws(OptionError) {
      return try document.mounts(of: run)
    } catch {
      // A value that only its variables make a good one.
      return document.unresolvedMounts(of: run)
    }
  }
}
