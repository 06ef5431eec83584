import ShellSyntax

/// What a command line of npm does.
struct NpmCommand {
  let environment: NodeEnvironment
  private let arguments: NpmArguments

  init(_ words: some Sequence<ShellWord>, in environment: NodeEnvironment) {
    self.environment = environment
    arguments = NpmArguments(words, facts: environment.facts)
  }

  var action: NodeAction {
    // npm then only tells something, whatever else stands on the line.
    if ["usage", "version", "versions"].contains(where: arguments.isOn) { return .other }
    guard let name = arguments.remaining.first?.value else { return .other }
    switch environment.facts.npmCommand(name) {
    case .cleanInstall: return install(isClean: true)
    case .install: return install(isClean: false)
    case .prune: return prune
    case .runScript: return runScript(arguments.remaining.dropFirst())
    case nil: break
    }
    switch name {
    case "start", "stop", "restart", "test", "t", "tst": return runScript(arguments.remaining[...])
    case "cache": return arguments.remaining.dropFirst().first?.value == "clean" ? .cacheClean(.npm) : .other
    case "config", "c": return configuration(arguments.remaining.dropFirst())
    case "set": return settings(arguments.remaining.dropFirst())
    case "exec", "x": return run
    default: return .other
    }
  }

  private var directory: ShellWord? {
    arguments.words(of: "prefix").last
  }

  private func install(isClean: Bool) -> NodeAction {
    if arguments.isOn("dry-run") || arguments.isOn("package-lock-only") { return .other }
    var install = Install(
      manager: .npm,
      isClean: isClean,
      development: NpmOmission.development(arguments, in: environment)
    )
    let isLocal = arguments.last("global")?.word.value == "--local"
    let location = arguments.last("location").map { $0.value == .text("global") } ?? false
    install.isGlobal = location || (arguments.isOn("global") && !isLocal)
    if !install.isClean {
      let behind = Set(arguments.behindDashes)
      install.packages = arguments.remaining.dropFirst().filter { word in
        !(behind.contains(word) && word.value?.hasPrefix("-") ?? false)
      }
    }
    install.directory = directory
    install.workspaces = arguments.words(of: "workspace")
    return .install(install)
  }

  private var prune: NodeAction {
    let development = NpmOmission.development(arguments, in: environment)
    if arguments.isOn("dry-run") { return .other }
    return .prune(Prune(manager: .npm, development: development, directory: directory))
  }

  private func runScript(_ words: ArraySlice<ShellWord>) -> NodeAction {
    guard let word = words.first, !BuildTools.onlyTells(words.dropFirst()) else { return .other }
    let isBuild = word.value.map { BuildScripts.isBuild($0, environment.facts) } ?? false
    return .runScript(PackageScript(manager: .npm, name: word.value, isBuild: isBuild, directory: directory))
  }

  private func configuration(_ words: ArraySlice<ShellWord>) -> NodeAction {
    words.first?.value == "set" ? settings(words.dropFirst()) : .other
  }

  /// `key=value …` or `key value`.
  private func settings(_ words: ArraySlice<ShellWord>) -> NodeAction {
    var level = NodeSetting.Level.user
    if arguments.isOn("global") || arguments.last("location")?.value == .text("global") { level = .global }
    if arguments.last("location")?.value == .text("project") { level = .project }
    return .configSet(NodeSetting.read(words, level: level))
  }

  /// `npm exec [--] tool …`
  private var run: NodeAction {
    if let call = arguments.words(of: "call").last { return JavaScriptCommand.action(ofScript: call, environment) }
    return JavaScriptCommand.action(ofTool: arguments.remaining.dropFirst(), environment)
  }
}

extension NodeSetting {
  /// The arguments of `config set`.
  static func read(_ words: ArraySlice<ShellWord>, level: Level) -> [NodeSetting] {
    if words.count == 2, let key = words.first, let name = key.value, !name.contains("="), let value = words.last {
      return [NodeSetting(key: name, value: value.value, level: level, source: key)]
    }
    return words.compactMap { word in
      let parts = (word.value ?? word.knownStart).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let key = parts.first, !key.isEmpty, parts.count == 2 || word.value != nil else { return nil }
      let value = word.value == nil ? nil : parts.count == 2 ? String(parts[1]) : ""
      return NodeSetting(key: String(key), value: value, level: level, source: word)
    }
  }
}
