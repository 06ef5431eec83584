import Diagnostics

/// Reads the text of a POSIX shell script into its commands, with the common extensions of bash.
///
/// It never gives up on a whole script: after something that is not grammar it notes the first such place and
/// goes on with the next command.
struct ScriptParser {
  /// Constructs in one another that are followed; the rest of a script behind them is not read.
  static let maximumDepth = 40
  static let maximumCommands = 20_000
  static let maximumWords = 100_000

  let bytes: [UInt8]
  /// The end of what is being read: of the script, or of a here-document in it.
  var end: Int
  var offset = 0
  var depth = 0
  var commandCount = 0
  var wordCount = 0
  var problem: ShellProblem?
  var hereDocuments: [HereDocument] = []
  /// Here-documents whose bodies begin after the next newline.
  var pending: [PendingHereDocument] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    self.end = bytes.count
  }

  static func parse(_ bytes: [UInt8]) -> ShellScript {
    var parser = ScriptParser(bytes)
    let body = parser.script()
    return ShellScript(body: body, hereDocuments: parser.hereDocuments, problem: parser.problem)
  }

  /// The whole text: lists, and between them whatever closes nothing.
  mutating func script() -> CommandList {
    var all = CommandList()
    while true {
      all.items += commandList().items
      guard offset < end else { break }
      recover("`\(tokenText())` closes nothing")
    }
    readPendingHereDocuments()
    return all
  }

  func peek(_ ahead: Int = 0) -> UInt8? {
    offset + ahead < end ? bytes[offset + ahead] : nil
  }

  mutating func eat(_ text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    offset += text.utf8CodeUnitCount
    return true
  }

  func starts(with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= end else { return false }
    return text.withUTF8Buffer { buffer in
      buffer.indices.allSatisfy { buffer[$0] == bytes[offset + $0] }
    }
  }

  func range(from start: Int) -> SourceRange {
    SourceRange(start..<max(start, offset))
  }

  /// Notes what is wrong; only the first is kept, for the others often follow from it.
  mutating func note(_ message: String, at range: SourceRange? = nil) {
    guard problem == nil else { return }
    problem = ShellProblem(message, at: range ?? SourceRange(offset..<min(offset + 1, end)))
  }

  mutating func giveUp(_ message: String) {
    note(message)
    offset = end
  }

  /// Notes a token that has no place here and steps over it.
  mutating func recover(_ message: String) {
    let start = offset
    offset += tokenLength()
    note(message, at: range(from: start))
  }

  /// The operator or plain word at the offset, for a message.
  func tokenText() -> String {
    String(decoding: bytes[offset..<offset + tokenLength()], as: UTF8.self)
  }

  /// Never 0 before the end, so that stepping over tokens comes to the end.
  private func tokenLength() -> Int {
    var length = 0
    while length < 32, let byte = peek(length), !Self.isDelimiter(byte) { length += 1 }
    return max(length, min(1, end - offset))
  }

  /// Goes one construct deeper, unless that is too deep.
  mutating func nested<Result>(_ read: (inout ScriptParser) -> Result) -> Result? {
    guard depth < Self.maximumDepth else {
      giveUp("nested more than \(Self.maximumDepth) deep")
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }
}
