import Diagnostics
import Rubric

extension TextOptions {
  /// Between things on a line.
  var separator: String { style.hasSymbols ? " · " : " - " }

  func cut(_ text: String, to width: Int) -> String {
    TextLayout.truncated(text, to: width, ellipsis: style.ellipsis)
  }

  /// A text of more lines than this would push the rest off the screen.
  private static let mostLines = 4

  /// Untrusted text in lines of the whole width, those after the first one indented; cut when not all is wanted.
  func wrapped(_ text: String, indent: Int = 0) -> [String] {
    let text = Printable.line(text)
    let shown = showsAll ? text : cut(text, to: Self.mostLines * (width - indent))
    return TextLayout.wrapped(shown, to: width - indent).enumerated()
      .map { ($0 == 0 ? "" : TextLayout.blanks(indent)) + $1 }
  }

  /// What stands on the left and on the right of one line; `nil` when there is no room for both.
  func spread(_ left: String, _ right: String, role: Style.Role) -> String? {
    let used = DisplayWidth.columns(of: left) + DisplayWidth.columns(of: right)
    guard used + 2 <= width else { return nil }
    return style.apply(.strong, left) + TextLayout.blanks(width - used) + style.apply(role, right)
  }

  /// The first line: what was graded and the verdict. Where there is no room for both, the verdict stands alone above.
  func heading(_ parts: [String], verdict: String, role: Style.Role) -> [String] {
    let parts = parts.map(Printable.line)
    let short = parts.count > 2 ? [parts[0], parts[parts.count - 1]] : parts
    for candidate in [parts, short] {
      if let line = spread(candidate.joined(separator: separator), verdict, role: role) { return [line] }
    }
    return [style.apply(role, verdict), cut(short.joined(separator: separator), to: width)]
  }
}

/// How a state looks: its symbol, its words, its colour.
struct StateLook {
  let symbol: String
  let words: String
  let role: Style.Role

  init(_ status: CheckResult.Status) {
    switch status {
    case .passed: self.init(symbol: "✓", words: "passed", role: .passed)
    case .failed: self.init(symbol: "✗", words: "failed", role: .failed)
    case .notJudged: self.init(symbol: "–", words: "not judged", role: .notJudged)
    }
  }

  init(_ status: SubmissionResult.Status) {
    switch status {
    case .passed: self.init(symbol: "✓", words: "passed", role: .passed)
    case .failed: self.init(symbol: "✗", words: "failed", role: .failed)
    case .rejected: self.init(symbol: "✗", words: "refused", role: .failed)
    case .unreadable: self.init(symbol: "–", words: "unreadable", role: .warning)
    }
  }

  private init(symbol: String, words: String, role: Style.Role) {
    self.symbol = symbol
    self.words = words
    self.role = role
  }

  static let wordsWidth = 10

  /// Symbol and words, as wide for every state.
  func cell(_ style: Style) -> String {
    let text = (style.hasSymbols ? symbol + " " : "") + words
    let padding = Self.width(style) - DisplayWidth.columns(of: text)
    return style.apply(role, text) + TextLayout.blanks(padding)
  }

  static func width(_ style: Style) -> Int { wordsWidth + (style.hasSymbols ? 2 : 0) }
}
