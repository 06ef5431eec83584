import Diagnostics
import Session

/// Sets lines of a file apart from prose: in a box, or indented where there are no box characters.
struct CodeBox {
  let style: Style
  let width: Int
  /// Each line has its number before it.
  var isNumbered = false

  func lines(_ text: String, language: String) -> [StyledLine] {
    var source = text.split(separator: "\n", omittingEmptySubsequences: false).map { Printable.line(withoutReturn($0)) }
    if source.last?.isEmpty == true { source.removeLast() }
    let highlighted = numbered(CodeHighlighter(language: language).lines(source))
    guard style.hasSymbols else {
      return folded(highlighted, to: width - 4).map { StyledLine("    ") + $0 }
    }
    let label = Printable.line(Self.label(language))
    let pieces = folded(highlighted, to: width - 4)
    let inner = max(pieces.map(\.columns).max() ?? 0, min(DisplayWidth.columns(of: label) + 2, width - 4))
    let shown = TextLayout.truncated(label, to: inner)
    let rule = inner + 1 - (shown.isEmpty ? -1 : DisplayWidth.columns(of: shown) + 1)
    let top = shown.isEmpty ? "┌" : "┌ \(shown) "
    return [StyledLine(top + String(repeating: "─", count: max(0, rule)) + "┐", .quiet)]
      + pieces.map { StyledLine("│ ", .quiet) + $0.padded(to: inner) + StyledLine(" │", .quiet) }
      + [StyledLine("└" + String(repeating: "─", count: inner + 2) + "┘", .quiet)]
  }

  private func numbered(_ lines: [StyledLine]) -> [StyledLine] {
    guard isNumbered else { return lines }
    let width = String(lines.count).count
    return lines.enumerated().map { index, line in
      let number = String(index + 1)
      return StyledLine(TextLayout.blanks(width - number.count) + number + "  ", .quiet) + line
    }
  }

  /// Cut between words where a line is full, inside a long word else; a mark stands before what continues a line.
  private func folded(_ lines: [StyledLine], to width: Int) -> [StyledLine] {
    let mark = StyledLine(style.hasSymbols ? "↪ " : "> ", .quiet)
    return lines.flatMap { line in
      var letters = line.spans.flatMap { span in span.text.map { Text.Span(String($0), roles: span.roles) } }[...]
      var pieces: [StyledLine] = []
      repeat {
        let room = pieces.isEmpty ? width : width - mark.columns
        let end = Self.end(of: letters, room: room)
        pieces.append((pieces.isEmpty ? StyledLine() : mark) + StyledLine(Self.joined(letters[..<end])))
        letters = letters[end...]
      } while !letters.isEmpty
      return pieces
    }
  }

  /// Where the next piece ends: at least one letter on.
  private static func end(of letters: ArraySlice<Text.Span>, room: Int) -> Int {
    var used = 0
    var afterBlank: Int?
    for index in letters.indices {
      used += DisplayWidth.columns(of: letters[index].text)
      if used > room {
        // A word that begins in the first half of a line is cut rather than moved.
        let moved = afterBlank.flatMap { ($0 - letters.startIndex) * 2 > room ? $0 : nil }
        return moved ?? max(index, letters.startIndex + 1)
      }
      if letters[index].text == " " { afterBlank = index + 1 }
    }
    return letters.endIndex
  }

  private static func joined(_ letters: ArraySlice<Text.Span>) -> [Text.Span] {
    letters.reduce(into: []) { spans, letter in
      if let last = spans.last, last.roles == letter.roles {
        spans[spans.count - 1].text += letter.text
      } else {
        spans.append(letter)
      }
    }
  }

  private func withoutReturn(_ line: Substring) -> String {
    line.hasSuffix("\r") ? String(line.dropLast()) : String(line)
  }

  /// What stands on the box: the language of the fence, with the name that people know a Dockerfile by.
  private static func label(_ language: String) -> String {
    switch language.lowercased() {
    case "dockerfile", "docker": "Dockerfile"
    case "text", "txt", "console": ""
    default: language
    }
  }
}
