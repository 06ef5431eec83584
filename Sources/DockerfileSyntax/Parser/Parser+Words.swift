import Diagnostics

extension Parser {
  /// Splits at blanks and nothing else: the paths of COPY, the arguments of FROM.
  mutating func splitWords(_ bytes: Span<UInt8>, _ range: Range<Int>, _ origin: Origin) {
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      index = endOfRun(bytes, from: start, before: range.upperBound)
      words.append(word(start..<index, origin))
      index = skipSeparators(bytes, from: index, before: range.upperBound)
    }
  }

  /// Splits at white space outside of quotes; quotes and escapes stay in the words (ENV, LABEL, ARG).
  mutating func readWords(_ bytes: Span<UInt8>, _ range: Range<Int>, _ origin: Origin) {
    var index = skipSpace(bytes, from: range.lowerBound, before: range.upperBound)
    while index < range.upperBound {
      let start = index
      let end = endOfWord(bytes, from: &index, before: range.upperBound)
      if end > start { words.append(word(start..<end, origin)) }
      index = skipSpace(bytes, from: index, before: range.upperBound)
    }
  }

  /// Goes to the end of a word; an escape that is the last byte of all is left out of it.
  private mutating func endOfWord(_ bytes: Span<UInt8>, from index: inout Int, before limit: Int) -> Int {
    precondition(index >= 0 && limit <= bytes.count)
    var quote: UInt8?
    while index < limit {
      let byte = bytes[unchecked: index]
      // Quotes and blanks lie below, characters of several bytes above.
      if byte > 0x27, byte < 0x80, byte != escape {
        index += 1
        continue
      }
      if byte == escape, quote != UInt8(ascii: "'") {
        if index + 1 == limit {
          index = limit
          return limit - 1
        }
        index += 1
        index += characterWidth(bytes, at: index, before: limit)
        continue
      }
      if quote != nil {
        if byte == quote { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if spaceWidth(bytes, at: index, before: limit) > 0 {
        return index
      }
      index += characterWidth(bytes, at: index, before: limit)
    }
    return index
  }

  /// `NAME=value …`; where the first word has no `=`, the rest of the line is the value of the first.
  mutating func readPairs(_ bytes: Span<UInt8>, _ draft: inout NodeDraft, _ line: LogicalLine) {
    let first = words.count
    readWords(bytes, draft.body, line.origin)
    guard words.count > first else { return }
    let name = draft.kind == .env ? "ENV" : "LABEL"
    guard contains(words[first].text, UInt8(ascii: "=")) else {
      // The first word ended at any white space; what is a name and what its value, only narrow blanks say.
      draft.isLegacyPair = true
      words.truncate(to: first)
      splitOnce(bytes, draft.body, line.origin)
      if words.count - first < 2 {
        breakOff(&draft, "\(name) must have two arguments", line, at: sourceRange(draft.body, line.origin))
      }
      return
    }
    for index in first..<words.count where !contains(words[index].text, UInt8(ascii: "=")) {
      let word = words[index]
      let written = quoted(Self.replacingInvalid(self.bytes(word.text)))
      let message = "Syntax error - can't find = in \(written). Must be of the form: name=value"
      return breakOff(&draft, message, line, at: word.range)
    }
  }

  /// These words went through a lexer that writes U+FFFD for a stray byte.
  private static func replacingInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> String.UTF8View { text(of: bytes).utf8 }

  private mutating func splitOnce(_ bytes: Span<UInt8>, _ range: Range<Int>, _ origin: Origin) {
    var index = endOfRun(bytes, from: range.lowerBound, before: range.upperBound)
    words.append(word(range.lowerBound..<index, origin))
    guard index < range.upperBound else { return }
    index = skipSeparators(bytes, from: index, before: range.upperBound)
    words.append(word(index..<range.upperBound, origin))
  }

  mutating func contains(_ text: Text, _ byte: UInt8) -> Bool { bytes(text).contains(byte) }
}
