import ShellSyntax

/// The files that builds make.
extension PackageReading {
  var outputs: [BuildOutput] {
    switch row.tool {
    case .go: return goOutputs
    case .cargo: return cargoOutputs
    case .maven where command.action == .build: return [folder("target")]
    case .gradle where command.action == .build: return [folder("build")]
    case .dotnet where command.action == .build: return dotnetOutputs
    case .pip where command.action == .build: return wheels(named: ".")
    case .poetry where command.action == .build, .uv where command.action == .build,
      .pdm where command.action == .build:
      return wheels(named: "dist")
    default: return []
    }
  }

  private func folder(_ name: String) -> BuildOutput {
    BuildOutput(path: PathText.join(project, name), isFolder: true)
  }

  /// Wheels go into the folder that is given, or into the tool's usual one.
  private func wheels(named usual: String) -> [BuildOutput] {
    guard let given = found.values[.output] else { return [folder(usual)] }
    return given.map { [BuildOutput(path: surroundings.absolute($0), isFolder: true)] } ?? []
  }

  private var dotnetOutputs: [BuildOutput] {
    guard let given = found.values[.output] else { return [] }
    return given.map { [BuildOutput(path: surroundings.absolute($0), isFolder: true)] } ?? []
  }

  // MARK: - Go

  /// `go build -o PATH`; without it the program is named for its package, in the folder where the command runs.
  private var goOutputs: [BuildOutput] {
    guard command.action == .build || command.action == .install else { return [] }
    if commandName == "install" {
      guard let folder = goPrograms ?? nil else { return [] }
      return names(of: operands).map { BuildOutput(path: PathText.join(folder, $0), isFolder: false) }
    }
    guard commandName == "build" else { return [] }
    if let written = found.values[.output] {
      guard let path = written else { return [] }
      let isFolder = path.hasSuffix("/") || operands.count > 1 || operands.contains { Self.isMany($0) }
      return [BuildOutput(path: surroundings.absolute(path), isFolder: isFolder)]
    }
    // Several packages are only checked, and `.` is named for the module, which the Dockerfile does not tell.
    guard operands.count == 1 else { return [] }
    return names(of: operands).map { BuildOutput(path: PathText.join(project, $0), isFolder: false) }
  }

  private static func isMany(_ word: ShellWord) -> Bool { word.value?.hasSuffix("...") ?? true }

  /// The programs of packages: `./cmd/server` → `server`, `example.com/tool@v1` → `tool`, `main.go` → `main`.
  private func names(of packages: ArraySlice<ShellWord>) -> [String] {
    packages.compactMap { word in
      guard let text = word.value, !Self.isMany(word) else { return nil }
      var name = PathText.lastComponent(String(text.prefix { $0 != "@" }))
      if name.hasSuffix(".go") { name = String(name.dropLast(3)) }
      return ["", ".", ".."].contains(name) ? nil : name
    }
  }

  // MARK: - Rust

  /// `target/release/NAME`, or the folder where the name is not known.
  private var cargoOutputs: [BuildOutput] {
    guard command.action == .build, let target = cargoTarget else { return [] }
    var path = target
    if let triple {
      guard let triple else { return [BuildOutput(path: path, isFolder: true)] }
      path = PathText.join(path, triple)
    }
    path = PathText.join(path, profile)
    if let binary = found.values[.binary] ?? nil {
      return [BuildOutput(path: PathText.join(path, binary), isFolder: false)]
    }
    return [BuildOutput(path: path, isFolder: true)]
  }

  /// The machine that is built for; the outer nil where none is named.
  private var triple: String?? {
    if let given = found.values[.triple] { return given }
    switch surroundings.variable("CARGO_BUILD_TARGET") {
    case .known(let text): return text
    case .unknown: return .some(nil)
    case nil: return nil
    }
  }

  /// Cargo's folder of a profile: `dev` is called `debug`.
  private var profile: String {
    if let profile = found.values[.profile] ?? nil { return profile == "dev" ? "debug" : profile }
    return found.isRelease ? "release" : "debug"
  }

  // MARK: - ProgramLinkage

  var linkage: ProgramLinkage? {
    guard command.action == .build || command.action == .install else { return nil }
    switch row.tool {
    case .go: return goLinkage
    case .cargo where command.action == .build: return rustLinkage
    default: return nil
    }
  }

  /// Without cgo a Go program is static; with it only where the linker is told so. What `CGO_ENABLED` is by default
  /// depends on whether there is a C compiler, and whether it matters on what the packages import. Of the standard
  /// library only names of hosts and users need C, and the tags take these to Go's own code.
  private var goLinkage: ProgramLinkage {
    if found.linkage == .static { return .static }
    if let flags = arguments.value(of: ["-ldflags"]) {
      guard let text = flags.value else { return .unknown }
      let words = text.split { $0 == " " || $0 == "\"" || $0 == "'" || $0 == "=" }
      if words.contains("-static") { return .static }
    }
    if let tags = arguments.value(of: ["-tags"])?.value {
      let parts = Set(tags.split { $0 == " " || $0 == "," })
      if parts.isSuperset(of: ["netgo", "osusergo"]) { return .static }
    }
    return found.linkage ?? .unknown
  }

  /// The musl targets link everything into the program unless told otherwise.
  private var rustLinkage: ProgramLinkage {
    if let linkage = found.linkage { return linkage }
    guard let triple = triple ?? nil else { return .unknown }
    return triple.split(separator: "-").contains { $0.hasPrefix("musl") } ? .static : .dynamic
  }
}
