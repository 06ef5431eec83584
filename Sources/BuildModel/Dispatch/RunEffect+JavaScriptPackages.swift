import ShellSyntax

extension RunEffect {
  /// Notes what a command of npm and its kin does with packages, beside what it does to a node_modules.
  func noteStep(of action: NodeAction, _ state: StageState) {
    if action == .other || isNoted(state) { return }
    switch action {
    case .install(let install), .focus(let install): note(install, state)
    case .pnpmDeploy(let prune, let folder):
      var step = packageStep(.pnpm, .install)
      step.lockfile = .respected
      set(prune.development, of: &step)
      step.destination = folder?.value.map { .folder(PathText.join(directory, $0)) } ?? .unknown
      step.caches = caches(of: .pnpm, state)
      state.add(step)
    case .prune(let prune):
      var step = packageStep(Self.tool(prune.manager), .remove)
      set(prune.development, of: &step)
      step.destination = modulesFolder(prune.directory)
      state.add(step)
    case .cacheClean(let manager):
      let tool = Self.tool(manager)
      let step = packageStep(tool, .clean)
      state.clean(tool, facts.tools.row(of: tool)?.caches.map(\.name) ?? [], step)
      state.add(step)
    case .runScript(let script):
      let isTest = script.name.map(TestRunner.isTest) ?? false
      guard isTest || script.isBuild else { return }
      var step = packageStep(Self.tool(script.manager), isTest ? .test : .build)
      if isTest { step.tests = .run }
      state.add(step)
    case .build: state.add(packageStep(nil, .build))
    case .configSet(let settings):
      guard let tool = facts.tools.row(ofProgram: execution.words.first?.value ?? "")?.tool else { return }
      for setting in settings { state.packageMemory.set(setting.key, setting.value, of: tool) }
    case .chooseYarn, .other: break
    }
  }

  /// Whether the facts about package tools and test runners have told of this command already.
  private func isNoted(_ state: StageState) -> Bool {
    guard let last = state.packages.last else { return false }
    return last.origin.instruction == origin.instruction && last.range == range(execution.range)
  }

  private func note(_ install: Install, _ state: StageState) {
    let tool = Self.tool(install.manager)
    var step = packageStep(tool, .install)
    step.packages = install.packages
    step.readsManifest = install.packages.isEmpty && !install.isGlobal
    step.lockfile = Self.lockfile(of: install)
    set(install.development, of: &step)
    step.destination = install.isGlobal ? .system : modulesFolder(install.directory)
    step.caches = caches(of: tool, state)
    if case .included(let inclusion) = install.development { step.mistakes = mistakes(inclusion) }
    state.add(step)
  }

  /// Packages that are named come beside the lockfile; a plain install heeds it and may write it anew.
  private static func lockfile(of install: Install) -> LockfileUse {
    if install.isGlobal { return .ignored }
    if install.isClean { return .respected }
    return .mayChange
  }

  private func set(_ development: DevelopmentDependencies, of step: inout PackageStep) {
    switch development {
    case .omitted(let cause): (step.scope, step.scopeCause) = (.production, text(cause))
    case .unknown(let cause): (step.scope, step.scopeCause) = (.unknown, text(cause))
    case .included(let inclusion):
      step.scope = .all
      switch inclusion {
      case .askedFor(let cause), .overridden(_, let cause), .replaced(_, let cause): step.scopeCause = text(cause)
      default: break
      }
    }
  }

  private func text(_ cause: DevelopmentDependencies.Cause) -> PackageCause {
    switch cause {
    case .flag(let word, _), .argument(let word):
      PackageCause(text: word.value ?? word.knownStart + "…", range: range(word.range))
    case .variable(let name, let value): PackageCause(text: "\(name)=\(value ?? "…")")
    case .setting(let setting): PackageCause(text: "\(setting.key) \(setting.value ?? "…")")
    }
  }

  private func mistakes(_ inclusion: DevelopmentDependencies.Inclusion) -> [PackageStep.Mistake] {
    switch inclusion {
    case .unknownFlag(let word, let suggestion):
      [.init(written: PackageCause(text: word.value ?? "", range: range(word.range)), meant: suggestion)]
    case .behindDashes(let word):
      [.init(written: PackageCause(text: word.value ?? "", range: range(word.range)), meant: nil)]
    case .invalidValue(let cause), .notInYarn2(let cause): [.init(written: text(cause), meant: nil)]
    case .notProduction(let value):
      [.init(written: PackageCause(text: "NODE_ENV=\(value)"), meant: "NODE_ENV=production")]
    default: []
    }
  }

  private func modulesFolder(_ folder: ShellWord?) -> PackageStep.Destination {
    guard let folder else { return .folder(PathText.join(directory, "node_modules")) }
    return folder.value.map { .folder(PathText.join(PathText.join(directory, $0), "node_modules")) } ?? .unknown
  }

  /// The caches that an install fills, by the facts' rows for the tool.
  private func caches(of tool: PackageTool, _ state: StageState) -> [CacheFolder] {
    guard let row = facts.tools.row(of: tool) else { return [] }
    let words = execution.words.dropFirst()
    let command = PackageCommand(action: .install, fills: row.caches.map(\.name))
    return PackageReading(words, row, surroundings(state), command, range: range).caches
  }

  private static func tool(_ manager: PackageManager) -> PackageTool {
    switch manager {
    case .npm: .npm
    case .pnpm: .pnpm
    case .bun: .bun
    case .yarn, .yarnClassic, .yarnBerry: .yarn
    }
  }
}
