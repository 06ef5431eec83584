import Diagnostics

/// What a program's name means to the readers of commands: one look into a table tells which of them need not look.
struct ProgramTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// The bits of `PackageToolFacts.Role`.
  private static let roles: UInt16 = 0xFF
  /// It may change a file of users that its words name.
  static let editsFiles = ProgramTraits(rawValue: 1 << 8)
  /// Makes or removes users or groups.
  static let users = ProgramTraits(rawValue: 1 << 9)
  /// Installs packages of the system.
  static let systemPackages = ProgramTraits(rawValue: 1 << 10)
  /// Moves, copies or removes files.
  static let files = ProgramTraits(rawValue: 1 << 11)
  /// A package manager or build tool of JavaScript, or another program that builds.
  static let javaScript = ProgramTraits(rawValue: 1 << 12)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(_ role: PackageToolFacts.Role) { rawValue = UInt16(role.rawValue) }

  var role: PackageToolFacts.Role { PackageToolFacts.Role(rawValue: UInt8(truncatingIfNeeded: rawValue & Self.roles)) }
}

/// The traits of all programs that mean anything to anybody.
struct ProgramTable: Sendable {
  private let traits: NamedValues<ProgramTraits>

  init(_ buildTools: Set<String>, _ tools: PackageToolFacts) {
    var traits: [String: ProgramTraits] = [:]
    let groups: [(names: any Sequence<String>, trait: ProgramTraits)] = [
      (UserFile.editors, .editsFiles), (UserCommands.programs, .users), (PackageInstall.managers, .systemPackages),
      (FileCommands.programs, .files), (JavaScriptCommand.programs, .javaScript), (BuildTools.programs, .javaScript),
      (buildTools, .javaScript), (tools.programs, []),
    ]
    for (names, trait) in groups {
      for name in names { traits[name, default: []].insert(trait) }
    }
    for name in traits.keys { traits[name, default: []].insert(ProgramTraits(tools.role(of: name))) }
    self.traits = NamedValues(traits)
  }

  /// The name of a tool may end with its version, as `pip3.12`.
  subscript(program: String, tools: PackageToolFacts) -> ProgramTraits {
    if let known = traits[program] { return known }
    guard let last = program.utf8.last, (0x30...0x39).contains(last) else { return [] }
    return ProgramTraits(tools.role(of: program))
  }
}
