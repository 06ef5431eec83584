/// How many columns text takes on a terminal.
///
/// Grapheme clusters are measured, so that an emoji of several scalars is one picture two columns wide.
public enum DisplayWidth {
  /// Columns of a text without control characters; those count as nothing.
  public static func columns(of text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    return text.reduce(0) { $0 + columns(of: $1) }
  }

  /// Columns of one grapheme cluster: 0, 1 or 2.
  public static func columns(of cluster: Character) -> Int {
    if let ascii = cluster.asciiValue { return (0x20..<0x7F).contains(ascii) ? 1 : 0 }
    var sum = 0
    for scalar in cluster.unicodeScalars {
      // The emoji variation selector turns a narrow symbol into a picture.
      if scalar.value == 0xFE0F, sum > 0 { return 2 }
      sum += columns(of: scalar)
      if sum >= 2 { return 2 }
    }
    return sum
  }

  /// Columns of a scalar alone: marks, formats and controls take none.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.properties.generalCategory.hasWidth ? 1 : 0 }
    if isHangulMedial(scalar) || !scalar.properties.generalCategory.hasWidth { return 0 }
    return WideScalars.contains(scalar) ? 2 : 1
  }

  /// Vowels and final consonants of Hangul are drawn into the syllable before them.
  private static func isHangulMedial(_ scalar: Unicode.Scalar) -> Bool {
    (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
  }

  /// Printable ASCII only: one column a byte.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var hasWidth: Bool {
    switch self {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
