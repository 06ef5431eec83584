import ShellSyntax

/// The command line of npm, read as npm's own option parser does.
struct NpmArguments {
  struct Flag {
    /// The key of the configuration, without dashes, spelled out.
    var key: String
    var value: Value
    /// The word with the dashes; the value may be in the next one.
    var word: ShellWord
    var isKnown: Bool
  }
  enum Value: Hashable {
    case boolean(Bool)
    case text(String)
    /// There was none.
    case missing
    case unknown
  }
  private(set) var flags: [Flag] = []
  /// What is neither flag nor value: the command and its arguments.
  private(set) var remaining: [ShellWord] = []
  /// The part of `remaining` that stood behind `--`.
  private(set) var behindDashes: [ShellWord] = []
  /// Words that may be anything.
  private(set) var unknownWords: [ShellWord] = []

  private let flagFacts: NpmFlags
  private let words: [ShellWord]
  private var index = 0

  init(_ words: some Sequence<ShellWord>, facts: PackageManagerFacts) {
    self.words = Array(words)
    flagFacts = facts.npmFlags
    while index < self.words.count {
      let word = self.words[index]
      index += 1
      if let value = word.value, value.utf8.count > 1,
        value.utf8.allSatisfy({ $0 == UInt8(ascii: "-") })
      {
        behindDashes = Array(self.words[index...])
        remaining += behindDashes
        return
      }
      read(word)
    }
  }

  private mutating func read(_ word: ShellWord) {
    let text = word.value ?? word.knownStart
    guard text.utf8.first == UInt8(ascii: "-"), text.utf8.count > 1 else {
      if word.value == nil { unknownWords.append(word) }
      remaining.append(word)
      return
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard word.value != nil || parts.count > 1 else {
      unknownWords.append(word)
      return
    }
    let attached: Value? = parts.count > 1 ? (word.value == nil ? .unknown : .text(parts[1])) : nil
    let name = String(Substring(parts[0].utf8.drop { $0 == UInt8(ascii: "-") }))
    let letters = letters(in: name)
    for letter in letters.dropLast() { readFlag(letter, nil, word, isLast: false) }
    readFlag(letters.last ?? name, attached, word, isLast: true)
  }

  /// `-DE` stands for two flags, unless a flag has that name.
  private func letters(in name: String) -> [String] {
    guard !flagFacts.isKnown(name), flagFacts.alias(name) == nil else { return [name] }
    let letters = name.map(String.init)
    return letters.allSatisfy { flagFacts.alias($0) != nil } ? letters : [name]
  }

  private mutating func readFlag(_ name: String, _ attached: Value?, _ word: ShellWord, isLast: Bool) {
    var name = name
    var isNegated: Bool?
    var key = key(of: name)
    while key == nil, name.lowercased().hasPrefix("no-") {
      isNegated = !(isNegated ?? false)
      name = String(name.dropFirst(3))
      key = self.key(of: name)
    }
    let isKnown = key != nil
    let found = key ?? name
    // The short forms of loglevel bring their value along.
    if found == "loglevel", name != "loglevel", flagFacts.alias(name) == "loglevel" { return }
    var value: Value
    if isNegated != nil || flagFacts.isBoolean(found) || (!isKnown && attached == nil) {
      value = boolean(isNegated ?? false, attached, word, key: found)
    } else {
      value = attached ?? (isLast ? nextValue(of: found) : .missing)
    }
    if value == .boolean(true), name.hasPrefix("n"), flagFacts.alias(name) == "yes" { value = .boolean(false) }
    flags.append(Flag(key: found, value: value, word: word, isKnown: isKnown))
  }

  /// The whole name of a flag: an alias, or a beginning that fits only one.
  private func key(of name: String) -> String? {
    if flagFacts.isKnown(name) { return name }
    return flagFacts.alias(name) ?? flagFacts.flag(beginningWith: name)
  }

  /// A boolean takes `true` or `false` from the next word, nothing else.
  private mutating func boolean(_ isNegated: Bool, _ attached: Value?, _ word: ShellWord, key: String) -> Value {
    if attached == .unknown { return .unknown }
    var next: String?
    if case .text(let text) = attached {
      next = text
    } else if index < words.count {
      next = words[index].value
    }
    guard let next else { return .boolean(!isNegated) }
    let isKind = isNegated && ["omit", "include"].contains(key) && Self.kinds.contains(next)
    let isSpecial = isKind || (key == "color" && next == "always")
    guard next == "true" || next == "false" || isSpecial else {
      if attached != nil { remaining.append(ShellWord(next, at: word.range)) }
      return .boolean(!isNegated)
    }
    if attached == nil { index += 1 }
    return isSpecial ? .text(next) : .boolean((next == "true") != isNegated)
  }

  static let kinds: Set<String> = ["prod", "dev", "optional", "peer"]

  private mutating func nextValue(of key: String) -> Value {
    guard index < words.count else { return .missing }
    let next = words[index]
    if let text = next.value, text.hasPrefix("-"), text.count > 1 {
      // Only a flag that takes any text leaves alone what looks like a flag.
      guard !Self.textFlags.contains(key), !text.allSatisfy({ $0 == "-" }) else { return .missing }
    }
    index += 1
    return next.value.map(Value.text) ?? .unknown
  }

  /// Flags that take any text; all others are of kinds as numbers, paths, addresses and lists.
  private static let textFlags: Set<String> = [
    "call", "diff-dst-prefix", "diff-src-prefix", "editor", "git", "heading", "init-author-email", "init-author-name",
    "init-license",
    "init.author.email", "init.author.name", "init.license", "message", "pack-destination", "preid", "save-prefix",
    "scope",
    "searchexclude", "searchopts", "shell", "tag", "tag-version-prefix", "user-agent", "viewer",
  ]

  /// The last value of a key.
  func last(_ key: String) -> Flag? {
    flags.last { $0.key == key }
  }

  func isOn(_ key: String) -> Bool {
    last(key)?.value == .boolean(true)
  }

  /// The words of the values of a key.
  func words(of key: String) -> [ShellWord] {
    flags.filter { $0.key == key }.map { flag in
      if case .text(let text) = flag.value { return ShellWord(text, at: flag.word.range) }
      return ShellWord(nil, at: flag.word.range)
    }
  }
}
