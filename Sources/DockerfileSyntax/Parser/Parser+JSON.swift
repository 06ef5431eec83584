import Diagnostics

extension Parser {
  /// Reads the arguments as a JSON array of strings; false when they are none and count as plain text.
  mutating func readJSON(
    _ bytes: Span<UInt8>,
    _ draft: inout NodeDraft,
    _ range: Range<Int>,
    _ line: LogicalLine
  ) -> Bool {
    let start = skipSpace(bytes, from: range.lowerBound, before: range.upperBound)
    guard start < range.upperBound, bytes[start] == UInt8(ascii: "[") else { return false }
    var reader = JSONArrayReader(index: start, end: range.upperBound)
    jsonElements.truncate(to: 0)
    guard reader.read(bytes, into: &jsonElements) else { return false }
    if let stranger = reader.stranger {
      let message = "when using JSON array syntax, arrays must be comprised of strings only"
      breakOff(&draft, message, line, at: sourceRange(stranger, line.origin))
      return true
    }
    for index in 0..<jsonElements.count { addElement(bytes, jsonElements[index], line.origin) }
    draft.isJSON = true
    return true
  }

  private mutating func addElement(_ bytes: Span<UInt8>, _ element: JSONArrayReader.Element, _ origin: Origin) {
    let written = sourceRange(element.content.lowerBound - 1..<element.content.upperBound + 1, origin)
    guard element.hasEscapes else {
      words.append(Word(text: origin.text(element.content), range: written))
      return
    }
    let base = derived.end
    var index = element.content.lowerBound
    while index < element.content.upperBound {
      let start = index
      while index < element.content.upperBound, bytes[index] != UInt8(ascii: "\\") { index += 1 }
      if index > start {
        note(start..<index, origin, at: derived.end)
        derived.bytes.append(bytes, start..<index)
      }
      if index < element.content.upperBound {
        let escaped = JSONEscape(bytes, at: index, before: element.content.upperBound)
        derived.note(sourceRange(index..<index + escaped.width, origin))
        derived.bytes.append(scalar: escaped.scalar)
        index += escaped.width
      }
    }
    words.append(Word(text: Text(derived: base..<derived.end), range: written))
  }
}

/// An escape in a JSON string that is known to be well formed.
private struct JSONEscape {
  let scalar: UInt32
  let width: Int

  init(_ bytes: Span<UInt8>, at index: Int, before end: Int) {
    switch bytes[index + 1] {
    case UInt8(ascii: "b"): (scalar, width) = (0x08, 2)
    case UInt8(ascii: "f"): (scalar, width) = (0x0C, 2)
    case UInt8(ascii: "n"): (scalar, width) = (0x0A, 2)
    case UInt8(ascii: "r"): (scalar, width) = (0x0D, 2)
    case UInt8(ascii: "t"): (scalar, width) = (0x09, 2)
    case UInt8(ascii: "u"):
      let unit = Self.unit(bytes, at: index, before: end) ?? 0xFFFD
      guard (0xD800...0xDFFF).contains(unit) else {
        (scalar, width) = (unit, 6)
        return
      }
      // A pair of surrogates is one scalar, a lone one is replaced.
      if unit < 0xDC00, let low = Self.unit(bytes, at: index + 6, before: end), (0xDC00...0xDFFF).contains(low) {
        (scalar, width) = (0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), 12)
      } else {
        (scalar, width) = (0xFFFD, 6)
      }
    case let byte: (scalar, width) = (UInt32(byte), 2)
    }
  }

  private static func unit(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> UInt32? {
    guard index + 6 <= end, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var value: UInt32 = 0
    for offset in 2..<6 {
      guard let digit = hexadecimalValue(bytes[index + offset]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}

func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
