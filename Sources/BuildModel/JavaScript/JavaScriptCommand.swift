package import ShellSyntax

/// Reads a command for what it does to node_modules and to the built files.
package enum JavaScriptCommand {
  /// What an execution does. The environment is the one made for this execution.
  package static func action(of execution: Execution, in environment: NodeEnvironment) -> NodeAction {
    if let settings = writtenSettings(execution) { return .configSet(settings) }
    return action(execution.words[...], environment, depth: 0)
  }

  /// Programs that may do anything here at all, beside those that build.
  static let programs = [
    "npm", "yarn", "yarnpkg", "pnpm", "bun", "npx", "pnpx", "bunx", "corepack", "node", "nodejs",
  ]

  static func action(
    _ words: ArraySlice<ShellWord>,
    _ environment: NodeEnvironment,
    depth: Int
  ) -> NodeAction {
    guard depth < 8, let program = words.first?.value else { return .other }
    let name = PathText.lastComponent(program)
    let rest = words.dropFirst()
    switch name {
    case "npm": return NpmCommand(rest, in: environment).action
    case "yarn", "yarnpkg": return YarnCommand(rest, in: environment).action
    case "pnpm": return PnpmCommand(rest, in: environment).action
    case "bun": return BunCommand(rest, in: environment).action
    case "npx", "pnpx", "bunx": return runner(rest, environment, depth: depth)
    case "cross-env", "cross-env-shell": return withVariables(rest, environment, depth: depth)
    case "corepack": return corepack(rest, environment, depth: depth)
    case "node", "nodejs": return nodeScript(rest, environment) ?? tool(name, rest, environment)
    default: return tool(name, rest, environment)
    }
  }

  /// `NAME=value … command`, as cross-env takes it when another program starts it.
  private static func withVariables(
    _ words: ArraySlice<ShellWord>,
    _ environment: NodeEnvironment,
    depth: Int
  ) -> NodeAction {
    var (rest, environment) = (words, environment)
    while let text = rest.first?.value, let sign = text.firstIndex(of: "="), sign > text.startIndex {
      environment.set(String(text[..<sign]), to: .known(String(text[text.index(after: sign)...])))
      rest.removeFirst()
    }
    return action(rest, environment, depth: depth + 1)
  }

  private static func tool(
    _ name: String,
    _ words: ArraySlice<ShellWord>,
    _ environment: NodeEnvironment
  ) -> NodeAction {
    BuildTools.tool(name, words, environment.facts).map(NodeAction.build) ?? .other
  }

  /// `node --run build`: Node 22 and later runs scripts of package.json by itself.
  private static func nodeScript(_ words: ArraySlice<ShellWord>, _ environment: NodeEnvironment) -> NodeAction? {
    guard let flag = words.first?.value, flag == "--run" || flag.hasPrefix("--run=") else { return nil }
    let name = flag == "--run" ? words.dropFirst().first?.value : String(flag.dropFirst("--run=".count))
    if BuildTools.onlyTells(words.dropFirst()) { return .other }
    let isBuild = name.map { BuildScripts.isBuild($0, environment.facts) } ?? false
    return .runScript(PackageScript(manager: .npm, name: name, isBuild: isBuild))
  }

  /// A tool that a package manager runs: `npm exec tsc`, `yarn dlx vite build`.
  static func action(ofTool words: ArraySlice<ShellWord>, _ environment: NodeEnvironment) -> NodeAction {
    runner(words, environment, depth: 1)
  }

  /// A name that is a script of package.json, or else a program of node_modules.
  static func action(
    ofScriptOrTool words: ArraySlice<ShellWord>,
    _ manager: PackageManager,
    _ directory: ShellWord?,
    _ environment: NodeEnvironment
  ) -> NodeAction {
    guard let first = words.first, !BuildTools.onlyTells(words.dropFirst()) else { return .other }
    if let name = first.value, let tool = BuildTools.tool(name, words.dropFirst(), environment.facts) {
      return .build(tool: tool)
    }
    // A tool that is not told to build, as `tsc --noEmit`, is no script of that name either.
    let isBuild = first.value.map { name in
      BuildScripts.isBuild(name, environment.facts) && !environment.facts.buildTools.contains(name)
    }
    return .runScript(
      PackageScript(manager: manager, name: first.value, isBuild: isBuild ?? false, directory: directory)
    )
  }

  /// A command line in one word, as of `npx -c`: its first command that builds or installs decides.
  static func action(ofScript word: ShellWord, _ environment: NodeEnvironment) -> NodeAction {
    guard let text = word.value else { return .other }
    let found = trace(Array(text.utf8), environment: { environment.variable($0) })
    let actions = found.executions.map { action($0.words[...], environment, depth: 2) }
    return actions.first { $0 != .other } ?? .other
  }

  /// `npx [flags] tool[@version] …`
  private static func runner(
    _ words: ArraySlice<ShellWord>,
    _ environment: NodeEnvironment,
    depth: Int
  ) -> NodeAction {
    var rest = words
    while let word = rest.first, let flag = word.value ?? (word.knownStart.isEmpty ? nil : word.knownStart),
      flag.hasPrefix("-")
    {
      rest.removeFirst()
      switch flag {
      case "-c", "--call": return rest.first.map { action(ofScript: $0, environment) } ?? .other
      case "-p", "--package", "-w", "--workspace", "--prefix": rest = rest.dropFirst()
      default: break
      }
    }
    guard let first = rest.first, let name = first.value else { return .other }
    // `npm@8`, but `@angular/cli` keeps its first sign.
    let cut = name.dropFirst().firstIndex(of: "@") ?? name.endIndex
    let tool = ShellWord(packageTools[String(name[..<cut])] ?? String(name[..<cut]), at: first.range)
    return action([tool] + rest.dropFirst(), environment, depth: depth + 1)
  }

  /// Packages whose program has another name.
  private static let packageTools = ["@angular/cli": "ng", "typescript": "tsc", "@nestjs/cli": "nest"]

  private static func corepack(
    _ words: ArraySlice<ShellWord>,
    _ environment: NodeEnvironment,
    depth: Int
  ) -> NodeAction {
    guard let first = words.first?.value else { return .other }
    if ["prepare", "use", "install", "up"].contains(first) {
      let name = words.dropFirst().first { $0.value?.hasPrefix("yarn@") ?? false }?.value
      return name.map { .chooseYarn(YarnCommand.kind(ofVersion: String($0.dropFirst(5)))) } ?? .other
    }
    var environment = environment
    if first.hasPrefix("yarn@") { environment.yarn = YarnCommand.kind(ofVersion: String(first.dropFirst(5))) }
    return runner(words, environment, depth: depth)
  }

  /// The settings that `echo`, `printf` or `cat` write into an `.npmrc`.
  private static func writtenSettings(_ execution: Execution) -> [NodeSetting]? {
    let file = execution.redirections.last { $0.kind == .write || $0.kind == .append }?.target.value
    guard let name = file.map(PathText.lastComponent), name == ".npmrc" || name == "npmrc" else { return nil }
    let text: String
    switch execution.words.first?.value {
    case "echo", "printf":
      text = execution.words.dropFirst().map { $0.value ?? $0.knownStart + "${}" }.joined(separator: " ")
    case "cat":
      let document = execution.redirections.last { redirection in
        if case .hereDocument = redirection.kind { return true }
        return redirection.kind == .hereString
      }
      guard let body = document?.target.value else { return nil }
      text = body
    default: return nil
    }
    let isUser =
      file?.hasPrefix("~") ?? false || file?.hasPrefix("/root/") ?? false || file?.hasPrefix("/home/") ?? false
    let level: NodeSetting.Level = name == "npmrc" ? .global : isUser ? .user : .project
    return NodeSetting.parse(npmrc: text.replacingEscapedNewlines, level: level)
  }
}

extension String {
  /// `\n` as `printf` and the `echo` of dash write it.
  fileprivate var replacingEscapedNewlines: String {
    var result = ""
    var rest = self[...]
    while let index = rest.firstIndex(of: "\\") {
      result += rest[..<index]
      let isNewline = rest[index...].hasPrefix("\\n")
      result += isNewline ? "\n" : "\\"
      rest = rest[index...].dropFirst(isNewline ? 2 : 1)
    }
    return result + rest
  }
}
