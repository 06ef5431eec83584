/// Makes untrusted text safe to show: no byte of it can move a cursor, hide a word or turn the reading direction.
public enum Printable {
  /// The text in one line: what a terminal would obey is written as `\u{1B}`, bytes that are not UTF-8 as `\xFF`.
  public static func line(_ text: String) -> String {
    DisplayWidth.isPlain(text) ? text : line(bytes: Array(text.utf8))
  }

  /// The same for bytes.
  public static func line(bytes: [UInt8]) -> String {
    PrintableLine(bytes, in: bytes.indices).text
  }

  /// The same, but line feeds stay, so that a text may have paragraphs.
  public static func paragraphs(_ text: String) -> String {
    guard !DisplayWidth.isPlain(text) else { return text }
    let bytes = Array(text.utf8)
    return PrintableLine(bytes, in: bytes.indices, keepsLineFeeds: true).text
  }
}
