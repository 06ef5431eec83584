/// A value as the author of a rubric wrote it, before a parameter says what it should be.
package enum WrittenValue: Hashable, Sendable {
  /// A plain scalar: `3000`, `true`, `alpine`.
  case word(String)
  /// A scalar in quotes or a block: never a number.
  case text(String)
  case list([WrittenValue])
  /// Keys and their values.
  case mapping
}

extension WrittenValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .word(String(value)) }
  package init(booleanLiteral value: Bool) { self = .word(value ? "true" : "false") }
  package init(arrayLiteral elements: WrittenValue...) { self = .list(elements) }

  /// As YAML writes it in one line.
  package var yaml: String {
    switch self {
    case .word(let word): word
    case .text(let text): Self.isPlain(text) ? text : "\"\(text)\""
    case .list(let items): "[\(items.map(\.yaml).joined(separator: ", "))]"
    case .mapping: "{}"
    }
  }

  /// Needs no quotes, and is no number or truth value either.
  private static func isPlain(_ text: String) -> Bool {
    if DurationText.nanoseconds(text) != nil { return true }
    guard let first = text.utf8.first, isLetter(first) || first == UInt8(ascii: "/") else { return false }
    return !["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
      && text.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "/._-".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
