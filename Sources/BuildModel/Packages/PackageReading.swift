import Diagnostics
import ShellSyntax

/// Reads one command line of a package tool against what the facts say about it. An object, for it holds a lot.
final class PackageReading {
  let row: PackageToolRow
  let arguments: PackageArguments
  let surroundings: PackageSurroundings
  let contents: PackageContents
  /// From ranges of the script to ranges of the file.
  let range: (SourceRange) -> SourceRange
  /// The words of the command: `install`, `cache purge`.
  let commandName: String
  let command: PackageCommand
  /// What is neither option nor command.
  let operands: ArraySlice<ShellWord>
  private(set) var facets = Facets()

  /// What options and variables have said so far.
  struct Facets {
    var isNothing = false
    var noCache: PackageCause?
    var mayHaveNoCache = false
    var scope: (PackageScope, PackageCause)?
    var isScopeFinal = false
    var lockfile: (LockfileUse, PackageCause)?
    var recommended: Bool?
    var skipsTests: PackageCause?
    var linkage: ProgramLinkage?
    var isRelease = false
    var values: [PackageEffect.Meaning: String?] = [:]
    var requirements: [ShellWord] = []
    var mistakes: [PackageStep.Mistake] = []
    var fills: [String] = []
  }

  /// nil for a command that the facts do not know, or one that does nothing.
  convenience init?(
    _ words: ArraySlice<ShellWord>,
    _ row: PackageToolRow,
    _ surroundings: PackageSurroundings,
    _ contents: PackageContents,
    range: @escaping (SourceRange) -> SourceRange
  ) {
    let arguments = PackageArguments(words, row)
    // `cargo +nightly build` chooses a toolchain first.
    let isPrefixed = row.tool == .cargo && arguments.operands.first?.value?.utf8.first == UInt8(ascii: "+")
    let plain = arguments.operands.dropFirst(isPrefixed ? 1 : 0)
    guard let found = Self.command(plain, row) else { return nil }
    self.init(arguments, row, surroundings, contents, found, plain.dropFirst(found.length), range: range)
    if facets.isNothing { return nil }
  }

  /// Reads only what options and variables say, of a command that something else has understood.
  convenience init(
    _ words: ArraySlice<ShellWord>,
    _ row: PackageToolRow,
    _ surroundings: PackageSurroundings,
    _ command: PackageCommand,
    range: @escaping (SourceRange) -> SourceRange
  ) {
    let arguments = PackageArguments(words, row)
    self.init(arguments, row, surroundings, PackageContents(), ("", command, 0), [], range: range)
  }

  private init(
    _ arguments: PackageArguments,
    _ row: PackageToolRow,
    _ surroundings: PackageSurroundings,
    _ contents: PackageContents,
    _ found: NamedCommand,
    _ operands: ArraySlice<ShellWord>,
    range: @escaping (SourceRange) -> SourceRange
  ) {
    self.arguments = arguments
    self.row = row
    self.surroundings = surroundings
    self.contents = contents
    self.range = range
    (commandName, command) = (found.name, found.command)
    self.operands = operands
    readVariables()
    readOptions()
  }

  /// A command with its words, and how many of the operands they are.
  private typealias NamedCommand = (name: String, command: PackageCommand, length: Int)

  var found: Facets { facets }

  /// The command in front of the operands, the longest that fits; of a tool that takes several the weightiest.
  private static func command(
    _ operands: ArraySlice<ShellWord>,
    _ row: PackageToolRow
  ) -> NamedCommand? {
    if row.takesSeveral { return several(operands, row) }
    let words = operands.prefix(min(3, row.longestCommand)).map { $0.value ?? "\u{0}" }
    for length in stride(from: words.count, through: 0, by: -1) {
      let name = length == 1 ? words[0] : words[..<length].joined(separator: " ")
      if let command = row.commands[name] { return (name, command, length) }
    }
    return nil
  }

  /// `mvn clean package`, `gradle :app:bootJar`: the last part of a task decides.
  private static func several(
    _ operands: ArraySlice<ShellWord>,
    _ row: PackageToolRow
  ) -> NamedCommand? {
    var best: NamedCommand?
    for word in operands {
      guard let text = word.value else { continue }
      let name = row.commands[text] == nil ? text.split(separator: ":").last.map(String.init) ?? text : text
      guard let command = row.commands[name] else { continue }
      guard var chosen = best else {
        best = (name, command, operands.count)
        continue
      }
      let tests = chosen.command.tests || command.tests
      let fills = chosen.command.fills + command.fills.filter { !chosen.command.fills.contains($0) }
      if weight(command.action) >= weight(chosen.command.action) { chosen = (name, command, operands.count) }
      chosen.command.tests = tests
      chosen.command.fills = fills
      best = chosen
    }
    return best
  }

  private static func weight(_ action: PackageAction) -> Int {
    switch action {
    case .build: 5
    case .install: 4
    case .run: 3
    case .test: 2
    case .download: 1
    default: 0
    }
  }

  // MARK: - What was written

  private func speaks(_ effect: PackageEffect) -> Bool {
    effect.commands.isEmpty || effect.commands.contains(commandName)
  }

  private func readVariables() {
    let settings = surroundings.memory.settings.isEmpty ? nil : surroundings.memory.settings[row.tool]
    // Most stages set no variable and nothing else that the tool reads.
    guard settings != nil || surroundings.hasVariable(of: row.variables) else { return }
    for effect in row.effects where speaks(effect) {
      for name in effect.variables { readVariable(name, effect) }
      // What the environment says goes before what a file of settings does.
      if effect.variables.contains(where: { surroundings.variable($0) != nil }) { continue }
      for key in effect.settings {
        guard let setting = settings?[key] else { continue }
        let cause = PackageCause(text: "\(key) \(setting ?? "…")")
        apply(effect, .some(setting), cause, isOption: false)
      }
    }
  }

  private func readVariable(_ name: String, _ effect: PackageEffect) {
    switch surroundings.variable(name) {
    case .known(let value): apply(effect, .some(value), PackageCause(text: "\(name)=\(value)"), isOption: false)
    case .unknown: apply(effect, .some(nil), PackageCause(text: "\(name)=…"), isOption: false)
    case nil: break
    }
  }

  private func readOptions() {
    for option in arguments.options {
      let indices = row.effects(of: option.name) ?? []
      if option.isBehindDashes {
        let isMeaningful = indices.contains { speaks(row.effects[$0]) && row.effects[$0].meaning != .mistake }
        if isMeaningful, command.action != .run, command.action != .test {
          facets.mistakes.append(.init(written: cause(option.word), meant: nil))
        }
        continue
      }
      for index in indices where speaks(row.effects[index]) {
        apply(row.effects[index], option.value, cause(option.word), isOption: true)
      }
    }
  }

  private func cause(_ word: ShellWord) -> PackageCause {
    PackageCause(text: word.value ?? word.knownStart + "…", range: range(word.range))
  }

  /// - Parameter value: the outer nil is no value, the inner one a value that is not known.
  private func apply(_ effect: PackageEffect, _ value: String??, _ cause: PackageCause, isOption: Bool) {
    if effect.meaning.takesValue {
      guard let value else { return }
      facets.values[effect.meaning] = value
      if effect.meaning == .requirements {
        facets.requirements.append(ShellWord(value, at: SourceRange(0, 0)))
      }
      return
    }
    guard let holds = holds(effect, value) else { return doubt(effect, cause) }
    if holds { set(effect, cause) }
  }

  /// nil where it is not known.
  private func holds(_ effect: PackageEffect, _ value: String??) -> Bool? {
    guard let value else { return true }
    let takesAny = effect.anyValue || effect.meaning == .mistake && effect.values.isEmpty
    guard let text = value else { return takesAny ? true : nil }
    if takesAny { return true }
    guard !effect.values.isEmpty else { return !Self.noes.contains(text.lowercased()) }
    if effect.values.contains(text) { return true }
    let parts = text.split { $0 == "," || $0 == " " || $0 == ":" }.map(String.init)
    if effect.anyPart { return parts.contains { effect.values.contains($0) } }
    return !parts.isEmpty && parts.allSatisfy { effect.values.contains($0) }
  }

  private static let noes: Set<String> = ["0", "false", "no", "off", "f", "n"]

  private func doubt(_ effect: PackageEffect, _ cause: PackageCause) {
    switch effect.meaning {
    case .noCache: facets.mayHaveNoCache = true
    case .production, .everything, .scopeUnknown: setScope(.unknown, effect, cause)
    case .lockfileRespected, .lockfileIgnored, .lockfileMayChange: facets.lockfile = (.unknown, cause)
    case .staticLinkage, .dynamicLinkage: facets.linkage = .unknown
    default: break
    }
  }

  private func set(_ effect: PackageEffect, _ cause: PackageCause) {
    switch effect.meaning {
    case .noCache: facets.noCache = cause
    case .production: setScope(.production, effect, cause)
    case .everything: setScope(.all, effect, cause)
    case .scopeUnknown: setScope(.unknown, effect, cause)
    case .lockfileRespected: facets.lockfile = (.respected, cause)
    case .lockfileMayChange: facets.lockfile = (.mayChange, cause)
    case .lockfileIgnored: facets.lockfile = (.ignored, cause)
    case .recommended: facets.recommended = true
    case .noRecommended: facets.recommended = false
    case .skipsTests: facets.skipsTests = cause
    case .nothing: facets.isNothing = true
    case .release: facets.isRelease = true
    case .staticLinkage: facets.linkage = .static
    case .dynamicLinkage: facets.linkage = .dynamic
    case .systemInterpreter, .userSite, .projectEnvironment: facets.values[effect.meaning] = .some("")
    case .fills: facets.fills.append(effect.meant ?? "")
    case .mistake: facets.mistakes.append(.init(written: cause, meant: effect.meant))
    default: break
    }
  }

  private func setScope(_ scope: PackageScope, _ effect: PackageEffect, _ cause: PackageCause) {
    guard !facets.isScopeFinal else { return }
    facets.scope = (scope, cause)
    facets.isScopeFinal = effect.isFinal
  }
}
