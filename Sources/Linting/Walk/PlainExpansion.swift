import DockerfileSyntax

/// The expansion of the words that people write: quotes, escapes, `$NAME` and `${NAME}` of variables that have a value.
/// Everything else, and everything that goes wrong, is left to ``Expansion``.
struct PlainExpansion {
  let word: Bytes
  let escape: UInt8
  let scope: Scope
  /// A variable other than TARGETPLATFORM was used, or that one.
  private(set) var usesOthers = false
  private(set) var usesTargetPlatform = false
  private var index = 0
  /// What is not yet copied begins here.
  private var runStart = 0

  init(_ word: Bytes, escape: UInt8, scope: Scope) {
    self.word = word
    self.escape = escape
    self.scope = scope
  }

  /// What stands between two double quotes, where nothing in it has a meaning; nil for other words.
  static func quoted(_ word: Bytes) -> Bytes? {
    guard word.count > 1, word[0] == UInt8(ascii: "\""), word[word.count - 1] == UInt8(ascii: "\"") else { return nil }
    for index in 1..<word.count - 1 {
      let byte = word[index]
      if byte == 0x22 || byte == 0x24 || byte == 0x5C || byte == 0x60 || byte >= 0x80 { return nil }
    }
    return Bytes(rebasing: word[1..<word.count - 1])
  }

  /// nil for what it doesn't understand.
  mutating func run(_ variables: borrowing VariableStore) -> Bytes? {
    if word[0] == UInt8(ascii: "$"), let value = variable(variables), index == word.count { return value }
    index = 0
    guard copy(variables) else {
      variables.arena.cancel()
      return nil
    }
    return variables.arena.finish()
  }

  private mutating func copy(_ variables: borrowing VariableStore) -> Bool {
    var isInQuotes = false
    while index < word.count {
      let byte = word[index]
      if byte == UInt8(ascii: "$") {
        flush(to: variables.arena)
        guard let value = variable(variables) else { return false }
        variables.arena.append(value)
        runStart = index
      } else if byte == UInt8(ascii: "\"") {
        skip(to: variables.arena)
        isInQuotes.toggle()
      } else if byte == UInt8(ascii: "'"), !isInQuotes {
        skip(to: variables.arena)
        while index < word.count, word[index] != byte, word[index] < 0x80 { index += 1 }
        guard index < word.count, word[index] == byte else { return false }
        skip(to: variables.arena)
      } else if byte == escape {
        guard index + 1 < word.count, word[index + 1] < 0x80 else { return false }
        let next = word[index + 1]
        let isEscaped = !isInQuotes || next == UInt8(ascii: "\"") || next == UInt8(ascii: "$") || next == escape
        if isEscaped { skip(to: variables.arena) }
        index += 1
      } else if byte >= 0x80 {
        return false
      } else {
        index += 1
      }
    }
    flush(to: variables.arena)
    return !isInQuotes
  }

  /// Takes what was passed over.
  private func flush(to arena: borrowing Arena) {
    arena.append(Bytes(rebasing: word[runStart..<index]))
  }

  /// Leaves out the byte at hand.
  private mutating func skip(to arena: borrowing Arena) {
    flush(to: arena)
    index += 1
    runStart = index
  }

  /// The value of `$NAME` or `${NAME}`, which is passed over.
  private mutating func variable(_ variables: borrowing VariableStore) -> Bytes? {
    var start = index + 1
    let isBraced = start < word.count && word[start] == UInt8(ascii: "{")
    if isBraced { start += 1 }
    var end = start
    while end < word.count, Self.isNamePart(word[end]) { end += 1 }
    guard end > start, !Self.isDigit(word[start]) else { return nil }
    if isBraced {
      guard end < word.count, word[end] == UInt8(ascii: "}") else { return nil }
      index = end + 1
    } else {
      guard end == word.count || word[end] < 0x80 else { return nil }
      index = end
    }
    let name = Bytes(rebasing: word[start..<end])
    if scope.isGlobal {
      if name.equals("TARGETPLATFORM") { usesTargetPlatform = true } else { usesOthers = true }
    }
    return variables.value(of: name, in: scope)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || isDigit(byte) || byte == 0x5F
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
