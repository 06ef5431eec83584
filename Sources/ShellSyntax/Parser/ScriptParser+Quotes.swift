import Diagnostics

extension ScriptParser {
  /// The commands between backquotes. Backslashes before `$`, a backquote and a backslash are taken away first,
  /// inside double quotes also those before a double quote.
  mutating func backquoted(isQuoted: Bool, inDoubleQuotes: Bool) -> Word.Part? {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    var map = SourceMap()
    while let byte = peek(), byte != UInt8(ascii: "`") {
      if byte == UInt8(ascii: "\\"), let next = peek(1),
        "$`\\".utf8.contains(next) || (inDoubleQuotes && next == UInt8(ascii: "\""))
      {
        offset += 1
      }
      text.append(bytes[offset])
      map.append(1, from: SourceRange(offset..<offset + 1))
      offset += 1
    }
    if !eat("`") { note("a backquote is not closed", at: SourceRange(start..<start + 1)) }
    guard depth < Self.maximumDepth else {
      giveUp("nested more than \(Self.maximumDepth) deep")
      return nil
    }
    var parser = ScriptParser(text)
    (parser.depth, parser.commandCount, parser.wordCount) = (depth + 1, commandCount, wordCount)
    let script = ShellScript(body: parser.script(), hereDocuments: parser.hereDocuments)
    (commandCount, wordCount) = (parser.commandCount, parser.wordCount)
    if let found = parser.problem { note(found.message, at: map.source(of: found.range) ?? range(from: start)) }
    return .backquoted(script, map, isQuoted: isQuoted, range: range(from: start))
  }

  /// `$'…'`, where backslashes write control characters.
  mutating func ansiQuoted() -> Word.Part {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = peek(), byte != UInt8(ascii: "'") {
      offset += 1
      guard byte == UInt8(ascii: "\\"), let next = peek() else {
        text.append(byte)
        continue
      }
      offset += 1
      text += ansiEscape(next)
    }
    let inner = SourceRange(start + 1..<max(start + 1, offset))
    if !eat("'") { note("`$'` is not closed", at: SourceRange(start..<start + 1)) }
    return .text(text, isQuoted: true, range: inner)
  }

  private mutating func ansiEscape(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "a"): return [7]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "e"), UInt8(ascii: "E"): return [27]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "v"): return [11]
    case UInt8(ascii: "x"): return number(radix: 16, digits: 2).map { [UInt8(truncatingIfNeeded: $0)] } ?? [92, byte]
    case UInt8(ascii: "u"): return number(radix: 16, digits: 4).map(Self.utf8) ?? [92, byte]
    case UInt8(ascii: "U"): return number(radix: 16, digits: 8).map(Self.utf8) ?? [92, byte]
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      offset -= 1
      return [UInt8(truncatingIfNeeded: number(radix: 8, digits: 3) ?? 0)]
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "?"): return [byte]
    default: return [UInt8(ascii: "\\"), byte]
    }
  }

  private mutating func number(radix: UInt32, digits: Int) -> UInt32? {
    var value: UInt32 = 0
    var count = 0
    while count < digits, let byte = peek(), let digit = Character(UnicodeScalar(byte)).hexDigitValue, digit < radix {
      value = value &* radix &+ UInt32(digit)
      offset += 1
      count += 1
    }
    return count > 0 ? value : nil
  }

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Array(String(UnicodeScalar(value).map(Character.init) ?? "\u{FFFD}").utf8)
  }
}
