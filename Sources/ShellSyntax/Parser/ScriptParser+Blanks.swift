/// What stands between tokens.
extension ScriptParser {
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// Ends an unquoted word.
  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "&"),
      UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    default: false
    }
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || isDigit(byte)
  }

  /// Blanks, joined lines and a comment; newlines are tokens and stay.
  mutating func skipBlanks() {
    while let byte = peek() {
      if Self.isBlank(byte) {
        offset += 1
      } else if byte == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "\n") {
        offset += 2
      } else if byte == UInt8(ascii: "#") {
        while let next = peek(), next != UInt8(ascii: "\n") { offset += 1 }
      } else {
        return
      }
    }
  }

  /// Where the grammar allows any number of empty lines.
  mutating func skipNewlines() {
    skipBlanks()
    while peek() == UInt8(ascii: "\n") {
      offset += 1
      readPendingHereDocuments()
      skipBlanks()
    }
  }

  /// Whether a reserved word stands here, whole and unquoted.
  func isAt(reserved word: StaticString) -> Bool {
    guard starts(with: word) else { return false }
    guard let next = peek(word.utf8CodeUnitCount) else { return true }
    return Self.isDelimiter(next)
      || (next == UInt8(ascii: "\\") && peek(word.utf8CodeUnitCount + 1) == UInt8(ascii: "\n"))
  }

  mutating func eat(reserved word: StaticString) -> Bool {
    guard isAt(reserved: word) else { return false }
    offset += word.utf8CodeUnitCount
    return true
  }

  /// Steps over a word that the grammar asks for; without it, reading goes on as though it stood there.
  mutating func expect(reserved word: StaticString, closing opener: String) {
    skipNewlines()
    guard !eat(reserved: word) else { return }
    note("`\(opener)` without `\(word)`")
  }

  mutating func expect(_ token: StaticString, closing opener: String) {
    skipNewlines()
    guard !eat(token) else { return }
    note("`\(opener)` without `\(token)`")
  }

  /// A name as of a variable; nil where none stands.
  mutating func name() -> String? {
    guard let first = peek(), Self.isNameStart(first) else { return nil }
    let start = offset
    while let byte = peek(), Self.isName(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }
}
