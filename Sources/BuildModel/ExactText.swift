import Diagnostics

/// A text that is equal to another only byte by byte, and in the order of its bytes.
///
/// A `String` also equals one that writes its letters in another way, é as e with an accent; Docker keeps them apart.
package struct ExactText: Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  package init(stringLiteral text: String) {
    self.text = text
  }

  package static func == (left: ExactText, right: ExactText) -> Bool {
    areEqual(left.text, right.text)
  }

  /// Whether two texts are the same bytes.
  static func areEqual(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    return withBytes(of: left) { left in withBytes(of: right) { left.elementsEqual($0) } }
  }

  /// Whether a text has some bytes in it.
  package static func contains(_ part: String, in text: String) -> Bool {
    guard !part.isEmpty, text.utf8.count >= part.utf8.count else { return part.isEmpty }
    return withBytes(of: part) { part in
      withBytes(of: text) { text in
        (0...text.count - part.count).contains { start in
          text[start] == part[0] && text[start..<start + part.count].elementsEqual(part)
        }
      }
    }
  }

  package static func < (left: ExactText, right: ExactText) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    withBytes(of: text) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
