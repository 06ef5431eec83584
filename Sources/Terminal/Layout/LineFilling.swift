import Diagnostics
import Session

/// Fills lines with words, as many as fit.
struct LineFilling {
  private let width: Int
  private var lines: [StyledLine] = []
  private var line = StyledLine()
  private var used = 0
  /// The blank owed before the next word, in the roles of the text that it was found in.
  private var blank: Text.Span?
  private var word: [Text.Span] = []

  /// Lines of at most `width` columns. A line feed breaks a line, runs of blanks become one, and a word that is wider
  /// than a line is broken inside.
  static func lines(_ spans: [Text.Span], width: Int) -> [StyledLine] {
    var filling = LineFilling(width: max(1, width))
    for span in spans { filling.add(span) }
    filling.endWord()
    filling.endLine()
    return filling.lines
  }

  private init(width: Int) {
    self.width = width
  }

  private mutating func add(_ span: Text.Span) {
    var letters = ""
    for letter in span.text {
      guard letter == " " || letter == "\n" else {
        letters.append(letter)
        continue
      }
      append(letters, span.roles)
      letters = ""
      endWord()
      if letter == "\n" { endLine() } else { blank = blank ?? Text.Span(" ", roles: span.roles) }
    }
    append(letters, span.roles)
  }

  private mutating func append(_ letters: String, _ roles: [Style.Role]) {
    guard !letters.isEmpty else { return }
    if let last = word.last, last.roles == roles {
      word[word.count - 1].text += letters
    } else {
      word.append(Text.Span(letters, roles: roles))
    }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let columns = StyledLine(word).columns
    let gap = used > 0 && blank != nil ? 1 : 0
    if used + gap + columns > width, used > 0 {
      endLine()
    } else if gap == 1, let blank {
      join(blank)
      used += 1
    }
    if columns <= width { place(word, columns) } else { placeInPieces() }
    word = []
    blank = nil
  }

  private mutating func place(_ spans: [Text.Span], _ columns: Int) {
    for span in spans { join(span) }
    used += columns
  }

  private mutating func placeInPieces() {
    for span in word {
      for letter in span.text {
        let columns = DisplayWidth.columns(of: letter)
        if used + columns > width, used > 0 { endLine() }
        place([Text.Span(String(letter), roles: span.roles)], columns)
      }
    }
  }

  /// Adds to the line, joined to the piece before where both look the same.
  private mutating func join(_ span: Text.Span) {
    if let last = line.spans.last, last.roles == span.roles {
      line.spans[line.spans.count - 1].text += span.text
    } else {
      line.spans.append(Text.Span(span.text, roles: span.roles))
    }
  }

  private mutating func endLine() {
    lines.append(line)
    line = StyledLine()
    used = 0
    blank = nil
  }
}
