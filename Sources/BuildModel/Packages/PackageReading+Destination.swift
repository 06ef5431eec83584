import ShellSyntax

/// Where packages come to lie.
extension PackageReading {
  var destination: PackageStep.Destination {
    switch command.action {
    case .install, .upgrade, .remove, .download: break
    case .createEnvironment: return madeEnvironment.map { .environment($0) } ?? .unknown
    default: return .none
    }
    if row.tool.isOfSystem { return rootFolder.map { .folder($0) } ?? .system }
    switch row.tool {
    case .pip, .pdm, .poetry, .pipenv, .uv: return python
    case .go: return go
    case .cargo: return cargo
    case .maven, .gradle: return caches.first?.path.map { .folder($0) } ?? .unknown
    case .composer: return .folder(PathText.join(project, "vendor"))
    case .bundler, .gem, .pipx: return .system
    case .dotnet: return caches.first?.path.map { .folder($0) } ?? .unknown
    default: return .unknown
    }
  }

  /// The folder of the project that the tool works on.
  var project: String {
    if let folder = found.values[.project] { return folder.map(surroundings.absolute) ?? surroundings.directory }
    if let file = found.values[.manifest] {
      return file.map { PathText.parent(surroundings.absolute($0)) } ?? surroundings.directory
    }
    return surroundings.directory
  }

  /// `apk --root DIR`, `dnf --installroot DIR`.
  private var rootFolder: String? {
    (found.values[.prefix] ?? nil).map(surroundings.absolute)
  }

  // MARK: - Python

  private var python: PackageStep.Destination {
    for meaning in [PackageEffect.Meaning.target, .prefix] {
      if let folder = found.values[meaning] { return folder.map { .folder(surroundings.absolute($0)) } ?? .unknown }
    }
    if let environment = found.values[.environment] {
      guard let written = environment else { return .unknown }
      // `--python` takes an interpreter, its environment, or a version.
      if written.utf8.contains(UInt8(ascii: "/")) || written.hasPrefix(".") {
        return .environment(Self.environment(around: surroundings.absolute(written)))
      }
      if commandName.hasPrefix("pip ") == false, row.tool != .pip {
        return .environment(surroundings.absolute(written))
      }
    }
    if found.values[.systemInterpreter] != nil { return .system }
    if found.values[.userSite] != nil { return .folder(surroundings.absolute("~/.local")) }
    switch row.tool {
    case .pip: return activeEnvironment ?? .system
    case .uv where commandName.hasPrefix("pip "): return activeEnvironment ?? uvEnvironment
    case .uv where commandName.hasPrefix("tool "): return .system
    case .uv, .pdm: return uvEnvironment
    case .poetry, .pipenv:
      if let active = activeEnvironment { return active }
      if found.values[.projectEnvironment] != nil { return .environment(PathText.join(project, ".venv")) }
      // The folder's name has a hash of the project's path.
      let place = row.caches.first { $0.name == "environments" }.flatMap { $0.places.last }
      return place.map { .environment(surroundings.absolute($0)) } ?? .unknown
    default: return .unknown
    }
  }

  /// `/venv/bin/python3` → `/venv`.
  private static func environment(around path: String) -> String {
    guard PathText.lastComponent(path).hasPrefix("python"), PathText.lastComponent(PathText.parent(path)) == "bin"
    else {
      return path
    }
    return PathText.parent(PathText.parent(path))
  }

  private var uvEnvironment: PackageStep.Destination { .environment(PathText.join(project, ".venv")) }

  /// The virtual environment whose programs come first: by VIRTUAL_ENV, by `activate`, by the program's own path, or by
  /// PATH.
  private var activeEnvironment: PackageStep.Destination? {
    if let program = surroundings.execution.words.first?.value, program.utf8.contains(UInt8(ascii: "/")) {
      let folder = PathText.parent(PathText.parent(surroundings.absolute(program)))
      if surroundings.memory.environments.contains(folder) { return .environment(folder) }
    }
    // pip works for the interpreter that runs it, whatever the variable says.
    if row.tool != .pip {
      switch surroundings.variable("VIRTUAL_ENV") {
      case .known(let path): return .environment(surroundings.absolute(path))
      case .unknown: return .unknown
      case nil: break
      }
    }
    if let active = surroundings.activeEnvironment { return .environment(active) }
    guard !surroundings.memory.environments.isEmpty, case .known(let path) = surroundings.variable("PATH") else {
      return nil
    }
    for folder in path.split(separator: ":").prefix(16) {
      let environment = PathText.parent(String(folder))
      if PathText.lastComponent(String(folder)) == "bin", surroundings.memory.environments.contains(environment) {
        return .environment(environment)
      }
      // The system's own programs come first from here on.
      if ["/usr", "/usr/local", "/"].contains(environment) { return nil }
    }
    return nil
  }

  /// `uv venv [DIR]`: without a name `.venv`.
  private var madeEnvironment: String? {
    guard let word = operands.first else { return PathText.join(project, ".venv") }
    return word.value.map(surroundings.absolute)
  }

  // MARK: - Go and Rust

  private var go: PackageStep.Destination {
    switch command.action {
    case .download: return caches.first { $0.name == "modules" }?.path.map { .folder($0) } ?? .unknown
    default: return (goPrograms ?? nil).map { .folder($0) } ?? .unknown
    }
  }

  /// The folder in which `go install` puts programs.
  var goPrograms: String?? {
    surroundings.place("$GOBIN") ?? surroundings.place("$GOPATH/bin") ?? surroundings.place("~/go/bin")
  }

  private var cargo: PackageStep.Destination {
    guard command.action == .install else { return (caches.first?.path).map { .folder($0) } ?? .unknown }
    if commandName.hasPrefix("chef") { return .folder(cargoTarget ?? project) }
    return cargoPrograms.map { .folder($0) } ?? .unknown
  }

  /// The folder in which `cargo install` puts programs.
  var cargoPrograms: String? {
    if let root = found.values[.prefix] { return root.map { PathText.join(surroundings.absolute($0), "bin") } }
    return surroundings.place("$CARGO_INSTALL_ROOT/bin") ?? surroundings.place("$CARGO_HOME/bin")
      ?? surroundings.place("~/.cargo/bin") ?? nil
  }

  /// Cargo's folder of built files; nil where it is not known.
  var cargoTarget: String? {
    if let folder = found.values[.target] { return folder.map(surroundings.absolute) }
    return surroundings.place("$CARGO_TARGET_DIR") ?? PathText.join(project, "target")
  }
}
