import BuildModel
import ShellSyntax

/// What a command does, in words.
struct CommandWords {
  /// What the model knows of the install, `.npmrc` and settings before it included.
  let modules: NodeModules?

  /// nil where nothing is known about it.
  func words(_ effect: CommandEffect) -> String? {
    switch effect {
    case .install(let install, let folder): installed(install, folder)
    case .installGlobally(_, let packages): "installs \(list(packages)) for every project"
    case .prune(let prune, let folder):
      prune.development.isOmitted
        ? "takes development dependencies out of \(folder)" : "takes packages that nothing asks for out of \(folder)"
    case .emptyCache(let manager): "empties the download cache of \(Self.name(manager))"
    case .script(let script): Self.script(script)
    case .build(let tool): "builds with \(tool)"
    case .settings(let settings): "sets \(list(settings.map { "\($0.key)=\($0.value ?? "…")" })) for package managers"
    case .systemPackages(let packages, let isRemoval):
      packages.isEmpty ? nil : "\(isRemoval ? "removes" : "installs") the system packages \(list(packages, most: 12))"
    case .packageIndex: "reads which packages there are; the lists stay unless something removes them"
    case .addUsers(let names): names.isEmpty ? "makes a user" : "makes the user \(list(names))"
    case .addGroups(let names): names.isEmpty ? "makes a group" : "makes the group \(list(names))"
    default: files(effect)
    }
  }

  private func files(_ effect: CommandEffect) -> String? {
    switch effect {
    case .remove(let paths): "removes \(list(paths)); layers below keep what they have"
    case .copy(let paths, let target): "copies \(list(paths)) to \(target)"
    case .move(let paths, let target): "moves \(list(paths)) to \(target)"
    case .makeFolders(let paths): "makes the folder\(paths.count == 1 ? "" : "s") \(list(paths))"
    case .changeOwner(let owner, let paths): "gives \(list(paths)) to \(owner)"
    case .changeMode(let mode, let paths): "sets the permissions of \(list(paths)) to \(mode)"
    case .download(let addresses): "fetches \(list(addresses))"
    case .write(let path, let appends): "\(appends ? "appends to" : "writes") \(path)"
    default: nil
    }
  }

  private func installed(_ install: Install, _ folder: String) -> String {
    let development = modules?.development ?? install.development
    let what =
      install.packages.isEmpty
      ? install.isClean ? "installs exactly what the lockfile says" : "installs the packages of package.json"
      : "installs \(list(install.packages.map { $0.value ?? "…" })) and the packages of package.json"
    let kind =
      switch development {
      case .omitted: "without development dependencies"
      case .included: "with development dependencies"
      case .unknown: "perhaps with development dependencies"
      }
    return "\(what) into \(folder), \(kind)"
  }

  private static func script(_ script: PackageScript) -> String {
    let name = script.name.map { "the script `\($0)`" } ?? "a script"
    return "runs \(name) of package.json" + (script.isBuild ? ", which builds by its name" : "")
  }

  static func name(_ manager: PackageManager) -> String {
    switch manager {
    case .npm: "npm"
    case .pnpm: "pnpm"
    case .bun: "Bun"
    case .yarn, .yarnClassic, .yarnBerry: "Yarn"
    }
  }
}
