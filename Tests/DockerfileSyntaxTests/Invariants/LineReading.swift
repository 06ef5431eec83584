import Diagnostics
import DockerfileSyntax

/// The lines of a Dockerfile, read slowly and plainly: which are comments, which belong together, and which bytes of
/// the source say something.
///
/// Of the document it takes only the escape and how the heredocs of each instruction are named.
struct LineReading {
  struct Instruction {
    let text: [UInt8]
    let startLine: Int
    var endLine: Int
    var comments: [[UInt8]]
    /// The bodies of its heredocs, by offsets into the source.
    var bodies: [Range<Int>] = []
  }

  private(set) var instructions: [Instruction] = []
  private(set) var directives: [(name: String, value: [UInt8], line: Int)] = []
  /// The bytes that are text of a comment, a directive's value, an instruction's own or a heredoc's body.
  private(set) var hasMeaning: [Bool]
  /// Where reading stopped, because a line is too long or a heredoc has no end.
  private(set) var stop: Int?

  private let document: Document
  private let source: [UInt8]
  private var starts: [Int] = [0]
  private var line = 0
  private var comments: [[UInt8]] = []
  private var isInDirectives = true

  init(_ document: Document) {
    self.document = document
    source = document.source.array
    hasMeaning = [Bool](repeating: false, count: source.count)
    for (offset, byte) in source.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    if starts.last == source.count { starts.removeLast() }
    while let text = next() { read(text) }
  }

  /// The next physical line without its line end.
  private mutating func next() -> ArraySlice<UInt8>? {
    guard line < starts.count, stop == nil else { return nil }
    let end = line + 1 < starts.count ? starts[line + 1] : source.count
    guard end - starts[line] <= 65_536 - (source[end - 1] == 0x0A ? 0 : 1) else {
      stop = starts[line]
      return nil
    }
    line += 1
    return PlainText.withoutEnd(source[starts[line - 1]..<end])
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    let hasMark = line == 1 && text.starts(with: [0xEF, 0xBB, 0xBF])
    let text = hasMark ? text.dropFirst(3) : text
    let content = text.dropFirst(PlainText.leadingSpace(text))
    if content.first == UInt8(ascii: "#") {
      if isInDirectives, readDirective(content.dropFirst()) { return }
      isInDirectives = false
      return readComment(text.dropFirst())
    }
    isInDirectives = false
    readInstruction(content)
  }

  private mutating func readDirective(_ text: ArraySlice<UInt8>) -> Bool {
    let text = text.dropFirst(PlainText.leadingSpace(text))
    guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let isBlank = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B }
    let written = text[..<equals]
    let name = String(decoding: written.dropLast(written.reversed().prefix(while: isBlank).count), as: UTF8.self)
    let rest = text[(equals + 1)...]
    guard ["syntax", "escape", "check"].contains(name.lowercased()), !rest.isEmpty else { return false }
    var value = rest.drop(while: isBlank)
    value = value.isEmpty ? rest.suffix(1) : value.dropLast(value.reversed().prefix(while: isBlank).count)
    // A second one of a kind is refused, and the document has the first.
    if !directives.contains(where: { $0.name == name.lowercased() }) {
      directives.append((name.lowercased(), Array(value), line))
      mark(value.indices)
    }
    return true
  }

  private mutating func readComment(_ text: ArraySlice<UInt8>) {
    let content = PlainText.trimmed(Array(text))
    if content.isEmpty {
      comments = []
    } else {
      comments.append(content)
      let start = text.startIndex + PlainText.leadingSpace(text)
      mark(start..<start + content.count)
    }
  }

  private mutating func readInstruction(_ first: ArraySlice<UInt8>) {
    let start = line
    var text: [UInt8] = []
    var piece: ArraySlice<UInt8>? = first
    while let current = piece {
      if line > start, PlainText.isDropped(current) {
        piece = next()
        continue
      }
      let content = PlainText.continued(current, escape: document.escape)
      text += content ?? current
      mark((content ?? current).indices)
      guard content != nil else { break }
      piece = next()
    }
    guard start != line || !text.isEmpty || PlainText.continued(first, escape: document.escape) != nil else { return }
    var instruction = Instruction(text: text, startLine: start, endLine: line, comments: comments)
    comments = []
    readBodies(of: &instruction)
    instruction.endLine = line
    instructions.append(instruction)
  }

  private mutating func readBodies(of instruction: inout Instruction) {
    guard instructions.count < document.nodes.count else { return }
    for heredoc in document[document.nodes[instructions.count].heredocs] {
      let start = line < starts.count ? starts[line] : source.count
      let name = document.bytes(heredoc.name.text).array
      while let text = next() {
        let end = starts[line - 1]
        guard Array(heredoc.chomps ? text.drop { $0 == 0x09 } : text) == name else { continue }
        instruction.bodies.append(start..<end)
        mark(start..<end)
        break
      }
    }
    let isOpen = document.problems.contains {
      $0.phase == .reading && $0.message == "unterminated heredoc" && $0.dockerLine == instruction.startLine
    }
    guard isOpen, stop == nil else { return }
    stop = line < starts.count ? starts[line] : source.count
    while line < starts.count, starts.indices.contains(line) { line += 1 }
  }

  private mutating func mark(_ range: Range<Int>) {
    for index in range { hasMeaning[index] = true }
  }
}
