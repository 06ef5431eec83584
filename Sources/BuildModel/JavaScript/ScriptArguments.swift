import ShellSyntax

/// The command line of Yarn, pnpm and Bun: flags with the values that `taking` names, and the rest.
struct ScriptArguments {
  struct Flag {
    /// With its dashes: `--production`.
    var name: String
    /// What was attached by `=` or taken from the next word; the outer nil is no value, the inner one an unknown.
    var value: String??
    var word: ShellWord
  }
  private(set) var flags: [Flag] = []
  private(set) var remaining: [ShellWord] = []
  private(set) var unknownWords: [ShellWord] = []
  private let words: [ShellWord]
  /// Where the remaining words stand among all.
  private var places: [Int] = []

  /// - Parameters:
  ///   - taking: flags whose value is the next word.
  ///   - truths: flags that take the next word only if it is `true` or `false`.
  init(_ words: some Sequence<ShellWord>, taking: Set<String>, truths: Set<String> = []) {
    let words = Array(words)
    self.words = words
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      let text = word.value ?? word.knownStart
      if word.value == "--" {
        for later in index..<words.count { take(later) }
        return
      }
      guard text.hasPrefix("-"), text.count > 1 else {
        if word.value == nil { unknownWords.append(word) }
        take(index - 1)
        continue
      }
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      var flag = Flag(name: parts[0], value: nil, word: word)
      if parts.count > 1 {
        flag.value = .some(word.value == nil ? nil : parts[1])
      } else if word.value == nil {
        unknownWords.append(word)
        continue
      } else if index < words.count, Self.takes(words[index], flag.name, taking, truths) {
        flag.value = .some(words[index].value)
        index += 1
      }
      flags.append(flag)
    }
  }

  private mutating func take(_ index: Int) {
    remaining.append(words[index])
    places.append(index)
  }

  /// A slice of the remaining words with all that follows its first, flags too: the command line of a script or tool.
  func commandLine(_ slice: ArraySlice<ShellWord>) -> ArraySlice<ShellWord> {
    slice.startIndex < places.count && !slice.isEmpty ? words[places[slice.startIndex]...] : []
  }

  private static func takes(_ next: ShellWord, _ name: String, _ taking: Set<String>, _ truths: Set<String>) -> Bool {
    taking.contains(name) || (truths.contains(name) && (next.value == "true" || next.value == "false"))
  }

  func last(_ names: Set<String>) -> Flag? {
    flags.last { names.contains($0.name) }
  }

  func has(_ names: Set<String>) -> Bool {
    last(names).map { $0.value != .some("false") } ?? false
  }

  func words(of names: Set<String>) -> [ShellWord] {
    flags.filter { names.contains($0.name) }.map { ShellWord($0.value ?? nil, at: $0.word.range) }
  }
}
