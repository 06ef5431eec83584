package import DockerfileSyntax
package import ShellSyntax

/// What one command of a RUN does, as far as its words tell.
package enum CommandEffect: Hashable, Sendable {
  /// Puts the packages of a project into its node_modules.
  case install(Install, folder: String)
  /// Packages for every project.
  case installGlobally(PackageManager, [String])
  /// Takes packages out of a node_modules.
  case prune(Prune, folder: String)
  case emptyCache(PackageManager)
  /// A script of package.json.
  case script(PackageScript)
  /// A bundler, compiler or the like.
  case build(tool: String)
  case settings([NodeSetting])
  case systemPackages([String], isRemoval: Bool)
  /// Reads what packages there are: `apt-get update`.
  case packageIndex
  case addUsers([String])
  case addGroups([String])
  case remove([String])
  case copy([String], to: String)
  case move([String], to: String)
  case makeFolders([String])
  case changeOwner(String, [String])
  case changeMode(String, [String])
  case download([String])
  case write(String, appends: Bool)
  case other
}

extension CommandEffect {
  /// - Parameters:
  ///   - directory: where the RUN starts; absolute.
  ///   - variables: ENV and ARG as the RUN sees them.
  package init(
    of execution: Execution,
    in directory: String,
    variables: [String: ShellValue],
    facts: PackageManagerFacts
  ) {
    let folder = execution.directory.map { PathText.join(directory, $0.isEmpty ? "." : $0) } ?? directory
    let environment = NodeEnvironment(image: .values(variables), execution: execution, facts: facts)
    switch JavaScriptCommand.action(of: execution, in: environment) {
    case .install(let install) where install.isGlobal:
      self = .installGlobally(install.manager, install.packages.map { $0.value ?? "…" })
    case .install(let install), .focus(let install):
      self = .install(install, folder: Self.modules(install.directory, in: folder))
    case .prune(let prune), .pnpmDeploy(let prune, _):
      self = .prune(prune, folder: Self.modules(prune.directory, in: folder))
    case .cacheClean(let manager): self = .emptyCache(manager)
    case .runScript(let script): self = .script(script)
    case .build(let tool): self = .build(tool: tool)
    case .configSet(let settings): self = .settings(settings)
    case .chooseYarn, .other: self = Self.system(execution, in: folder)
    }
  }

  private static func modules(_ project: ShellWord?, in folder: String) -> String {
    PathText.join(project?.value.map { PathText.join(folder, $0) } ?? folder, "node_modules")
  }

  private static func system(_ execution: Execution, in folder: String) -> CommandEffect {
    let words = execution.words[...]
    guard let program = words.first?.value.map(PathText.lastComponent) else { return .other }
    if let install = PackageInstall(words) { return .systemPackages(install.packages, isRemoval: install.isRemoval) }
    let texts = words.dropFirst().map { $0.value ?? $0.knownStart + "…" }
    let operands = texts.filter { !$0.hasPrefix("-") }
    let paths = operands.map { PathText.join(folder, $0) }
    switch program {
    case "apt-get" where operands.first == "update", "apt" where operands.first == "update",
      "apk" where operands.first == "update":
      return .packageIndex
    case "useradd", "adduser": return .addUsers(users(words))
    case "groupadd", "addgroup": return .addGroups(operands.suffix(1))
    case "rm", "unlink", "rmdir", "rimraf": return paths.isEmpty ? .other : .remove(paths)
    case "mkdir": return paths.isEmpty ? .other : .makeFolders(paths)
    case "cp", "mv":
      guard paths.count > 1, let target = paths.last else { return .other }
      let sources = Array(paths.dropLast())
      return program == "cp" ? .copy(sources, to: target) : .move(sources, to: target)
    case "chown": return paths.count > 1 ? .changeOwner(operands[0], Array(paths.dropFirst())) : .other
    case "chmod": return paths.count > 1 ? .changeMode(operands[0], Array(paths.dropFirst())) : .other
    case "curl", "wget":
      let addresses = texts.filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
      return addresses.isEmpty ? .other : .download(addresses)
    default: return written(execution, in: folder)
    }
  }

  /// The table of users says which names a command adds.
  private static func users(_ words: ArraySlice<ShellWord>) -> [String] {
    var table = UserTable()
    _ = UserCommands.apply(words, to: &table)
    return table.added
  }

  private static func written(_ execution: Execution, in folder: String) -> CommandEffect {
    let target = execution.redirections.last { $0.kind == .write || $0.kind == .append }
    guard let target, let path = target.target.value, path != "/dev/null" else { return .other }
    return .write(PathText.join(folder, path), appends: target.kind == .append)
  }
}

extension ScriptPlace {
  /// nil where a RUN is an argument list, whose words have their places themselves.
  package init?(of run: Run) {
    guard case .shell = run.form else { return nil }
    self.init(text: run.script.text)
  }
}

extension ConfigurationTrace {
  /// What a RUN's script does with the variables and the shell of its place.
  package func commands(of run: Run, at origin: Origin, in document: Document) -> ShellTrace {
    let variables = shellValues(at: origin)
    let isOpen = base.isUnknown
    let environment: (String) -> ShellValue? = { name in variables[name] ?? (isOpen ? .unknown : nil) }
    switch run.form {
    case .exec(let words):
      let words = document[words].map { ShellWord(document.string($0), at: $0.range) }
      return ShellSyntax.trace(exec: words, environment: environment)
    case .shell:
      var options = ShellOptions()
      if let shell = surroundings(of: origin)?.shell {
        guard let read = ShellOptions(shell: shell) else { return ShellTrace(ending: .either) }
        options = read
      }
      return ShellSyntax.trace(Array(document.bytes(run.script.text)), environment: environment, options: options)
    }
  }

  /// ENV and ARG as an instruction sees them.
  package func shellValues(at origin: Origin) -> [String: ShellValue] {
    (scopes[Place(origin)] ?? [:]).mapValues { .known(settings[$0].value) }
  }

  /// The variables that an instruction sees, ENV and ARG alike, by name.
  package func visible(at origin: Origin) -> [VariableSetting] {
    (scopes[Place(origin)] ?? [:]).values.sorted().map { settings[$0] }
  }

  /// The instructions whose words use what an ENV or ARG set, in file order.
  package func users(of origin: Origin) -> [Int] {
    let made = Set(settingsByPlace[Place(origin)] ?? [])
    let places = words.filter { _, words in
      words.contains { $0.uses.contains { $0.setting.map(made.contains) ?? false } }
    }
    let again = settings.compactMap { setting -> Int? in
      guard case .globalArgument(let index) = setting.cause, made.contains(index) else { return nil }
      return setting.origin?.instruction
    }
    return Set(places.keys.map(\.instruction) + again).subtracting([origin.instruction]).sorted()
  }
}
