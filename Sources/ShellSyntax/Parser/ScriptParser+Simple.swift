import Diagnostics

extension ScriptParser {
  /// Assignments, words and redirections; also a function, which begins like them.
  mutating func simpleCommand() -> Command? {
    let start = offset
    var stop = offset
    var assignments: [Assignment] = []
    var words: [Word] = []
    var redirections: [WrittenRedirection] = []
    while true {
      skipBlanks()
      guard let byte = peek() else { break }
      if let redirection = redirection() {
        redirections.append(redirection)
      } else if byte == UInt8(ascii: "("), words.count == 1, assignments.isEmpty, let name = words[0].plainText {
        guard eatEmptyParentheses() else {
          note("`(` after a command's name")
          break
        }
        return Command(kind: functionBody(name: name), range: range(from: start))
      } else if Self.isDelimiter(byte), !startsProcess {
        break
      } else if words.isEmpty, let assignment = assignment() {
        assignments.append(assignment)
      } else {
        words.append(word())
      }
      guard offset > stop else { break }
      stop = offset
    }
    guard !(assignments.isEmpty && words.isEmpty && redirections.isEmpty) else { return nil }
    return Command(
      kind: .simple(assignments: assignments, words: words),
      redirections: redirections,
      range: SourceRange(start..<max(start, stop))
    )
  }

  private mutating func eatEmptyParentheses() -> Bool {
    let start = offset
    offset += 1
    skipBlanks()
    if eat(")") { return true }
    offset = start
    return false
  }

  /// `name=value`, `name+=value`, and arrays of bash.
  private mutating func assignment() -> Assignment? {
    let start = offset
    guard let name = name() else { return nil }
    var isElement = false
    if peek() == UInt8(ascii: "[") {
      var length = 1
      while length < 256, let byte = peek(length), byte != UInt8(ascii: "]"), !Self.isDelimiter(byte) { length += 1 }
      guard peek(length) == UInt8(ascii: "]") else {
        offset = start
        return nil
      }
      offset += length + 1
      isElement = true
    }
    let isAppend = eat("+=")
    guard isAppend || eat("=") else {
      offset = start
      return nil
    }
    if peek() == UInt8(ascii: "(") {
      array()
      return Assignment(name: name, value: nil, isAppend: isAppend, range: range(from: start))
    }
    let value = word()
    return Assignment(name: name, value: isElement ? nil : value, isAppend: isAppend, range: range(from: start))
  }

  private mutating func array() {
    offset += 1
    while true {
      skipNewlines()
      guard let byte = peek(), byte != UInt8(ascii: ")") else { break }
      if Self.isDelimiter(byte) {
        offset += 1
      } else {
        _ = word()
      }
    }
    expect(")", closing: "(")
  }

  /// A redirection with the digits before it, if one stands here.
  mutating func redirection() -> WrittenRedirection? {
    var digits = 0
    while digits < 4, let byte = peek(digits), Self.isDigit(byte) { digits += 1 }
    let isBoth = digits == 0 && peek() == UInt8(ascii: "&") && peek(1) == UInt8(ascii: ">")
    guard let sign = peek(isBoth ? 1 : digits), sign == UInt8(ascii: "<") || sign == UInt8(ascii: ">") else {
      return nil
    }
    guard digits > 0 || isBoth || !startsProcess else { return nil }
    let descriptor = digits > 0 ? Int(String(decoding: bytes[offset..<offset + digits], as: UTF8.self)) : nil
    offset += isBoth ? 1 : digits
    let kind: WrittenRedirection.Kind
    if eat("<<<") {
      kind = .hereString
    } else if starts(with: "<<") {
      return hereDocument(descriptor: descriptor)
    } else {
      kind = redirectionKind()
    }
    skipBlanks()
    let target = word()
    if target.range.isEmpty { note("a redirection without a file") }
    return WrittenRedirection(kind: kind, descriptor: descriptor, target: target)
  }

  private mutating func redirectionKind() -> WrittenRedirection.Kind {
    if eat("<&") || eat(">&") { return .duplicate }
    if eat("<>") { return .readWrite }
    if eat(">>") { return .append }
    if eat(">|") || eat(">") { return .write }
    _ = eat("<")
    return .read
  }
}
