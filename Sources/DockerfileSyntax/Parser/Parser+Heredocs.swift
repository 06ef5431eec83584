import Diagnostics

extension Parser {
  /// Reads the bodies of the heredocs that a line announces.
  mutating func readHeredocs(
    _ bytes: Span<UInt8>,
    file: Span<UInt8>,
    _ line: inout LogicalLine,
    _ reading: inout Reading
  ) {
    guard hasHeredocMark(bytes, line.range) else { return }
    let announced: [Heredoc]
    do throws(ExpansionError) {
      announced = try announcements(bytes, line)
    } catch {
      return report(.reading, error.dockerMessage, line: line.start, at: sourceRange(line.range, line.origin))
    }
    for found in announced {
      let start = reading.lines.offset
      guard let terminator = skipBody(of: found, file: file, &line, &reading) else {
        line.end = reading.line
        reading.isOver = true
        return report(.reading, "unterminated heredoc", line: line.start, at: found.name.range)
      }
      let heredoc = Heredoc(
        name: found.name,
        fileDescriptor: found.fileDescriptor,
        expands: found.expands,
        chomps: found.chomps,
        content: reading.origin.text(start..<terminator)
      )
      heredocs.append(heredoc)
    }
    line.end = reading.line
  }

  private func hasHeredocMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while let less = firstIndex(of: UInt8(ascii: "<"), in: bytes, index..<range.upperBound) {
      if less + 1 < range.upperBound, bytes[less + 1] == UInt8(ascii: "<") { return true }
      index = less + 1
    }
    return false
  }

  /// The words of a line that begin heredocs. Where the line can't be split into words (a lone quote), there is none.
  private mutating func announcements(_ bytes: Span<UInt8>, _ line: LogicalLine) throws(ExpansionError) -> [Heredoc] {
    if let plain = try plainAnnouncements(bytes, line) { return plain }
    let text = bytes.withUnsafeBufferPointer { Array($0[line.range]) }
    let lexer = Expansion(options: [.rawQuotes, .rawEscapes, .skipUnsetEnv])
    var found: [Heredoc] = []
    for word in splitOrNothing(text, lexer) {
      guard let mark = try HeredocMark(word.bytes) else { continue }
      let lower = line.range.lowerBound + word.range.lowerBound
      let range = lower..<line.range.lowerBound + word.range.upperBound
      found.append(heredoc(mark, name: name(mark, bytes, range, line.origin)))
    }
    return found
  }

  /// The same for a line in which nothing is quoted, escaped or expanded: its words end at blanks. Nil for another.
  private mutating func plainAnnouncements(_ bytes: Span<UInt8>, _ line: LogicalLine) throws(ExpansionError)
    -> [Heredoc]?
  {
    for index in line.range {
      switch bytes[index] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"), 0x80...: return nil
      default: break
      }
    }
    let limit = line.range.upperBound
    var found: [Heredoc] = []
    var index = skipSpace(bytes, from: line.range.lowerBound, before: limit)
    while index < limit {
      let start = index
      while index < limit, spaceWidth(bytes, at: index, before: limit) == 0 { index += 1 }
      // Blanks between the mark and its name belong to the word.
      if bytes[index - 1] == UInt8(ascii: "<") { return nil }
      let word = bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[start..<index]) }
      if let mark = try HeredocMark(word) {
        found.append(heredoc(mark, name: name(mark, bytes, start..<index, line.origin)))
      }
      index = skipSpace(bytes, from: index, before: limit)
    }
    return found
  }

  /// BuildKit drops the error of a line with an unbalanced quote, and with it all words.
  private func splitOrNothing(_ text: [UInt8], _ lexer: Expansion) -> [Expansion.WordSpan] {
    do throws(ExpansionError) {
      return try lexer.spans(text, with: NoVariables())
    } catch {
      return []
    }
  }

  func heredoc(_ mark: HeredocMark, name: Word, content: Text = Text(source: 0..<0)) -> Heredoc {
    Heredoc(
      name: name,
      fileDescriptor: mark.fileDescriptor,
      expands: mark.expands,
      chomps: mark.chomps,
      content: content
    )
  }

  /// The name of a heredoc, which is the end of its word where nothing in it is quoted.
  private mutating func name(
    _ mark: HeredocMark,
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ origin: Origin
  ) -> Word {
    let written = range.upperBound - mark.nameLength..<range.upperBound
    if mark.nameLength <= range.count, mark.nameLength == mark.name.count {
      var index = written.lowerBound
      while index < written.upperBound, bytes[index] == mark.name[index - written.lowerBound] { index += 1 }
      if index == written.upperBound { return word(written, origin) }
    }
    let place = sourceRange(mark.nameLength <= range.count ? written : range, origin)
    derived.note(place)
    let base = derived.end
    mark.name.withUnsafeBufferPointer { derived.bytes.append(contentsOf: $0) }
    return Word(text: Text(derived: base..<derived.end), range: place)
  }

  /// Goes over the lines of a body; gives where its terminator's line begins, nil when there is none.
  private mutating func skipBody(
    of heredoc: Heredoc,
    file: Span<UInt8>,
    _ line: inout LogicalLine,
    _ reading: inout Reading
  ) -> Int? {
    let name = Array(bytes(heredoc.name.text))
    while let raw = reading.lines.next(in: file) {
      reading.line += 1
      let content = trimLineEnd(file, raw)
      line.upper = content.upperBound
      var index = content.lowerBound
      if heredoc.chomps {
        while index < content.upperBound, file[index] == 0x09 { index += 1 }
      }
      guard content.upperBound - index == name.count else { continue }
      var offset = 0
      while offset < name.count, file[index + offset] == name[offset] { offset += 1 }
      if offset == name.count { return raw.lowerBound }
    }
    return nil
  }
}

/// A word such as `3<<-"EOF"`: what a heredoc is announced with.
public struct HeredocMark: Sendable {
  /// Without quotes.
  public let name: [UInt8]
  /// The number before `<<`; 0 without one.
  public let fileDescriptor: UInt64
  /// `<<-`: leading tabs are dropped.
  public let chomps: Bool
  /// False where the name is quoted.
  public let expands: Bool
  /// How many bytes at the end of the word are the name as written.
  let nameLength: Int

  /// `^(\d*)<<(-?)\s*([^<]*)$`, the last part a single word.
  init?(_ word: some Collection<UInt8>) throws(ExpansionError) {
    guard word.contains(UInt8(ascii: "<")) else { return nil }
    let word = Array(word)
    var index = 0
    var descriptor: UInt64 = 0
    while index < word.count, (0x30...0x39).contains(word[index]) {
      let (product, overflow) = descriptor.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(word[index] - 0x30))
      descriptor = overflow || carry || descriptor == .max ? .max : sum
      index += 1
    }
    let less = UInt8(ascii: "<")
    guard index + 2 < word.count, word[index] == less, word[index + 1] == less else { return nil }
    index += 2
    chomps = word[index] == UInt8(ascii: "-")
    if chomps { index += 1 }
    while index < word.count, isPatternSpace(word[index]) { index += 1 }
    let rest = Array(word[index...])
    guard !rest.isEmpty, !rest.contains(less) else { return nil }
    nameLength = rest.count
    fileDescriptor = descriptor
    if rest.allSatisfy(Self.isPlain) {
      name = rest
      expands = true
      return
    }
    let plain = try Expansion(options: [.skipUnsetEnv]).spans(rest, with: NoVariables())
    guard plain.count == 1, let name = plain.first?.bytes else { return nil }
    let raw = try Expansion(options: [.skipUnsetEnv, .rawQuotes]).spans(rest, with: NoVariables())
    self.name = name
    expands = Self.quotes(in: name) == Self.quotes(in: raw.first?.bytes ?? [])
  }

  /// Stands for itself, whatever is around it.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func quotes(in bytes: [UInt8]) -> Int {
    bytes.count { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
  }
}
