package import ShellSyntax

/// What one command does to the packages of a JavaScript project.
package enum NodeAction: Hashable, Sendable {
  case install(Install)
  /// Removes packages that are not wanted.
  case prune(Prune)
  case cacheClean(PackageManager)
  /// Runs a script of package.json.
  case runScript(PackageScript)
  /// Changes the configuration for later commands.
  case configSet([NodeSetting])
  /// Bundles, compiles or generates; the tool's name.
  case build(tool: String)
  /// `pnpm deploy`: copies a package with what it depends on.
  case pnpmDeploy(Prune, directory: ShellWord?)
  /// `yarn workspaces focus`, an install of Yarn 2 and later that knows `--production`.
  case focus(Install)
  /// `yarn set version` or `corepack`: which Yarn speaks from here on.
  case chooseYarn(PackageManager)
  case other
}

package enum PackageManager: Hashable, Sendable {
  case npm, pnpm, bun
  /// Yarn 1, which node images bring along.
  case yarnClassic
  /// Yarn 2 and later.
  case yarnBerry
  /// Nothing in the command tells which Yarn it is; flags and NODE_ENV are read as Yarn 1 reads them.
  case yarn
}

/// A command that puts packages into node_modules.
package struct Install: Hashable, Sendable {
  package var manager: PackageManager
  /// Exactly what the lockfile says: `npm ci`, `--frozen-lockfile`, `--immutable`.
  package var isClean = false
  package var development: DevelopmentDependencies
  /// Packages named on the command line; nil where a name is not known.
  package var packages: [ShellWord] = []
  package var isGlobal = false
  /// `--prefix`, `--cwd`, `--dir`: the project's folder, if it is not the working directory.
  package var directory: ShellWord?
  package var workspaces: [ShellWord] = []

  package init(manager: PackageManager, isClean: Bool = false, development: DevelopmentDependencies) {
    self.manager = manager
    self.isClean = isClean
    self.development = development
  }
}

/// A command that leaves in a node_modules only what is wanted.
package struct Prune: Hashable, Sendable {
  package var manager: PackageManager
  package var development: DevelopmentDependencies
  package var directory: ShellWord?

  package init(manager: PackageManager, development: DevelopmentDependencies, directory: ShellWord? = nil) {
    self.manager = manager
    self.development = development
    self.directory = directory
  }
}

package struct PackageScript: Hashable, Sendable {
  package var manager: PackageManager
  /// nil where it is not known.
  package var name: String?
  package var isBuild: Bool
  package var directory: ShellWord?

  package init(manager: PackageManager, name: String?, isBuild: Bool, directory: ShellWord? = nil) {
    self.manager = manager
    self.name = name
    self.isBuild = isBuild
    self.directory = directory
  }
}
