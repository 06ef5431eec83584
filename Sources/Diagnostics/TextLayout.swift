/// Fits text without escapes into columns.
public enum TextLayout {
  /// At most `width` columns of the text; what was cut is told by an ellipsis.
  public static func truncated(_ text: String, to width: Int, ellipsis: String = "…") -> String {
    guard DisplayWidth.columns(of: text) > width else { return text }
    let room = width - DisplayWidth.columns(of: ellipsis)
    guard room > 0 else { return prefix(of: text, columns: max(0, width)) }
    return prefix(of: text, columns: room) + ellipsis
  }

  /// The text with blanks behind it up to `width` columns; longer text stays as it is.
  public static func padded(_ text: String, to width: Int) -> String {
    text + blanks(width - DisplayWidth.columns(of: text))
  }

  /// The text with blanks before it, for numbers.
  public static func padded(_ text: String, onTheLeftTo width: Int) -> String {
    blanks(width - DisplayWidth.columns(of: text)) + text
  }

  /// So many blanks; none for a negative count.
  public static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  /// Lines of at most `width` columns, broken at blanks and, where a word is wider than a line, inside it.
  ///
  /// Line feeds stay breaks, and a line's leading blanks indent all that becomes of it; other runs of blanks become
  /// one. An empty text is one empty line.
  public static func wrapped(_ text: String, to width: Int) -> [String] {
    let width = max(1, width)
    return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrapped(paragraph: $0, to: width) }
  }

  private static func wrapped(paragraph: Substring, to width: Int) -> [String] {
    let leading = paragraph.prefix { $0 == " " }.count
    let indent = leading * 2 > width ? 0 : leading
    let lines = filled(paragraph.dropFirst(leading), to: width - indent)
    return indent == 0 ? lines : lines.map { $0.isEmpty ? $0 : blanks(indent) + $0 }
  }

  private static func filled(_ paragraph: Substring, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let columns = DisplayWidth.columns(of: String(word))
      if used > 0, used + 1 + columns > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if columns <= width {
        line += used > 0 ? " " + word : String(word)
        used += (used > 0 ? 1 : 0) + columns
      } else {
        lines += pieces(of: word, width: width)
        line = lines.removeLast()
        used = DisplayWidth.columns(of: line)
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A long word in pieces that fit; a cluster of two columns stands alone in a line of one.
  private static func pieces(of word: Substring, width: Int) -> [String] {
    var pieces = [""]
    var used = 0
    for cluster in word {
      let columns = DisplayWidth.columns(of: cluster)
      if used > 0, used + columns > width {
        pieces.append("")
        used = 0
      }
      pieces[pieces.count - 1].append(cluster)
      used += columns
    }
    return pieces
  }

  /// As many clusters as fit into a number of columns.
  private static func prefix(of text: String, columns: Int) -> String {
    var used = 0
    var end = text.startIndex
    while end < text.endIndex {
      used += DisplayWidth.columns(of: text[end])
      if used > columns { break }
      end = text.index(after: end)
    }
    return String(text[..<end])
  }
}
