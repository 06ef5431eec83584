import DockerfileSyntax

extension CheckOptions {
  /// How long a line may be for BuildKit's look at the directives.
  private static var longestLine: Int { 65_535 }

  /// The value of the file's `# check=` up to its first blank; nil where there is none.
  ///
  /// This is not the parser's view of the directives: here nothing may stand before the `#`, a `#!` line is passed
  /// over, and a repeated directive ends the search.
  static func directive(in source: Bytes) -> Bytes? {
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if start + 1 < source.count, source[start] == UInt8(ascii: "#"), source[start + 1] == UInt8(ascii: "!") {
      start = source.end(ofLineAt: start) + 1
    }
    var hasSyntax = false
    var hasEscape = false
    while start < source.count, source[start] == UInt8(ascii: "#") {
      let end = source.end(ofLineAt: start)
      let line = Bytes(rebasing: source[start + 1..<(source[end - 1] == 0x0D ? end - 1 : end)])
      guard end - start <= longestLine, let found = DirectiveLine(line) else { return nil }
      if found.isCheck { return found.value }
      if found.name.equalsIgnoringCase("syntax"), !hasSyntax {
        hasSyntax = true
      } else if found.name.equalsIgnoringCase("escape"), !hasEscape {
        hasEscape = true
      } else {
        return nil
      }
      start = end + 1
    }
    return nil
  }

  /// Whether a comment above an instruction is about the checks: the first one that is counts.
  static func isCheck(_ comment: Bytes) -> Bool { comment.mayBeCheck && DirectiveLine(comment)?.isCheck == true }

  /// What such a comment says; nil when it is ill-formed.
  init?(comment: Bytes) {
    guard let found = DirectiveLine(comment) else { return nil }
    do throws(CheckOptionError) {
      try self.init(Array(found.value)[...])
    } catch {
      return nil
    }
  }
}

/// `name = value`, as it stands behind a `#`.
private struct DirectiveLine {
  let name: Bytes
  /// Up to its first blank.
  let value: Bytes

  var isCheck: Bool { name.equalsIgnoringCase("check") }

  /// `^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$` behind white space.
  init?(_ line: Bytes) {
    // Most lines are plain comments.
    guard line.mayNameDirective else { return nil }
    let text = DockerText.trimmed(line)
    var index = 0
    while index < text.count, Self.isNamePart(text[index]) { index += 1 }
    guard index > 0, text[0] > 0x39 else { return nil }
    name = Bytes(rebasing: text[..<index])
    while index < text.count, Self.isSpace(text[index]) { index += 1 }
    guard index + 1 < text.count, text[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    while index < text.count, Self.isSpace(text[index]) { index += 1 }
    value = Bytes(rebasing: text[index..<(text[index...].firstIndex(of: 0x20) ?? text.count)])
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }
}

extension Bytes {
  /// Where a line ends: at its line feed, or with the bytes.
  fileprivate func end(ofLineAt start: Int) -> Int {
    self[start...].firstIndex(of: 0x0A) ?? count
  }

  /// Whether it is worth a look.
  fileprivate var mayBeCheck: Bool { count > 6 && self[0] | 0x20 == UInt8(ascii: "c") }

  /// Whether the first letters are those of a directive's name. Blanks of an unusual kind may stand before them.
  fileprivate var mayNameDirective: Bool {
    var index = 0
    while index < count, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
    guard index + 1 < count else { return false }
    let first = self[index]
    if first >= 0x80 || first < 0x20 { return true }
    switch (first | 0x20, self[index + 1] | 0x20) {
    case (UInt8(ascii: "c"), UInt8(ascii: "h")), (UInt8(ascii: "s"), UInt8(ascii: "y")),
      (UInt8(ascii: "e"), UInt8(ascii: "s")):
      return true
    default: return false
    }
  }
}
