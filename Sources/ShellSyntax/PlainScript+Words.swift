import Diagnostics

extension PlainScript {
  mutating func skipBlanks() {
    while offset < bytes.count, ScriptParser.isBlank(bytes[offset]) { offset += 1 }
  }

  // MARK: - Words

  /// The first word of a command, which stands for itself; nil where none does.
  mutating func readName() -> ShellWord? {
    let start = offset
    while offset < bytes.count, Self.isPlain(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: "=") { return nil }
      offset += 1
    }
    guard offset > start, offset == bytes.count || endsWord(at: offset), redirectionDescriptor(at: start) == nil else {
      return nil
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    return ShellWord(text, at: SourceRange(start..<offset))
  }

  /// Reads the word at the offset; false where there is none, or none that is plain. One of nothing but empty values is
  /// no word at all.
  ///
  /// - Parameter splits: the word is an argument, in which a value with blanks would make several.
  mutating func readWord(into words: inout [ShellWord], splits: Bool) -> Bool {
    let start = offset
    while offset < bytes.count, Self.isPlain(bytes[offset]) { offset += 1 }
    guard offset < bytes.count, !endsWord(at: offset) else {
      guard offset > start else { return false }
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
      words.append(ShellWord(text, at: SourceRange(start..<offset)))
      return true
    }
    var word = PlainWord(splits: splits)
    offset = start
    while offset < bytes.count, !endsWord(at: offset) {
      guard readPiece(of: &word) else { return false }
    }
    guard offset > start else { return false }
    if let word = word.word(at: SourceRange(start..<offset)) { words.append(word) }
    return true
  }

  /// A run of plain bytes, something quoted, or a variable.
  private mutating func readPiece(of word: inout PlainWord) -> Bool {
    let piece = offset
    while offset < bytes.count, Self.isPlain(bytes[offset]) || Self.isOfPattern(bytes[offset]) { offset += 1 }
    if offset > piece {
      word.append(bytes[piece..<offset])
      return true
    }
    switch bytes[offset] {
    case UInt8(ascii: "'"):
      guard let end = bytes[(offset + 1)...].firstIndex(of: UInt8(ascii: "'")) else { return false }
      word.append(quoted: bytes[(offset + 1)..<end])
      offset = end + 1
      return true
    case UInt8(ascii: "\""): return readQuotes(of: &word)
    case UInt8(ascii: "$"): return readVariable(of: &word, isQuoted: false)
    default: return false
    }
  }

  /// What stands between double quotation marks; false where they are not closed, or where some of it has a meaning.
  private mutating func readQuotes(of word: inout PlainWord) -> Bool {
    offset += 1
    var start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        word.append(quoted: bytes[start..<offset])
        offset += 1
        return true
      case UInt8(ascii: "$"):
        word.append(quoted: bytes[start..<offset])
        guard readVariable(of: &word, isQuoted: true) else { return false }
        start = offset
      case UInt8(ascii: "`"), UInt8(ascii: "\\"): return false
      default: offset += 1
      }
    }
    return false
  }

  /// `$NAME` or `${NAME}`; false for all else.
  private mutating func readVariable(of word: inout PlainWord, isQuoted: Bool) -> Bool {
    offset += 1
    let isBraced = offset < bytes.count && bytes[offset] == UInt8(ascii: "{")
    if isBraced { offset += 1 }
    let start = offset
    guard offset < bytes.count, ScriptParser.isNameStart(bytes[offset]) else { return false }
    while offset < bytes.count, ScriptParser.isName(bytes[offset]) { offset += 1 }
    let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    if isBraced {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "}") else { return false }
      offset += 1
    }
    switch environment(name) {
    case .known(let text):
      valueBudget -= text.utf8.count + 2
      return name != "PWD" && valueBudget > 0 && word.append(value: text, isQuoted: isQuoted)
    case .unknown: word.forget()
    case nil:
      guard name != "PWD" else { return false }
      if Tracer.namesOfTheShell.contains(name) { word.forget() } else if isQuoted { word.append(quoted: bytes[0..<0]) }
    }
    return name != "PWD"
  }

  private func endsWord(at offset: Int) -> Bool {
    let byte = bytes[offset]
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"):
      // A process of bash's is a word.
      return offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "(")
    case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"): return true
    default: return ScriptParser.isBlank(byte)
    }
  }

  /// Makes a pattern of a word, or is plain: a parenthesis behind it, which would make more of it, is not.
  private static func isOfPattern(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  /// Stands for itself wherever it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    if byte >= 0x80 { return true }
    return byte < 64 ? plainBelow64 >> UInt64(byte) & 1 != 0 : plainFrom64 >> UInt64(byte & 63) & 1 != 0
  }

  private static let plainBelow64 = bits("%+,-./0123456789:=")
  private static let plainFrom64 = bits("@ABCDEFGHIJKLMNOPQRSTUVWXYZ]^_abcdefghijklmnopqrstuvwxyz")

  /// A bit for each byte, by its place among 64.
  private static func bits(_ bytes: StaticString) -> UInt64 {
    bytes.withUTF8Buffer { $0.reduce(0) { $0 | 1 << UInt64($1 & 63) } }
  }

  // MARK: - Redirections

  /// Whether a redirection begins at the offset: the outer nil where none does, the inner one without a number.
  func redirectionDescriptor() -> Int?? { redirectionDescriptor(at: offset) }

  private func redirectionDescriptor(at start: Int) -> Int?? {
    var end = start
    var number: Int?
    while end < bytes.count, end < start + 4, ScriptParser.isDigit(bytes[end]) {
      number = (number ?? 0) * 10 + Int(bytes[end] - UInt8(ascii: "0"))
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "<") || bytes[end] == UInt8(ascii: ">") else { return nil }
    return .some(number)
  }

  /// nil for here-documents and processes, and where the file is not plain.
  mutating func readRedirection(_ descriptor: Int?) -> Redirection? {
    while ScriptParser.isDigit(bytes[offset]) { offset += 1 }
    let isInput = bytes[offset] == UInt8(ascii: "<")
    offset += 1
    guard offset < bytes.count else { return nil }
    var kind: Redirection.Kind = isInput ? .read : .write
    switch bytes[offset] {
    case UInt8(ascii: "&"): kind = .duplicate
    case UInt8(ascii: ">") where isInput: kind = .readWrite
    case UInt8(ascii: ">"): kind = .append
    case UInt8(ascii: "|") where !isInput: break
    case UInt8(ascii: "<"), UInt8(ascii: "("): return nil
    default: offset -= 1
    }
    offset += 1
    skipBlanks()
    var target: [ShellWord] = []
    guard readWord(into: &target, splits: false), let word = target.first else { return nil }
    return Redirection(kind: kind, descriptor: descriptor, target: word)
  }
}

/// A word in the making.
private struct PlainWord {
  let splits: Bool
  private var text: [UInt8] = []
  private var isPattern = false
  /// Something of it is there, if only quotation marks.
  private var isThere = false
  /// How many bytes come before what is not known.
  private var knownCount: Int?

  init(splits: Bool) {
    self.splits = splits
  }

  mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    text += bytes
    isThere = true
    if splits, FieldSplitter.isPattern(bytes) { isPattern = true }
  }

  mutating func append(quoted bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    text += bytes
    isThere = true
  }

  /// False for a value that would make several words, or a pattern.
  mutating func append(value: String, isQuoted: Bool) -> Bool {
    if !isQuoted, splits {
      let isPlain = value.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "*"), UInt8(ascii: "?"),
          UInt8(ascii: "["), UInt8(ascii: "{"):
          false
        default: true
        }
      }
      guard isPlain else { return false }
    }
    text += value.utf8
    if isQuoted || !value.isEmpty { isThere = true }
    return true
  }

  mutating func forget() {
    if knownCount == nil { knownCount = text.count }
    isThere = true
  }

  /// nil where nothing is left of it.
  func word(at range: SourceRange) -> ShellWord? {
    if let knownCount {
      return ShellWord(nil, knownStart: String(decoding: text[..<knownCount], as: UTF8.self), at: range)
    }
    return isThere ? ShellWord(String(decoding: text, as: UTF8.self), isPattern: isPattern, at: range) : nil
  }
}
