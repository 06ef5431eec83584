import Diagnostics

/// The run of directives at the top of a file.
struct DirectiveRun {
  /// A line that is no directive ends the run for good.
  var isOver = false
  var seen: Set<Directive.Kind> = []
}

extension Parser {
  /// Reads `# name = value`; false for an ordinary comment, which ends the run.
  mutating func readDirective(_ bytes: Span<UInt8>, _ line: Range<Int>, _ reading: inout Reading) -> Bool {
    let start = skipSpace(bytes, from: line.lowerBound + 1, before: line.upperBound)
    guard let found = directive(bytes, start..<line.upperBound) else {
      reading.directives.isOver = true
      return false
    }
    let value = word(found.value, reading.origin)
    guard reading.directives.seen.insert(found.kind).inserted else {
      let range = sourceRange(line, reading.origin)
      report(.reading, "only one \(found.kind.rawValue) parser directive can be used", line: reading.line, at: range)
      return true
    }
    if found.kind == .escape { readEscape(value, line: reading.line) }
    if !isReadingTrigger {
      let line = UInt32(truncatingIfNeeded: reading.line + 1)
      directives.append(Directive(kind: found.kind, value: value, line: line))
    }
    return true
  }

  /// Only a backslash and a backquote can be the escape.
  private mutating func readEscape(_ value: Word, line: Int) {
    if equals(value.text, "\\") {
      escape = UInt8(ascii: "\\")
    } else if equals(value.text, "`") {
      escape = UInt8(ascii: "`")
    } else {
      let message = "invalid escape token '\(string(value.text))' does not match ` or \\"
      report(.reading, message, line: line, at: value.range)
    }
  }

  /// `^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$` with a name that means something, in any case.
  private func directive(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (kind: Directive.Kind, value: Range<Int>)? {
    let end = line.upperBound
    var index = line.lowerBound
    var name: [UInt8] = []
    while index < end, isNamePart(bytes[index], isFirst: name.isEmpty), name.count <= 6 {
      name.append(bytes[index] | 0x20)
      index += 1
    }
    guard let kind = Directive.Kind(rawValue: String(decoding: name, as: UTF8.self)) else { return nil }
    while index < end, isPatternSpace(bytes[index]) { index += 1 }
    guard index < end, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    let afterEquals = index
    while index < end, isPatternSpace(bytes[index]) { index += 1 }
    if index == end {
      // Nothing but blanks: the last one is the value.
      return afterEquals == end ? nil : (kind, end - 1..<end)
    }
    var last = end
    while isPatternSpace(bytes[last - 1]) { last -= 1 }
    return (kind, index..<last)
  }

  private func isNamePart(_ byte: UInt8, isFirst: Bool) -> Bool {
    let isLetter = (0x61...0x7A).contains(byte | 0x20)
    return isLetter || (!isFirst && (0x30...0x39).contains(byte))
  }
}
