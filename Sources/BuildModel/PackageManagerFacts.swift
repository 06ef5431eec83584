/// What is known about the package managers of JavaScript; the data file `package-managers.yml` holds it with dates and
/// sources.
package struct PackageManagerFacts: Sendable {
  /// The words that mean a clean install from the lockfile: `ci`, `clean-install`, …
  package var npmCleanInstall: Set<String>
  package var npmInstall: Set<String>
  package var npmPrune: Set<String>
  package var npmRunScript: Set<String>
  /// Every configuration key that npm knows, without dashes; others are ignored by npm in silence.
  package var npmKnownFlags: Set<String> {
    didSet { npmFlagsInOrder = npmKnownFlags.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
  }
  private var npmFlagsInOrder: [String]
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
    npmFlagsInOrder = npmKnownFlags.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.npmFlagAliases = npmFlagAliases
    self.npmBooleanFlags = npmBooleanFlags
    self.buildTools = buildTools
    self.buildScripts = buildScripts
    self.tools = tools
  }

  /// The one flag of npm that begins with some text; nil where there are several or none.
  func npmFlag(beginningWith text: String) -> String? {
    guard !text.isEmpty else { return nil }
    var (low, high) = (0, npmFlagsInOrder.count)
    while low < high {
      let middle = (low + high) / 2
      if npmFlagsInOrder[middle].utf8.lexicographicallyPrecedes(text.utf8) { low = middle + 1 } else { high = middle }
    }
    guard low < npmFlagsInOrder.count, npmFlagsInOrder[low].utf8.starts(with: text.utf8) else { return nil }
    let isOnly = low + 1 == npmFlagsInOrder.count || !npmFlagsInOrder[low + 1].utf8.starts(with: text.utf8)
    return isOnly ? npmFlagsInOrder[low] : nil
  }
}
