import Diagnostics

/// The run of directives at the top of a file.
struct DirectiveRun {
  /// A line that is no directive ends the run for good.
  var isOver = false
  private var seen: UInt8 = 0

  /// False when there was one of this kind already.
  mutating func note(_ kind: Directive.Kind) -> Bool {
    let bit: UInt8 =
      switch kind {
      case .syntax: 1
      case .escape: 2
      case .check: 4
      }
    let isNew = seen & bit == 0
    seen |= bit
    return isNew
  }
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
    guard reading.directives.note(found.kind) else {
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
  private mutating func directive(_ bytes: Span<UInt8>, _ line: Range<Int>) -> (
    kind: Directive.Kind, value: Range<Int>
  )? {
    let end = line.upperBound
    var index = line.lowerBound
    while index < end, isNamePart(bytes[index], isFirst: index == line.lowerBound) { index += 1 }
    guard let kind = directiveKind(bytes, line.lowerBound..<index) else { return nil }
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

  private func directiveKind(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Directive.Kind? {
    guard name.count == 5 || name.count == 6 else { return nil }
    var letters: UInt64 = 0
    for index in name { letters = letters << 8 | UInt64(bytes[index] | 0x20) }
    switch letters {
    case 0x73796E746178: return .syntax
    case 0x657363617065: return .escape
    case 0x636865636B: return .check
    default: return nil
    }
  }

  private func isNamePart(_ byte: UInt8, isFirst: Bool) -> Bool {
    let isLetter = (0x61...0x7A).contains(byte | 0x20)
    return isLetter || (!isFirst && (0x30...0x39).contains(byte))
  }
}
