import Diagnostics

extension ScriptParser {
  /// In what text parts of a word are read: it decides what is special and where the text ends.
  enum Context {
    case word
    case doubleQuotes
    /// The word of `${x:-word}`.
    case braces(inDoubleQuotes: Bool)
    case hereDocument
    /// Up to the `))` or `]` that closes it.
    case arithmetic

    var isQuoted: Bool {
      switch self {
      case .word, .braces(inDoubleQuotes: false): false
      default: true
      }
    }

    var allowsQuotes: Bool {
      switch self {
      case .word, .braces: true
      default: false
      }
    }
  }

  /// Whether `<(` or `>(` stands here, which is a word in bash.
  var startsProcess: Bool {
    (peek() == UInt8(ascii: "<") || peek() == UInt8(ascii: ">")) && peek(1) == UInt8(ascii: "(")
  }

  /// The word that begins here; empty where a delimiter stands.
  mutating func word() -> Word {
    let start = offset
    wordCount += 1
    guard wordCount <= Self.maximumWords else {
      giveUp("more than \(Self.maximumWords) words")
      return Word(parts: [], range: SourceRange(start..<start))
    }
    let parts = parts(.word)
    return Word(parts: parts, range: range(from: start))
  }

  mutating func parts(_ context: Context) -> [Word.Part] {
    var reader = WordReader(context: context)
    while offset < end {
      let start = offset
      while offset < end, Self.isOrdinary(bytes[offset]) { offset += 1 }
      if offset > start { reader.take(bytes[start..<offset], at: start) }
      guard offset < end, !isAtEnd(of: context, parentheses: reader.parentheses) else { break }
      readPart(into: &reader)
    }
    reader.finishText(at: offset)
    return reader.parts
  }

  /// Stands for itself in every context, whatever comes before or behind it.
  private static func isOrdinary(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
    case UInt8(ascii: "-")...UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: "%"): true
    default: false
    }
  }

  private func isAtEnd(of context: Context, parentheses: Int) -> Bool {
    guard offset < end else { return true }
    let byte = bytes[offset]
    switch context {
    case .word: return Self.isDelimiter(byte) && !startsProcess
    case .doubleQuotes: return byte == UInt8(ascii: "\"")
    case .braces: return byte == UInt8(ascii: "}")
    case .hereDocument: return false
    case .arithmetic: return byte == UInt8(ascii: ")") && parentheses == 0
    }
  }

  private mutating func readPart(into reader: inout WordReader) {
    let start = offset
    let context = reader.context
    switch bytes[offset] {
    case UInt8(ascii: "\\"): readEscape(into: &reader)
    case UInt8(ascii: "'") where context.allowsQuotes && !context.isQuoted:
      reader.finishText(at: start)
      reader.parts.append(singleQuoted())
    case UInt8(ascii: "\"") where context.allowsQuotes:
      reader.finishText(at: start)
      reader.parts += doubleQuoted()
    case UInt8(ascii: "$"):
      guard let parts = dollar(isQuoted: context.isQuoted, allowsQuotes: context.allowsQuotes) else {
        reader.take(bytes[start], at: start)
        offset = max(offset, start + 1)
        return
      }
      reader.finishText(at: start)
      reader.parts += parts
    case UInt8(ascii: "`"):
      reader.finishText(at: start)
      if let part = backquoted(isQuoted: context.isQuoted, inDoubleQuotes: context.isQuoted) {
        reader.parts.append(part)
      }
    default: readOther(into: &reader)
    }
  }

  private mutating func readOther(into reader: inout WordReader) {
    let start = offset
    let byte = bytes[offset]
    switch reader.context {
    case .word:
      if startsProcess {
        reader.finishText(at: start)
        if let part = process() { reader.parts.append(part) }
        return
      }
      if "!@?*+".utf8.contains(byte), peek(1) == UInt8(ascii: "("), let part = extendedPattern() {
        reader.finishText(at: start)
        reader.parts.append(part)
        return
      }
    case .arithmetic:
      if byte == UInt8(ascii: "(") { reader.parentheses += 1 }
      if byte == UInt8(ascii: ")") { reader.parentheses -= 1 }
    default: break
    }
    reader.take(byte, at: start)
    offset += 1
  }

  /// A backslash: it quotes the next byte, joins lines, or is itself where nothing special follows.
  private mutating func readEscape(into reader: inout WordReader) {
    let start = offset
    guard let next = peek(1) else {
      reader.take(bytes[start], at: start)
      offset += 1
      return
    }
    if next == UInt8(ascii: "\n") {
      reader.finishText(at: start)
      offset += 2
      return
    }
    var quotes = !reader.context.isQuoted
    switch next {
    case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\\"): quotes = true
    case UInt8(ascii: "\""):
      if case .hereDocument = reader.context { break }
      quotes = true
    case UInt8(ascii: "}"):
      if case .braces = reader.context { quotes = true }
    default: break
    }
    guard quotes else {
      reader.take(bytes[start], at: start)
      offset += 1
      return
    }
    reader.finishText(at: start)
    offset += 2
    reader.parts.append(.text([next], isQuoted: true, range: SourceRange(start + 1..<start + 2)))
  }

  private mutating func singleQuoted() -> Word.Part {
    let start = offset
    offset += 1
    while let byte = peek(), byte != UInt8(ascii: "'") { offset += 1 }
    let text = start + 1..<offset
    if !eat("'") { note("`'` is not closed", at: SourceRange(start..<start + 1)) }
    return .text(Array(bytes[text]), isQuoted: true, range: SourceRange(text))
  }

  mutating func doubleQuoted() -> [Word.Part] {
    let start = offset
    offset += 1
    let parts = nested { $0.parts(.doubleQuotes) } ?? []
    if !eat("\"") { note("`\"` is not closed", at: SourceRange(start..<start + 1)) }
    // Quotes around nothing still make a word.
    guard parts.isEmpty else { return parts }
    return [.text([], isQuoted: true, range: SourceRange(start + 1..<max(start + 1, offset - 1)))]
  }
}

/// The parts of a word while they are being read.
struct WordReader {
  let context: ScriptParser.Context
  var parts: [Word.Part] = []
  var parentheses = 0
  private var text: [UInt8] = []
  private var textStart = 0

  init(context: ScriptParser.Context) {
    self.context = context
  }

  mutating func take(_ byte: UInt8, at offset: Int) {
    if text.isEmpty { textStart = offset }
    text.append(byte)
  }

  mutating func take(_ bytes: ArraySlice<UInt8>, at offset: Int) {
    if text.isEmpty { textStart = offset }
    text += bytes
  }

  /// Closes a run of bytes that stand for themselves.
  mutating func finishText(at offset: Int) {
    guard !text.isEmpty else { return }
    parts.append(.text(text, isQuoted: context.isQuoted, range: SourceRange(textStart..<offset)))
    text = []
  }
}
