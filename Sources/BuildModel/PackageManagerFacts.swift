import Diagnostics

/// What is known about the package managers of JavaScript; the data file `package-managers.yml` holds it with dates and
/// sources.
package struct PackageManagerFacts: Sendable {
  /// What all copies share.
  private let contents: Contents
  /// What is known about package tools of every language, and of the system.
  package var tools: PackageToolFacts {
    didSet { programs = ProgramTable(contents.buildTools, tools) }
  }
  private var programs: ProgramTable

  /// - Parameters:
  ///   - npmCleanInstall: the words that mean a clean install from the lockfile: `ci`, `clean-install`, …
  ///   - npmKnownFlags: every configuration key that npm knows, without dashes; others are ignored by npm in silence.
  ///   - npmFlagAliases: short and shortened spellings: `P` → save-prod, `prod` → production.
  ///   - npmBooleanFlags: keys that take no value of their own: the next word is an argument.
  ///   - buildTools: programs that bundle, compile or generate: vite, webpack, tsc, …
  ///   - buildScripts: names of package scripts that count as a build, beside `build` and `build:…`.
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
    contents = Contents(
      npmCleanInstall: npmCleanInstall,
      npmInstall: npmInstall,
      npmPrune: npmPrune,
      npmRunScript: npmRunScript,
      npmFlags: NpmFlags(known: npmKnownFlags, aliases: npmFlagAliases, booleans: npmBooleanFlags),
      buildTools: buildTools,
      buildScripts: buildScripts
    )
    self.tools = tools
    programs = ProgramTable(buildTools, tools)
  }

  private final class Contents: Sendable {
    let npmCleanInstall: Set<String>
    let npmInstall: Set<String>
    let npmPrune: Set<String>
    let npmRunScript: Set<String>
    let npmCommands: NamedValues<NpmCommandKind>
    let npmFlags: NpmFlags
    let buildTools: Set<String>
    let buildScripts: Set<String>

    init(
      npmCleanInstall: Set<String>,
      npmInstall: Set<String>,
      npmPrune: Set<String>,
      npmRunScript: Set<String>,
      npmFlags: NpmFlags,
      buildTools: Set<String>,
      buildScripts: Set<String>
    ) {
      self.npmCleanInstall = npmCleanInstall
      self.npmInstall = npmInstall
      self.npmPrune = npmPrune
      self.npmRunScript = npmRunScript
      var kinds: [String: NpmCommandKind] = [:]
      for name in npmRunScript { kinds[name] = .runScript }
      for name in npmPrune { kinds[name] = .prune }
      for name in npmInstall { kinds[name] = .install }
      for name in npmCleanInstall { kinds[name] = .cleanInstall }
      npmCommands = NamedValues(kinds)
      self.npmFlags = npmFlags
      self.buildTools = buildTools
      self.buildScripts = buildScripts
    }
  }

  package var npmCleanInstall: Set<String> { contents.npmCleanInstall }
  package var npmInstall: Set<String> { contents.npmInstall }
  package var npmPrune: Set<String> { contents.npmPrune }
  package var npmRunScript: Set<String> { contents.npmRunScript }
  package var npmKnownFlags: Set<String> { contents.npmFlags.known }
  package var npmFlagAliases: [String: String] { contents.npmFlags.aliases }
  package var npmBooleanFlags: Set<String> { contents.npmFlags.booleans }
  package var buildTools: Set<String> { contents.buildTools }
  package var buildScripts: Set<String> { contents.buildScripts }
  var npmFlags: NpmFlags { contents.npmFlags }

  func npmCommand(_ word: String) -> NpmCommandKind? { contents.npmCommands[word] }

  /// What a program's name means to the readers of commands; empty for most.
  func traits(of program: String) -> ProgramTraits { programs[program, tools] }
}

/// What a word behind `npm` asks for.
enum NpmCommandKind: Sendable {
  case cleanInstall, install, prune, runScript
}

/// The flags of npm.
final class NpmFlags: Sendable {
  private struct Flag: Sendable {
    var isKnown = false
    var isBoolean = false
    var alias: String?
  }
  let known: Set<String>
  let aliases: [String: String]
  let booleans: Set<String>
  private let flags: NamedValues<Flag>
  private let inOrder: [String]

  init(known: Set<String>, aliases: [String: String], booleans: Set<String>) {
    self.known = known
    self.aliases = aliases
    self.booleans = booleans
    var flags: [String: Flag] = [:]
    for name in known { flags[name, default: Flag()].isKnown = true }
    for name in booleans { flags[name, default: Flag()].isBoolean = true }
    for (name, alias) in aliases { flags[name, default: Flag()].alias = alias }
    self.flags = NamedValues(flags)
    inOrder = known.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func isKnown(_ name: String) -> Bool { flags[name]?.isKnown ?? false }

  func isBoolean(_ name: String) -> Bool { flags[name]?.isBoolean ?? false }

  func alias(_ name: String) -> String? { flags[name]?.alias }

  /// The one flag that begins with some text; nil where there are several or none.
  func flag(beginningWith text: String) -> String? {
    guard !text.isEmpty else { return nil }
    var (low, high) = (0, inOrder.count)
    while low < high {
      let middle = (low + high) / 2
      if inOrder[middle].utf8.lexicographicallyPrecedes(text.utf8) { low = middle + 1 } else { high = middle }
    }
    guard low < inOrder.count, inOrder[low].utf8.starts(with: text.utf8) else { return nil }
    let isOnly = low + 1 == inOrder.count || !inOrder[low + 1].utf8.starts(with: text.utf8)
    return isOnly ? inOrder[low] : nil
  }
}
