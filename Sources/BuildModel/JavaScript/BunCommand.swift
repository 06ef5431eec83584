import ShellSyntax

/// What a command line of Bun does.
struct BunCommand {
  let environment: NodeEnvironment
  private let arguments: ScriptArguments

  init(_ words: some Sequence<ShellWord>, in environment: NodeEnvironment) {
    self.environment = environment
    arguments = ScriptArguments(
      words,
      taking: ["--cwd", "--omit", "--filter", "-F", "--registry", "--backend", "--config", "-c", "--cache-dir"],
      truths: ["--production"]
    )
  }

  private var directory: ShellWord? { arguments.words(of: ["--cwd"]).last }

  var action: NodeAction {
    guard !arguments.has(["--version", "--help", "-h"]), let name = arguments.remaining.first?.value else {
      return .other
    }
    let rest = arguments.remaining.dropFirst()
    switch name {
    case "install", "i", "add", "a", "ci": return install(name, Array(rest))
    case "pm": return rest.first?.value == "cache" ? .cacheClean(.bun) : .other
    case "build": return .build(tool: "bun")
    case "x": return JavaScriptCommand.action(ofTool: arguments.commandLine(rest), environment)
    case "run":
      return JavaScriptCommand.action(ofScriptOrTool: arguments.commandLine(rest), .bun, directory, environment)
    case "test", "init", "create", "remove", "rm", "update", "upgrade", "link", "unlink", "outdated", "publish":
      return .other
    default:
      let line = arguments.commandLine(arguments.remaining[...])
      return JavaScriptCommand.action(ofScriptOrTool: line, .bun, directory, environment)
    }
  }

  private func install(_ name: String, _ packages: [ShellWord]) -> NodeAction {
    var install = Install(
      manager: .bun,
      isClean: name == "ci" || arguments.has(["--frozen-lockfile"]),
      development: development
    )
    install.packages = packages
    install.isGlobal = arguments.has(["-g", "--global"])
    install.directory = directory
    install.workspaces = arguments.words(of: ["--filter", "-F"])
    return .install(install)
  }

  private var development: DevelopmentDependencies {
    for flag in arguments.flags where flag.name == "--omit" {
      switch flag.value {
      case .some("dev"?): return .omitted(by: .flag(flag.word, isDatedSpelling: false))
      case .some(nil): return .unknown(because: .flag(flag.word, isDatedSpelling: false))
      default: continue
      }
    }
    let found = arguments.development(flags: ["--production", "-p"], variables: [], in: environment)
    // Whether NODE_ENV counts differs between versions.
    guard case .included(because: .nothingOmits) = found, environment.isProduction != false else { return found }
    return .unknown(because: environment.nodeEnvironmentCause)
  }
}
