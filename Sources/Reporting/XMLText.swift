/// Text as XML 1.0 takes it: what its character production forbids or discourages is left out, whole terminal escapes
/// and what turns the reading direction with it.
enum XMLText {
  /// For a value in double quotes; line ends are references, for a parser would make them blanks.
  static func attribute(_ text: String) -> String {
    escaped(text) { scalar in
      switch scalar {
      case "\"": "&quot;"
      case "\t": "&#9;"
      case "\n": "&#10;"
      default: nil
      }
    }
  }

  /// For the text of an element.
  static func content(_ text: String) -> String {
    escaped(text) { _ in nil }
  }

  private static func escaped(_ text: String, _ special: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in withoutTerminalEscapes(text) where isAllowed(scalar) {
      if let reference = special(scalar) ?? reference(scalar) {
        result += reference
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func reference(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    // A parser would make a line feed of it.
    case "\r": "&#13;"
    default: nil
    }
  }

  /// `Char` of XML 1.0, without the second set of control characters.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0x7E: true
    case 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: !scalar.properties.isBidiControl
    default: false
    }
  }

  /// The scalars without CSI sequences: ESC, `[`, parameters, one final letter.
  private static func withoutTerminalEscapes(_ text: String) -> [Unicode.Scalar] {
    guard text.utf8.contains(0x1B) else { return Array(text.unicodeScalars) }
    var kept: [Unicode.Scalar] = []
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        kept.append(scalar)
        continue
      }
      guard rest.first == "[" else { continue }
      rest = rest.dropFirst().drop { (0x20...0x3F).contains($0.value) }
      if let final = rest.first, (0x40...0x7E).contains(final.value) { rest.removeFirst() }
    }
    return kept
  }
}
