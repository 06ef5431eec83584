import Diagnostics
import ShellSyntax

extension RunEffect {
  /// npm and its kin: node_modules, configuration, and the build steps of the package.
  func applyJavaScript(_ state: StageState) {
    let environment = NodeEnvironment(
      image: .stage(state.variables),
      execution: execution,
      settings: state.nodeSettings,
      yarn: state.yarn,
      facts: facts
    )
    noteManifest(state)
    let action = JavaScriptCommand.action(of: execution, in: environment)
    noteStep(of: action, state)
    switch action {
    case .install(let install) where install.isGlobal:
      for name in install.packages.compactMap(\.value) { state.programs.install(Self.programName(name)) }
    case .install(let install), .focus(let install):
      place(install.manager, install.development, install.isClean, at: install.directory, state)
    case .prune(let prune): self.prune(prune, state)
    case .pnpmDeploy(let prune, let folder):
      place(prune.manager, prune.development, true, at: folder, state)
    case .configSet(let settings): state.nodeSettings += settings
    case .chooseYarn(let manager): state.yarn = manager
    case .build(let tool): noteStep(tool, state)
    case .runScript(let script) where script.isBuild && doesSomething(script, state): noteStep(commandText, state)
    case .runScript, .cacheClean, .other: break
    }
  }

  /// `npm pkg set scripts.build=…`
  private func noteManifest(_ state: StageState) {
    let words = execution.words.map(\.value)
    guard words.count > 3, words[0] == "npm", words[1] == "pkg", words[2] == "set" else { return }
    for case let word? in words[3...] where word.hasPrefix("scripts.") {
      let parts = word.dropFirst("scripts.".count).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      state.scripts.set(packageScript: String(parts[0]), String(parts[1]), in: directory)
    }
  }

  /// Whether a script of package.json may make anything. Where its text stands in the Dockerfile, it may be `true`.
  private func doesSomething(_ script: PackageScript, _ state: StageState) -> Bool {
    let folder = script.directory.flatMap(\.value).map { PathText.join(directory, $0) } ?? directory
    guard let name = script.name, let known = state.scripts.packageScript(name, in: folder) else { return true }
    guard let text = known else { return false }
    let variables = VisibleVariables.stage(state.variables)
    let trace = ShellSyntax.trace(Array(text.utf8), environment: { variables[$0] })
    return !trace.executions.allSatisfy(IdleCommand(in: state).matches)
  }

  private func place(
    _ manager: PackageManager,
    _ development: DevelopmentDependencies,
    _ isClean: Bool,
    at folder: ShellWord?,
    _ state: StageState
  ) {
    let path = modulesPath(folder)
    let modules = NodeModules(
      manager: manager,
      development: development,
      isCertain: isCertain(over: state.files.modules(at: path), development),
      command: commandText,
      range: range(execution.range),
      origin: origin,
      isClean: isClean,
      script: script
    )
    state.installs.append(modules)
    state.files.place(FileItem(path: path, content: .modules(modules), origin: origin))
  }

  /// A prune that leaves development dependencies out decides for the folder; another one changes nothing.
  private func prune(_ prune: Prune, _ state: StageState) {
    let path = modulesPath(prune.directory)
    guard prune.development.isOmitted, let old = state.files.modules(at: path) else { return }
    var modules = old
    modules.development = prune.development
    modules.isCertain = isCertain(over: old, prune.development)
    modules.command = commandText
    modules.range = range(execution.range)
    modules.origin = origin
    modules.script = script
    state.files.place(FileItem(path: path, content: .modules(modules), origin: origin))
  }

  /// A command that may not run decides only where it would change nothing.
  private func isCertain(over old: NodeModules?, _ development: DevelopmentDependencies) -> Bool {
    guard execution.certainty == .maybe, let old else { return true }
    return old.isCertain && old.development.isOmitted == development.isOmitted
  }

  private func modulesPath(_ folder: ShellWord?) -> String {
    let project = folder?.value.map { PathText.join(directory, $0) } ?? directory
    return PathText.join(project, "node_modules")
  }

  private func noteStep(_ name: String, _ state: StageState) {
    state.steps.append(
      BuildStep(
        name: name,
        stage: origin.stage,
        origin: origin,
        range: range(execution.range),
        directory: directory
      )
    )
  }

  /// A package's program usually bears its name: `@nestjs/cli@10` → `cli`, `serve@14` → `serve`.
  private static func programName(_ package: String) -> String {
    let name = PathText.lastComponent(package)
    return String(name.prefix { $0 != "@" })
  }
}
