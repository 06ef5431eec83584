import Diagnostics

/// A logical line: where it stands, and the physical lines that it is made of.
struct LogicalLine {
  /// Within the bytes that it is read from.
  let range: Range<Int>
  let origin: Origin
  let start: Int
  var end: Int
  /// The first byte and the end of its last physical line, heredocs included.
  let lower: Int
  var upper: Int
}

/// What is known while the lines of a file are read, or those of a trigger.
struct Reading {
  let origin: Origin
  var lines: LineReader
  /// Physical lines read so far.
  var line = 0
  /// The first comment that belongs to the next instruction.
  var comments: Int
  var directives = DirectiveRun()
  var warnsOfEmptyLine = false
  /// Reading can't go on: a line or a heredoc has no end.
  var isOver = false
}

extension Parser {
  /// Reads all lines of a file or of a trigger.
  mutating func read(_ bytes: Span<UInt8>, from origin: Origin) {
    var reading = Reading(origin: origin, lines: LineReader(count: bytes.count), comments: comments.count)
    let firstNode = nodes.count
    while !reading.isOver, let raw = reading.lines.next(in: bytes) {
      let line = trimLineEnd(bytes, withoutMark(bytes, raw, isFirst: reading.line == 0))
      let start = skipSpace(bytes, from: line.lowerBound, before: line.upperBound)
      if start < line.upperBound, bytes[start] == UInt8(ascii: "#") {
        readComment(bytes, line, hash: start, &reading)
        reading.line += 1
      } else {
        reading.directives.isOver = true
        reading.line += 1
        readInstruction(bytes, start..<line.upperBound, &reading)
      }
    }
    finish(reading, firstNode: firstNode, count: bytes.count)
  }

  @inline(never)
  private mutating func finish(_ reading: Reading, firstNode: Int, count: Int) {
    guard !reading.isOver else { return }
    let end = sourceRange(count..<count, reading.origin)
    if nodes.count == firstNode, readingProblems.isEmpty {
      report(.reading, "file with no instructions", line: reading.line, at: end)
    } else if reading.lines.isTooLong {
      if !isReadingTrigger { isCutOff = true }
      let message = "dockerfile line greater than max allowed size of \(LineReader.limit - 1)"
      report(.reading, message, line: reading.line, at: end)
    }
  }

  /// A byte order mark at the start of a file is no part of its first line.
  @inline(__always)
  private func withoutMark(_ bytes: Span<UInt8>, _ line: Range<Int>, isFirst: Bool) -> Range<Int> {
    let start = line.lowerBound
    guard isFirst, line.count >= 3, bytes[start] == 0xEF, bytes[start + 1] == 0xBB, bytes[start + 2] == 0xBF else {
      return line
    }
    return start + 3..<line.upperBound
  }

  /// A comment belongs to the instruction below it; an empty one cuts off those above.
  private mutating func readComment(_ bytes: Span<UInt8>, _ line: Range<Int>, hash: Int, _ reading: inout Reading) {
    if !reading.directives.isOver, readDirective(bytes, hash..<line.upperBound, &reading) { return }
    let content = trimSpace(bytes, line.lowerBound + 1..<line.upperBound)
    if content.isEmpty {
      reading.comments = comments.count
    } else {
      comments.append(reading.origin.text(content))
    }
  }

  /// An instruction begins in a line that is no comment; it goes on while lines end in the escape.
  private mutating func readInstruction(_ bytes: Span<UInt8>, _ first: Range<Int>, _ reading: inout Reading) {
    let start = reading.line
    guard let content = continued(bytes, first) else {
      guard !first.isEmpty else { return }
      var line = LogicalLine(
        range: first,
        origin: reading.origin,
        start: start,
        end: start,
        lower: first.lowerBound,
        upper: first.upperBound
      )
      return addInstruction(bytes, &line, file: bytes, &reading)
    }
    reading.warnsOfEmptyLine = false
    joined.truncate(to: 0)
    if !isReadingTrigger { derived.beginLine() }
    let base = derived.end
    let upper = join(bytes, content, &reading)
    // A line of nothing but escapes has its place all the same.
    if joined.count == 0 { derived.note(sourceRange(first.lowerBound..<first.lowerBound, reading.origin)) }
    // The line is read from a table of its own: that of the derived bytes grows meanwhile.
    let text = joined.elements
    derived.bytes.append(contentsOf: text)
    var line = LogicalLine(
      range: 0..<text.count,
      origin: Origin(isDerived: true, bias: base),
      start: start,
      end: reading.line,
      lower: first.lowerBound,
      upper: max(upper, first.upperBound)
    )
    if reading.warnsOfEmptyLine { warn(line, text, reading) }
    addInstruction(text.span, &line, file: bytes, &reading)
  }

  /// The part of a line before the escape that continues it, nil when the line ends here.
  ///
  /// Blanks and tabs may follow the escape, another escape may not stand before it.
  @inline(__always)
  private mutating func continued(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    precondition(line.lowerBound >= 0 && line.upperBound <= bytes.count)
    var end = line.upperBound
    while end > line.lowerBound, bytes[unchecked: end - 1] == 0x20 || bytes[unchecked: end - 1] == 0x09 { end -= 1 }
    guard end > line.lowerBound, bytes[unchecked: end - 1] == escape else { return nil }
    if end - 1 > line.lowerBound, bytes[unchecked: end - 2] == escape { return nil }
    return line.lowerBound..<end - 1
  }

  /// Joins the lines that continue an instruction; gives the end of the last one.
  private mutating func join(
    _ bytes: Span<UInt8>,
    _ first: Range<Int>,
    _ reading: inout Reading
  ) -> Int {
    var upper = first.upperBound
    append(bytes, first, reading.origin)
    while let raw = reading.lines.next(in: bytes) {
      reading.line += 1
      let line = trimLineEnd(bytes, raw)
      let start = skipSpace(bytes, from: line.lowerBound, before: line.upperBound)
      if start == line.upperBound {
        reading.warnsOfEmptyLine = true
        continue
      }
      if bytes[start] == UInt8(ascii: "#") { continue }
      upper = line.upperBound
      guard let content = continued(bytes, line) else {
        append(bytes, line, reading.origin)
        break
      }
      append(bytes, content, reading.origin)
    }
    return upper
  }

  @inline(__always)
  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, _ origin: Origin) {
    guard !range.isEmpty else { return }
    derived.note(sourceRange(range, origin), at: derived.end + joined.count)
    joined.append(bytes, range)
  }

  @inline(never)
  private mutating func warn(_ line: LogicalLine, _ joined: UnsafeBufferPointer<UInt8>, _ reading: Reading) {
    let message = "Empty continuation line found in: \(text(of: joined))"
    let problem = SyntaxProblem(
      dockerMessage: message,
      message: message,
      dockerLine: reading.line,
      range: sourceRange(line.lower..<line.upper, reading.origin),
      suggestion: nil,
      phase: .reading
    )
    warnings.append(problem)
  }
}
