import DockerfileSyntax

extension CheckOptions {
  /// How long a line may be for BuildKit's look at the directives.
  private static let longestLine = 65_535

  /// The value of the file's `# check=` up to its first blank; nil where there is none.
  ///
  /// This is not the parser's view of the directives: here nothing may stand before the `#`, a `#!` line is passed
  /// over, and a repeated directive ends the search.
  static func directive(in source: Bytes) -> ArraySlice<UInt8>? {
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if start + 1 < source.count, source[start] == UInt8(ascii: "#"), source[start + 1] == UInt8(ascii: "!") {
      start = source.end(ofLineAt: start) + 1
    }
    var seen: [String] = []
    while start < source.count, source[start] == UInt8(ascii: "#") {
      let end = source.end(ofLineAt: start)
      let line = source[start + 1..<(source[end - 1] == 0x0D ? end - 1 : end)]
      guard end - start <= longestLine, let found = DirectiveLine(line) else { return nil }
      guard ["check", "syntax", "escape"].contains(found.name), !seen.contains(found.name) else { return nil }
      if found.name == "check" { return found.value }
      seen.append(found.name)
      start = end + 1
    }
    return nil
  }

  /// The same for the comments above an instruction: the first that has it counts, and when it is ill-formed, none.
  static func comment(_ comments: some Sequence<Bytes>) -> CheckOptions? {
    for comment in comments where comment.mayBeDirective {
      guard let found = DirectiveLine(comment[...]), found.name == "check" else { continue }
      do throws(CheckOptionError) {
        return try CheckOptions(found.value)
      } catch {
        return nil
      }
    }
    return nil
  }
}

/// `name = value`, as it stands behind a `#`.
private struct DirectiveLine {
  /// In small letters.
  let name: String
  /// Up to its first blank.
  let value: ArraySlice<UInt8>

  /// `^([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$` behind white space.
  init?(_ line: Slice<Bytes>) {
    // Most lines are plain comments.
    guard line.mayNameDirective else { return nil }
    let bytes = Array(line)
    let text = DockerText.trimmed(bytes[...])
    var rest = bytes[text.startIndex...]
    let name = rest.prefix { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }
    guard let first = name.first, first > 0x39 else { return nil }
    rest = rest[name.endIndex...].drop(while: Self.isSpace)
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst()
    guard !value.isEmpty else { return nil }
    self.name = DockerText.lower(name)
    self.value = value.drop(while: Self.isSpace).prefix { $0 != 0x20 }
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
  fileprivate var mayBeDirective: Bool { count > 6 && self[0] | 0x20 == UInt8(ascii: "c") }
}

extension Slice<Bytes> {
  /// Whether the first letters are those of a directive's name. Blanks of an unusual kind may stand before them.
  fileprivate var mayNameDirective: Bool {
    var index = startIndex
    while index < endIndex, self[index] == 0x20 || self[index] == 0x09 { index += 1 }
    guard index + 1 < endIndex else { return false }
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
