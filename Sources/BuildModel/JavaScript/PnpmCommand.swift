import ShellSyntax

/// What a command line of pnpm does.
struct PnpmCommand {
  let environment: NodeEnvironment
  private let arguments: ScriptArguments

  private static let taking: Set<String> = [
    "-C", "--dir", "--filter", "-F", "--filter-prod", "--store-dir", "--registry", "--reporter", "--loglevel",
    "--modules-dir", "--virtual-store-dir", "--network-concurrency", "--workspace-concurrency",
  ]
  private static let production: Set<String> = ["--prod", "-P", "--production", "--no-prod", "--no-production"]

  init(_ words: some Sequence<ShellWord>, in environment: NodeEnvironment) {
    self.environment = environment
    arguments = ScriptArguments(words, taking: Self.taking, truths: Self.production)
  }

  private var directory: ShellWord? { arguments.words(of: ["-C", "--dir"]).last }

  private var development: DevelopmentDependencies {
    let variables = ["NODE_ENV", "NPM_CONFIG_PRODUCTION"]
    return arguments.development(flags: Self.production, variables: variables, in: environment)
  }

  var action: NodeAction {
    guard !arguments.has(["--version", "--help", "-h"]), let name = arguments.remaining.first?.value else {
      return .other
    }
    let rest = arguments.remaining.dropFirst()
    switch name {
    case "install", "i", "add": return install(isClean: false, name == "add" ? Array(rest) : [])
    case "ci", "clean-install", "ic", "install-clean": return install(isClean: true, [])
    case "prune": return .prune(Prune(manager: .pnpm, development: development, directory: directory))
    case "deploy":
      let prune = Prune(manager: .pnpm, development: development, directory: directory)
      return .pnpmDeploy(prune, directory: rest.first)
    case "store": return rest.first?.value == "prune" ? .cacheClean(.pnpm) : .other
    case "config", "c":
      return rest.first?.value == "set" ? .configSet(NodeSetting.read(rest.dropFirst(), level: .user)) : .other
    case "exec", "dlx": return JavaScriptCommand.action(ofTool: arguments.commandLine(rest), environment)
    case "run", "run-script": return script(rest)
    case "recursive", "multi", "m":
      return PnpmCommand(rest, in: environment).action
    case "test", "t", "tst", "start": return script(arguments.remaining[...])
    default: return script(arguments.remaining[...])
    }
  }

  private func script(_ words: ArraySlice<ShellWord>) -> NodeAction {
    JavaScriptCommand.action(ofScriptOrTool: arguments.commandLine(words), .pnpm, directory, environment)
  }

  /// On a build server, where CI is set, pnpm freezes the lockfile by itself.
  private func install(isClean: Bool, _ packages: [ShellWord]) -> NodeAction {
    if arguments.has(["--lockfile-only"]) { return .other }
    let isServer: Bool =
      switch environment.variable("CI") {
      case .known(let value): !["", "0", "false"].contains(value)
      case .unknown, nil: false
      }
    let isFrozen =
      arguments.has(["--frozen-lockfile"])
      || (isServer && packages.isEmpty && arguments.last(["--no-frozen-lockfile", "--frozen-lockfile"]) == nil)
    var install = Install(manager: .pnpm, isClean: isClean || isFrozen, development: development)
    install.packages = packages
    install.isGlobal = arguments.has(["-g", "--global"])
    install.directory = directory
    install.workspaces = arguments.words(of: ["--filter", "-F", "--filter-prod"])
    return .install(install)
  }
}
