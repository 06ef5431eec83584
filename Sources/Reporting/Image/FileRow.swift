import BuildModel
import DockerfileSyntax

/// Something in the image's file system, told for people.
struct FileRow {
  var path: String
  /// `build context`, `output`, `node_modules`, …
  var kind: String
  /// What it is.
  var what: String
  /// The way that it came, nearest first.
  var way: [String]
}

/// Tells where files come from.
struct FileRows {
  let image: JudgedImage
  let text: TraceText

  func files() -> [FileRow] {
    image.provenance.map { file in
      let (kind, what) = content(file)
      return FileRow(path: file.item.path, kind: kind, what: what, way: way(file))
    }
  }

  private func content(_ file: FileProvenance) -> (kind: String, what: String) {
    switch file.item.content {
    case .context(let path):
      let doubt = mayBeOutput(file.item) ? ", if there is one" : ""
      return ("context", path == "." ? "the whole build context" : "`\(path)` of the build context\(doubt)")
    case .image(let reference, let path): return ("image", "`\(path)` of the image \(reference.familiarName)")
    case .inline: return ("inline", "written in the Dockerfile")
    case .download(let address): return ("download", "fetched from \(address)")
    case .modules(let modules):
      return ("node_modules", "`\(modules.command)` (\(text.line(modules.origin))), \(Self.kind(modules))")
    case .output(let stage, let path):
      return ("output", "`\(path)` of \(name(stage)), made there\(makers(file))")
    case .base(let stage, let path): return ("base", "`\(path)` of the base image of \(name(stage))")
    }
  }

  /// What commands leave at the same place may be all that there is.
  private func mayBeOutput(_ item: FileItem) -> Bool {
    image.state.files.items.contains { other in
      guard case .output = other.content else { return false }
      return other.path == item.path && other.origin == item.origin
    }
  }

  private func makers(_ file: FileProvenance) -> String {
    let names = file.makers.prefix(3).map { "`\($0.name)` (\(text.line($0.origin)))" }
    return names.isEmpty ? "" : " by " + names.joined(separator: ", ")
  }

  private func way(_ file: FileProvenance) -> [String] {
    file.carriers.map { origin in
      if case .modules(let modules) = file.item.content, modules.origin == origin { return nil }
      let stage = image.isOwn(origin) ? "" : " in \(name(origin.stage))"
      return "\(text.keyword(origin))\(from(origin)) \(text.line(origin))\(stage)"
    }.compactMap(\.self)
  }

  private func from(_ origin: Origin) -> String {
    switch image.instruction(at: origin) {
    case .copy(let copy), .add(let copy):
      let from = image.document.flag("from", in: copy.flags)?.value
      return from.map { " --from=" + image.document.string($0) } ?? ""
    default: return ""
    }
  }

  func name(_ stage: Int) -> String { image.build.stages[stage].displayName }

  static func kind(_ modules: NodeModules) -> String {
    guard modules.isCertain else { return "perhaps with development dependencies" }
    return switch modules.development {
    case .omitted: "without development dependencies"
    case .included: "with development dependencies"
    case .unknown: "perhaps with development dependencies"
    }
  }

  // MARK: - Mounts

  func mounts() -> [FileRow] {
    image.mounts.map { found in
      let mount = found.mount
      let line = "RUN --mount \(text.line(found.origin))"
      let what = Self.mount(found, name: name)
      return FileRow(path: found.target ?? "", kind: mount.type.rawValue, what: what, way: [line])
    }
  }

  /// What a mount shows to its command.
  static func mount(_ found: RunMount, name: (Int) -> String) -> String {
    let mount = found.mount
    let path = mount.source.isEmpty ? "all" : "`\(mount.source)`"
    switch mount.type {
    case .bind:
      let from: String
      switch found.source {
      case .stage(let stage): from = name(stage)
      case .image(let image): from = "the image or named context \(image)"
      case nil: from = "the build context"
      }
      let writing = mount.readOnly ? "read-only" : "writable, what is written is dropped"
      return "\(path) of \(from), \(writing)"
    case .cache: return "a cache that outlives the build and is in no layer"
    case .tmpfs: return "a folder in memory, gone after the command"
    case .secret: return "the secret \(mount.id.isEmpty ? "of that name" : "`\(mount.id)`"), in no layer"
    case .ssh: return "the socket of the SSH agent, in no layer"
    }
  }
}
