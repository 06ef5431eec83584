/// What is known about the package managers of JavaScript; the data file `package-managers.yml` holds it with dates and
/// sources.
package struct PackageManagerFacts: Sendable {
  /// The words that mean a clean install from the lockfile: `ci`, `clean-install`, …
  package var npmCleanInstall: Set<String>
  package var npmInstall: Set<String>
  package var npmPrune: Set<String>
  package var npmRunScript: Set<String>
  /// Every configuration key that npm knows, without dashes; others are ignored by npm in silence.
  package var npmKnownFlags: Set<String>
  /// Short and shortened spellings: `P` → save-prod, `prod` → production.
  package var npmFlagAliases: [String: String]
  /// Keys that take no value of their own: the next word is an argument.
  package var npmBooleanFlags: Set<String>
  /// Programs that bundle, compile or generate: vite, webpack, tsc, …
  package var buildTools: Set<String>
  /// Names of package scripts that count as a build, beside `build` and `build:…`.
  package var buildScripts: Set<String>
  /// What is known about package tools of every language, and of the system.
  package var tools: PackageToolFacts

  package init(
    npmCleanInstall: Set<String>,
    npmInstall: Set<String>,
    npmPrune: Set<String>,
    npmRunScript: Set<String>,
    npmKnownFlags: Set<String>,
    npmFlagAliases: [String: String],
    npmBooleanFlags: Set<String>,
    buildTools: Set<String>,
    buildScripts: Set<String>,
    tools: PackageToolFacts = .none
  ) {
    self.npmCleanInstall = npmCleanInstall
    self.npmInstall = npmInstall
    self.npmPrune = npmPrune
    self.npmRunScript = npmRunScript
    self.npmKnownFlags = npmKnownFlags
    self.npmFlagAliases = npmFlagAliases
    self.npmBooleanFlags = npmBooleanFlags
    self.buildTools = buildTools
    self.buildScripts = buildScripts
    self.tools = tools
  }
}
