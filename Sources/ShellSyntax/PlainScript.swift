import Diagnostics

/// A script in which nothing stands for anything else: words without expansions, programs that mean nothing to the
/// shell, `;`, newlines and `&&` between them.
///
/// Most scripts of Dockerfiles are such. They are read and followed in one go, without a tree and without the states
/// that `Tracer` needs; what comes out is the same, and whatever is not plain is left to it.
struct PlainScript {
  /// Longer scripts have budgets to keep.
  private static let longest = 1 << 15

  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var executions: [Execution] = []
  /// Where the current chain of `&&` begins.
  private var chainStart = 0
  /// A command of the current chain may fail, so that the next one may not run.
  private var canFail = false
  /// Where commands run, after the `cd` before them.
  private var directory: String? = ""

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// What the script does; nil where it is not plain.
  static func trace(_ bytes: UnsafeBufferPointer<UInt8>) -> ShellTrace? {
    guard bytes.count <= longest else { return nil }
    var script = PlainScript(bytes)
    guard script.readAll(), !script.executions.isEmpty else { return nil }
    let ending = Ending(canSucceed: true, canFail: script.canFail)
    return ShellTrace(executions: script.executions, ending: ending)
  }

  /// What a program with its arguments does that is started without a shell; nil where it runs others.
  static func trace(exec words: [ShellWord]) -> ShellTrace? {
    guard let name = words.first?.value, !Tracer.isMeaningful(name), words.allSatisfy({ $0.value != nil }) else {
      return nil
    }
    let range = words.reduce(words[0].range) { $0.union($1.range) }
    return ShellTrace(executions: [Execution(words: words, range: range)], ending: .either)
  }

  private mutating func readAll() -> Bool {
    while true {
      skipBlanks()
      guard offset < bytes.count else { return true }
      guard readCommand() else { return false }
      guard offset < bytes.count else { return true }
      switch bytes[offset] {
      case UInt8(ascii: ";"), UInt8(ascii: "\n"): guard endChain() else { return false }
      default:
        // Only `&&` is left, behind which a command must come.
        offset += 2
        skipBlanks()
        guard offset < bytes.count else { return false }
      }
    }
  }

  /// Behind `;` all goes on, however the chain before it ended; false where it is then not known in which directory.
  private mutating func endChain() -> Bool {
    let separator = bytes[offset]
    offset += 1
    skipBlanks()
    if separator == UInt8(ascii: "\n") {
      while offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") {
        offset += 1
        skipBlanks()
      }
    }
    // Nothing behind it: the chain was the last.
    guard offset < bytes.count else { return true }
    guard directory == "" else { return false }
    var isSure = true
    for index in chainStart..<executions.count {
      if !isSure { executions[index].certainty = .maybe }
      if !Self.alwaysSucceeds(executions[index]) { isSure = false }
    }
    chainStart = executions.count
    canFail = false
    return true
  }

  /// False where something is not plain; else it stops at the end, `;`, a newline or `&&`.
  private mutating func readCommand() -> Bool {
    let start = offset
    guard let first = readWord(isFirst: true), let name = first.value, !Self.reserved.contains(name) else {
      return false
    }
    let isMove = name == "cd"
    let isSure = Self.successful.contains(name)
    guard isSure || isMove || !Tracer.isMeaningful(name) else { return false }
    var words: [ShellWord] = []
    words.reserveCapacity(6)
    words.append(first)
    var end = offset
    while true {
      skipBlanks()
      guard offset < bytes.count else { break }
      let byte = bytes[offset]
      if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n") { break }
      if byte == UInt8(ascii: "&") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == byte else { return false }
        break
      }
      guard let word = readWord(isFirst: false) else { return false }
      words.append(word)
      end = offset
    }
    executions.append(Execution(words: words, directory: directory, range: SourceRange(start..<end)))
    if !isSure { canFail = true }
    return !isMove || move(words)
  }

  /// `cd` with a directory; false where there is more to it.
  private mutating func move(_ words: [ShellWord]) -> Bool {
    guard words.count == 2, let target = words[1].value, !words[1].isPattern, !target.utf8.starts(with: "-".utf8),
      target != "/", target != "."
    else { return false }
    directory = Tracer.path(target, from: directory)
    return true
  }

  private mutating func skipBlanks() {
    while offset < bytes.count, ScriptParser.isBlank(bytes[offset]) { offset += 1 }
  }

  // MARK: - Words

  /// The word at the offset; nil where there is none, or none that is plain.
  private mutating func readWord(isFirst: Bool) -> ShellWord? {
    let start = offset
    while offset < bytes.count, Self.isPlain(bytes[offset]) {
      if isFirst, bytes[offset] == UInt8(ascii: "=") { return nil }
      offset += 1
    }
    guard offset < bytes.count, !Self.endsWord(bytes[offset]) else {
      guard offset > start else { return nil }
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
      return ShellWord(text, at: SourceRange(start..<offset))
    }
    return isFirst ? nil : readOther(from: start)
  }

  /// A word with quotes or signs of a pattern in it, of which the beginning is read.
  private mutating func readOther(from start: Int) -> ShellWord? {
    var text: [UInt8] = []
    var isPattern = false
    offset = start
    while offset < bytes.count, !Self.endsWord(bytes[offset]) {
      let byte = bytes[offset]
      let piece = offset
      while offset < bytes.count, Self.isPlain(bytes[offset]) || Self.isOfPattern(bytes[offset]) { offset += 1 }
      if offset > piece {
        text += bytes[piece..<offset]
        isPattern = isPattern || FieldSplitter.isPattern(bytes[piece..<offset])
        continue
      }
      guard byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\""), let content = quoted(by: byte) else { return nil }
      text += bytes[content]
      offset = content.upperBound + 1
    }
    return ShellWord(String(decoding: text, as: UTF8.self), isPattern: isPattern, at: SourceRange(start..<offset))
  }

  /// What stands between quotation marks; nil where it is not closed, or where some of it has a meaning.
  private func quoted(by mark: UInt8) -> Range<Int>? {
    let start = offset + 1
    var end = start
    while end < bytes.count, bytes[end] != mark {
      if mark == UInt8(ascii: "\"") {
        switch bytes[end] {
        case UInt8(ascii: "$"), UInt8(ascii: "`"), UInt8(ascii: "\\"): return nil
        default: break
        }
      }
      end += 1
    }
    return end < bytes.count ? start..<end : nil
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    ScriptParser.isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&")
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

  // MARK: - Names

  private static func alwaysSucceeds(_ execution: Execution) -> Bool {
    execution.words.first?.value.map { successful.contains($0) } ?? false
  }

  /// Programs that mean nothing to the shell but that they succeed.
  private static let successful: Set<String> = ["echo", "printf", "true"]

  /// Words of the grammar where a command begins.
  private static let reserved: Set<String> = [
    "case", "do", "done", "elif", "else", "esac", "fi", "for", "function", "if", "in", "select", "then", "until",
    "while",
  ]
}
