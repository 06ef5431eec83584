import ShellSyntax

/// The command line of a package tool: its options, and the words that are none.
struct PackageArguments {
  struct Option {
    /// With its dashes: `--only`, `-DskipTests`.
    var name: String
    /// Attached by `=` or taken from the next word; the outer nil is no value, the inner one a value that is not known.
    var value: String??
    var word: ShellWord
    /// It stands behind `--`, where it is an argument and no option.
    var isBehindDashes = false
  }
  private(set) var options: [Option] = []
  private(set) var operands: [ShellWord] = []
  /// How many of the operands stand before `--`.
  private(set) var operandsBeforeDashes = 0
  /// A word may be any option, or several.
  private(set) var hasUnknownWords = false
  /// Where the operands stand among all words.
  private var places: [Int] = []
  private let words: [ShellWord]

  init(_ words: ArraySlice<ShellWord>, _ row: PackageToolRow) {
    self.words = Array(words)
    var index = 0
    var areOptions = true
    while index < self.words.count {
      let word = self.words[index]
      index += 1
      let text = word.value ?? word.knownStart
      if areOptions, word.value == "--" {
        areOptions = false
        operandsBeforeDashes = operands.count
        continue
      }
      guard text.utf8.first == UInt8(ascii: "-"), text.utf8.count > 1 else {
        if word.value == nil { hasUnknownWords = true }
        take(index - 1)
        continue
      }
      if !areOptions {
        take(index - 1)
        options.append(Option(name: Self.name(text), value: nil, word: word, isBehindDashes: true))
      } else if word.value == nil, !text.utf8.contains(UInt8(ascii: "=")) {
        hasUnknownWords = true
      } else {
        read(text, word, &index, row)
      }
    }
    if areOptions { operandsBeforeDashes = operands.count }
  }

  private mutating func take(_ index: Int) {
    operands.append(words[index])
    places.append(index)
  }

  private static func name(_ text: String) -> String {
    String(text.prefix { $0 != "=" })
  }

  private mutating func read(_ text: String, _ word: ShellWord, _ index: inout Int, _ row: PackageToolRow) {
    var option = Option(name: text, value: nil, word: word)
    if let sign = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
      option.name = String(text[..<sign])
      option.value = .some(word.value == nil ? nil : String(text[sign...].dropFirst()))
    }
    if row.style == .single {
      // Go takes two dashes for one; Java's single letters bring their value along: `-Dname`.
      if row.effects(of: option.name) == nil, !row.takesValue(option.name), option.name.hasPrefix("--"),
        row.tool == .go
      {
        option.name.removeFirst()
      }
      if option.name == "-D", option.value == nil, let next = take(&index)?.value {
        let parts = next.split(separator: "=", maxSplits: 1).map(String.init)
        option.name = "-D" + (parts.first ?? "")
        if parts.count > 1 { option.value = .some(parts[1]) }
      }
    } else if !text.hasPrefix("--"), !row.takesValue(option.name), option.name.utf8.count > 2,
      row.effects(of: option.name) == nil
    {
      readLetters(text, word, &index, row)
      return
    }
    if option.value == nil, row.takesValue(option.name) { option.value = .some(take(&index)?.value) }
    options.append(option)
  }

  /// `-yq`, and `-rrequirements.txt`: the first letter that takes a value takes the rest.
  private mutating func readLetters(_ text: String, _ word: ShellWord, _ index: inout Int, _ row: PackageToolRow) {
    var rest = text.dropFirst()
    while let letter = rest.popFirst() {
      var option = Option(name: "-\(letter)", value: nil, word: word)
      if row.takesValue(option.name) {
        let attached = rest.first == "=" ? rest.dropFirst() : rest
        if attached.isEmpty {
          option.value = .some(take(&index)?.value)
        } else {
          option.value = .some(word.value == nil ? nil : String(attached))
        }
        rest = ""
      }
      options.append(option)
      // Nobody writes as many; a hostile word may.
      if options.count > 4096 { return }
    }
  }

  private func take(_ index: inout Int) -> ShellWord? {
    guard index < words.count else { return nil }
    index += 1
    return words[index - 1]
  }

  /// All words from an operand on, options too: the command line of another program.
  func commandLine(fromOperand index: Int) -> ArraySlice<ShellWord> {
    index < places.count ? words[places[index]...] : []
  }

  /// The last value of some options; the outer nil where none is written.
  func value(of names: [String]) -> (value: String?, word: ShellWord)? {
    for option in options.reversed() where !option.isBehindDashes && names.contains(option.name) {
      if let value = option.value { return (value, option.word) }
    }
    return nil
  }

  func has(_ word: String) -> Bool {
    if word.utf8.first == UInt8(ascii: "-") { return options.contains { $0.name == word && !$0.isBehindDashes } }
    return operands.contains { $0.value == word }
  }
}
