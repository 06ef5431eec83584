import ShellSyntax

/// What a command line of Yarn does.
struct YarnCommand {
  let environment: NodeEnvironment
  private let arguments: ScriptArguments
  private let manager: PackageManager

  private static let taking: Set<String> = [
    "--cwd", "--modules-folder", "--cache-folder", "--registry", "--network-timeout", "--network-concurrency",
    "--mutex",
    "--global-folder", "--link-folder", "--preferred-cache-folder", "--use-yarnrc", "--https-proxy", "--proxy",
    "--mode",
  ]
  private static let berryFlags: Set<String> = [
    "--immutable", "--immutable-cache", "--check-cache", "--mode", "--inline-builds",
  ]
  private static let production: Set<String> = ["--production", "--prod"]

  init(_ words: some Sequence<ShellWord>, in environment: NodeEnvironment) {
    self.environment = environment
    arguments = ScriptArguments(words, taking: Self.taking, truths: Self.production)
    if environment.yarn != .yarn {
      manager = environment.yarn
    } else if arguments.remaining.first.map({ $0.value == "install" }) ?? true, arguments.has(Self.berryFlags) {
      manager = .yarnBerry
    } else {
      manager = .yarn
    }
  }

  var action: NodeAction {
    if arguments.has(["--version", "--help", "-h"]) { return .other }
    guard let first = arguments.remaining.first else {
      return arguments.has(["-v"]) ? .other : .install(install([]))
    }
    let rest = arguments.remaining.dropFirst()
    guard let name = first.value else { return .other }
    switch name {
    case "install": return .install(install([]))
    case "add": return .install(install(Array(rest)))
    case "global":
      guard rest.first?.value == "add" else { return .other }
      var global = install(Array(rest.dropFirst()))
      global.isGlobal = true
      return .install(global)
    case "workspaces": return workspaces(rest)
    case "workspace": return script(rest.dropFirst())
    case "cache": return rest.first?.value == "clean" ? .cacheClean(manager) : .other
    case "config":
      return rest.first?.value == "set" ? .configSet(NodeSetting.read(rest.dropFirst(), level: .user)) : .other
    case "set": return version(rest)
    case "dlx", "exec", "node": return JavaScriptCommand.action(ofTool: arguments.commandLine(rest), environment)
    case "run": return script(rest)
    default: return script(arguments.remaining[...])
    }
  }

  private var directory: ShellWord? { arguments.words(of: ["--cwd"]).last }

  private func install(_ packages: [ShellWord]) -> Install {
    let frozen: Set<String> = ["--frozen-lockfile", "--immutable", "--pure-lockfile"]
    var install = Install(manager: manager, isClean: arguments.has(frozen), development: development)
    install.packages = packages
    install.directory = directory
    return install
  }

  private var development: DevelopmentDependencies {
    let variables = ["NODE_ENV", "YARN_PRODUCTION", "NPM_CONFIG_PRODUCTION"]
    let found = arguments.development(flags: Self.production, variables: variables, in: environment)
    guard manager == .yarnBerry else { return found }
    switch found {
    case .omitted(let cause), .unknown(let cause): return .included(because: .notInYarn2(cause))
    case .included: return .included(because: .nothingOmits)
    }
  }

  /// `yarn workspaces focus --production`, or a script in every workspace.
  private func workspaces(_ words: ArraySlice<ShellWord>) -> NodeAction {
    switch words.first?.value {
    case "focus":
      let development = arguments.development(flags: Self.production, variables: [], in: environment)
      var focus = Install(manager: .yarnBerry, development: development)
      focus.workspaces = Array(words.dropFirst())
      focus.directory = directory
      return .focus(focus)
    case "run": return script(words.dropFirst())
    case "foreach":
      let rest = words.dropFirst()
      return script(rest.first?.value == "run" ? rest.dropFirst() : rest)
    default: return .other
    }
  }

  /// `yarn set version …`
  private func version(_ words: ArraySlice<ShellWord>) -> NodeAction {
    guard words.first?.value == "version", let version = words.dropFirst().first?.value else { return .other }
    return .chooseYarn(Self.kind(ofVersion: version))
  }

  static func kind(ofVersion version: String) -> PackageManager {
    version == "classic" || version == "1" || version.hasPrefix("1.") ? .yarnClassic : .yarnBerry
  }

  private func script(_ words: ArraySlice<ShellWord>) -> NodeAction {
    if words.first?.value == "run", words.count > 1 { return script(words.dropFirst()) }
    return JavaScriptCommand.action(ofScriptOrTool: arguments.commandLine(words), manager, directory, environment)
  }
}
