/// Checks that bytes are one JSON array and finds the strings in it. It keeps a stack of its own and never recurses.
struct JSONArrayReader {
  struct Element: BitwiseCopyable {
    private let start: Int
    private let end: Int
    let hasEscapes: Bool

    init(content: Range<Int>, hasEscapes: Bool) {
      start = content.lowerBound
      end = content.upperBound
      self.hasEscapes = hasEscapes
    }

    /// Between the quotes.
    var content: Range<Int> { start..<end }
  }

  /// How deep arrays and objects may lie in each other; deeper ones are no JSON for Docker.
  private static let depthLimit = 10_000

  /// The first element that is no string.
  private(set) var stranger: Range<Int>?
  private var index: Int
  private let end: Int
  /// The open arrays (true) and objects (false) within the outermost one.
  private var open: [Bool] = []
  private var strangerStart = 0

  init(index: Int, end: Int) {
    self.index = index
    self.end = end
  }

  /// Reads the array and the strings in it; false when the bytes are not JSON.
  mutating func read(_ bytes: Span<UInt8>, into elements: inout Scratch<Element>) -> Bool {
    index += 1
    skipBlanks(bytes)
    if take(bytes, "]") { return isAtEnd(bytes) }
    guard readValue(bytes, &elements) else { return false }
    while true {
      skipBlanks(bytes)
      let isArray = open.last ?? true
      if take(bytes, ",") {
        skipBlanks(bytes)
        guard isArray || readKey(bytes), readValue(bytes, &elements) else { return false }
      } else if take(bytes, isArray ? "]" : "}") {
        if open.popLast() == nil { return isAtEnd(bytes) }
        closeStranger()
      } else {
        return false
      }
    }
  }

  private mutating func isAtEnd(_ bytes: Span<UInt8>) -> Bool {
    skipBlanks(bytes)
    return index == end
  }

  /// Reads a scalar, or opens an array or object up to its first value.
  private mutating func readValue(_ bytes: Span<UInt8>, _ elements: inout Scratch<Element>) -> Bool {
    while true {
      skipBlanks(bytes)
      guard index < end else { return false }
      let start = index
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard let element = readString(bytes) else { return false }
        if open.isEmpty { elements.append(element) }
        return true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        let isArray = bytes[index] == UInt8(ascii: "[")
        guard open.count + 1 < Self.depthLimit else { return false }
        if open.isEmpty { strangerStart = start }
        open.append(isArray)
        index += 1
        skipBlanks(bytes)
        if take(bytes, isArray ? "]" : "}") {
          open.removeLast()
          closeStranger()
          return true
        }
        guard isArray || readKey(bytes) else { return false }
      default:
        guard readLiteral(bytes) || readNumber(bytes) else { return false }
        if open.isEmpty, stranger == nil { stranger = start..<index }
        return true
      }
    }
  }

  private mutating func closeStranger() {
    if open.isEmpty, stranger == nil { stranger = strangerStart..<index }
  }

  private mutating func readKey(_ bytes: Span<UInt8>) -> Bool {
    guard index < end, bytes[index] == UInt8(ascii: "\""), readString(bytes) != nil else { return false }
    skipBlanks(bytes)
    return take(bytes, ":")
  }

  /// nil for a string that JSON doesn't allow.
  private mutating func readString(_ bytes: Span<UInt8>) -> Element? {
    let start = index + 1
    var hasEscapes = false
    index = start
    precondition(end <= bytes.count)
    while index < end {
      let byte = bytes[unchecked: index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return Element(content: start..<index - 1, hasEscapes: hasEscapes)
      }
      if byte < 0x20 { return nil }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        guard readEscape(bytes) else { return nil }
      } else {
        index += 1
      }
    }
    return nil
  }

  private mutating func readEscape(_ bytes: Span<UInt8>) -> Bool {
    guard index + 1 < end else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 2
      return true
    case UInt8(ascii: "u"):
      guard index + 6 <= end else { return false }
      for offset in 2..<6 where hexadecimalValue(bytes[index + offset]) == nil { return false }
      index += 6
      return true
    default: return false
    }
  }

  private mutating func readLiteral(_ bytes: Span<UInt8>) -> Bool {
    for literal: StaticString in ["true", "false", "null"] {
      let length = literal.utf8CodeUnitCount
      guard index + length <= end else { continue }
      let isHere = literal.withUTF8Buffer { text in
        (0..<length).allSatisfy { bytes[index + $0] == text[$0] }
      }
      if isHere {
        index += length
        return true
      }
    }
    return false
  }

  /// A number too large for a Double makes the whole text something else for Docker.
  private mutating func readNumber(_ bytes: Span<UInt8>) -> Bool {
    let start = index
    _ = take(bytes, "-")
    guard take(bytes, "0") || takeDigits(bytes) else { return false }
    if take(bytes, "."), !takeDigits(bytes) { return false }
    if take(bytes, "e") || take(bytes, "E") {
      _ = take(bytes, "+") || take(bytes, "-")
      guard takeDigits(bytes) else { return false }
    }
    let text = (start..<index).map { bytes[$0] }
    return Double(String(decoding: text, as: UTF8.self)).map(\.isFinite) ?? false
  }

  private mutating func takeDigits(_ bytes: Span<UInt8>) -> Bool {
    let start = index
    while index < end, (0x30...0x39).contains(bytes[index]) { index += 1 }
    return index > start
  }

  private mutating func take(_ bytes: Span<UInt8>, _ character: Unicode.Scalar) -> Bool {
    guard index < end, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks(_ bytes: Span<UInt8>) {
    while index < end, isBlank(bytes[index]) { index += 1 }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D)
  }
}
