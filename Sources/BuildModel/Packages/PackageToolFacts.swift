import Diagnostics

/// What is known about package tools; the data file `package-tools.yml` holds it with dates and sources.
///
/// An object, for it is asked at every command.
package final class PackageToolFacts: Sendable {
  private let source: PackageToolRows
  /// Commands that run tests, by their program: the words that must follow; an empty list for any.
  package let testRunners: [String: [[String]]]
  /// Programs that start the command in their arguments, with the words that must stand before it: `poetry run`.
  package let starters: [String: [String]]
  package let contents: PackageContents
  private let rowByTool: [PackageTool: Int]
  private let rowByProgram: [String: Int]
  private let rowByModule: [String: Int]
  private let roles: [String: Role]

  /// Why a program is of interest at all; most are not, and one look into a table tells.
  struct Role: OptionSet {
    let rawValue: UInt8
    static let tool = Role(rawValue: 1)
    static let testRunner = Role(rawValue: 2)
    static let starter = Role(rawValue: 4)
    static let python = Role(rawValue: 8)
    /// Takes files away, makes users or environments: `rm`, `useradd`, `virtualenv`.
    static let surroundings = Role(rawValue: 16)
  }

  package convenience init(
    rows: [PackageToolRow],
    testRunners: [[String]] = [],
    starters: [[String]] = [],
    contents: PackageContents = PackageContents()
  ) {
    let names = rows.map { PackageToolName(tool: $0.tool, programs: $0.programs, modules: $0.modules) }
    let source = PackageToolRows { rows.indices.contains($0) ? rows[$0] : nil }
    self.init(names: names, rows: source, testRunners: testRunners, starters: starters, contents: contents)
  }

  /// - Parameter rows: of the names, in their order.
  package init(
    names: [PackageToolName],
    rows: PackageToolRows,
    testRunners: [[String]],
    starters: [[String]],
    contents: PackageContents
  ) {
    source = rows
    self.contents = contents
    var tools: [PackageTool: Int] = [:]
    var programs: [String: Int] = [:]
    var modules: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      tools[name.tool] = index
      for program in name.programs { programs[program] = index }
      for module in name.modules { modules[module] = index }
    }
    rowByTool = tools
    rowByProgram = programs
    rowByModule = modules
    var runners: [String: [[String]]] = [:]
    for words in testRunners {
      guard let program = words.first else { continue }
      runners[program, default: []].append(Array(words.dropFirst()))
    }
    self.testRunners = runners
    var found: [String: [String]] = [:]
    for words in starters {
      guard let program = words.first else { continue }
      found[program] = (found[program] ?? []) + words.dropFirst()
    }
    self.starters = found
    var roles: [String: Role] = [:]
    for name in programs.keys { roles[name, default: []].insert(.tool) }
    for name in runners.keys { roles[name, default: []].insert(.testRunner) }
    for name in found.keys { roles[name, default: []].insert(.starter) }
    roles["python", default: []].insert(.python)
    for name in PackageMemory.programs { roles[name, default: []].insert(.surroundings) }
    self.roles = roles
  }

  /// Every program of interest, without those that end with a version.
  var programs: some Sequence<String> { roles.keys }

  /// Empty for a program of no interest.
  func role(of program: String) -> Role {
    if let role = roles[program] { return role }
    let base = Self.withoutVersion(program)
    return base.isEmpty ? [] : roles[base] ?? []
  }

  /// Nothing is known.
  package static let none = PackageToolFacts(rows: [])

  /// The tool of a program; `pip3.12` is known by `pip`.
  package func row(ofProgram name: String) -> PackageToolRow? {
    if let index = rowByProgram[name] { return source.row(index) }
    let base = Self.withoutVersion(name)
    return base.isEmpty ? nil : rowByProgram[base].flatMap(source.row)
  }

  /// The tool of a Python module, as behind `python -m`.
  package func row(ofModule name: String) -> PackageToolRow? { rowByModule[name].flatMap(source.row) }

  package func row(of tool: PackageTool) -> PackageToolRow? { rowByTool[tool].flatMap(source.row) }

  /// All of them.
  package var rows: [PackageToolRow] { rowByTool.values.sorted().compactMap(source.row) }

  /// A program's name without the digits and dots at its end; empty where there are none.
  static func withoutVersion(_ name: String) -> String {
    guard let last = name.utf8.last, (0x30...0x39).contains(last) else { return "" }
    let kept = name.utf8.reversed().drop { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    return String(decoding: kept.reversed(), as: UTF8.self)
  }
}

/// What is known about one package tool. An object, for it is long and many share it.
package final class PackageToolRow: Sendable {
  package let tool: PackageTool
  package let programs: [String]
  /// Names behind `python -m`.
  package let modules: [String]
  package let style: Style
  /// Options whose value is the next word.
  package let valued: Set<String>
  /// By their words: `install`, `cache purge`.
  package let commands: [String: PackageCommand]
  /// Several commands may stand in one line: `mvn clean package`.
  package let takesSeveral: Bool
  package let effects: [PackageEffect]
  package let caches: [PackageCacheRow]
  package let cleanings: [PackageCleaning]
  package let date: String
  package let source: String
  private let options: NamedValues<Option>
  /// The most words that a command has.
  let longestCommand: Int
  /// The variables that have an effect.
  let variables: NamedValues<Bool>

  private struct Option: Sendable {
    var takesValue = false
    var effects: [Int] = []
  }

  /// Whether an option takes the next word.
  func takesValue(_ option: String) -> Bool { options[option]?.takesValue ?? false }

  /// The effects of an option; nil for one that the facts do not know.
  func effects(of option: String) -> [Int]? {
    options[option].flatMap { $0.effects.isEmpty ? nil : $0.effects }
  }

  /// How options are written.
  package enum Style: String, Sendable, CaseIterable {
    /// `--name=value`, `--name value`, `-xvalue`, and letters together: `-yq`.
    case gnu
    /// One dash or two before whole names, as Go and Java take them; `-Dname=value`.
    case single
  }

  package init(
    tool: PackageTool,
    programs: [String],
    modules: [String] = [],
    style: Style = .gnu,
    valued: Set<String> = [],
    commands: [String: PackageCommand],
    takesSeveral: Bool = false,
    effects: [PackageEffect] = [],
    caches: [PackageCacheRow] = [],
    cleanings: [PackageCleaning] = [],
    date: String = "",
    source: String = ""
  ) {
    self.tool = tool
    self.programs = programs
    self.modules = modules
    self.style = style
    self.commands = commands
    self.takesSeveral = takesSeveral
    self.effects = effects
    self.caches = caches
    self.cleanings = cleanings
    self.date = date
    self.source = source
    var byOption: [String: [Int]] = [:]
    var valued = valued
    for (index, effect) in effects.enumerated() {
      for option in effect.options {
        byOption[option, default: []].append(index)
        if effect.takesValue { valued.insert(option) }
      }
    }
    for cache in caches { valued.formUnion(cache.options) }
    var variables: [String: Bool] = [:]
    for name in effects.flatMap(\.variables) { variables[name] = true }
    self.variables = NamedValues(variables)
    longestCommand = commands.keys.map { $0.utf8.count { $0 == UInt8(ascii: " ") } + 1 }.max() ?? 0
    var options: [String: Option] = [:]
    for name in valued { options[name, default: Option()].takesValue = true }
    for (name, effects) in byOption { options[name, default: Option()].effects = effects }
    self.options = NamedValues(options)
    self.valued = valued
  }
}

/// What a command of a package tool does before options have their say.
package struct PackageCommand: Hashable, Sendable {
  package var action: PackageAction
  package var lockfile: LockfileUse
  package var scope: PackageScope
  /// It runs the tests unless told otherwise.
  package var tests: Bool
  /// The caches that it fills.
  package var fills: [String]

  package init(
    action: PackageAction,
    lockfile: LockfileUse = .none,
    scope: PackageScope = .undivided,
    tests: Bool = false,
    fills: [String] = []
  ) {
    self.action = action
    self.lockfile = lockfile
    self.scope = scope
    self.tests = tests
    self.fills = fills
  }
}

/// A cache of a package tool.
package struct PackageCacheRow: Sendable {
  package var name: String
  /// The first whose variable is set: `$GOMODCACHE`, `$GOPATH/pkg/mod`, `~/go/pkg/mod`.
  package var places: [String]
  /// Options whose value is the place.
  package var options: [String]
  /// Settings whose value is the place.
  package var settings: [String]
  /// A file of the official images that makes the tool empty it after each command.
  package var emptiedBy: String?
  /// Other folders that hold it, by version or by a link of an official image, or its bulk: what is mounted or emptied
  /// there counts as well.
  package var aliases: [String]

  package init(
    name: String,
    places: [String],
    aliases: [String] = [],
    options: [String] = [],
    settings: [String] = [],
    emptiedBy: String? = nil
  ) {
    self.name = name
    self.places = places
    self.options = options
    self.settings = settings
    self.emptiedBy = emptiedBy
    self.aliases = aliases
  }
}

/// A command that empties caches: all of its words stand in the command line, the first ones as its command.
package struct PackageCleaning: Sendable {
  package var words: [String]
  package var caches: [String]

  package init(words: [String], caches: [String]) {
    self.words = words
    self.caches = caches
  }
}
