package import Diagnostics
package import Session

/// Sets blocks in lines of a given width. Pure: the same blocks give the same lines.
package struct Typesetter: Sendable {
  package static let narrowest = 40
  package static let widest = 120

  package let style: Style
  package let width: Int

  /// - Parameter width: kept within 40 and 120.
  package init(style: Style, width: Int) {
    self.style = style
    self.width = min(max(width, Self.narrowest), Self.widest)
  }

  package func lines(_ blocks: [Block]) -> [StyledLine] {
    blocks.flatMap(lines)
  }

  /// The lines as text, each with its line feed.
  package func text(_ blocks: [Block]) -> String {
    lines(blocks).reduce(into: "") { $0 += $1.rendered(style) + "\n" }
  }

  private func lines(_ block: Block) -> [StyledLine] {
    switch block {
    case .title(let left, let right): title(left, right)
    case .text(let text): paragraph(text)
    case .table(let rows): table(rows)
    case .markdown(let source): MarkdownSetter(style: style, width: width).lines(source)
    case .code(let text, let language): CodeBox(style: style, width: width).lines(text, language: language)
    case .listing(let text, let language):
      CodeBox(style: style, width: width, isNumbered: true).lines(text, language: language)
    case .blank: [StyledLine()]
    }
  }

  private func title(_ left: Text, _ right: Text) -> [StyledLine] {
    let left = StyledLine(safe(left))
    let right = StyledLine(safe(right).map { Text.Span($0.text, roles: [.quiet] + $0.roles) })
    let gap = width - left.columns - right.columns
    if gap >= 2 { return [left.padded(to: left.columns + gap) + right] }
    return LineFilling.lines(left.spans, width: width) + LineFilling.lines(right.spans, width: width)
  }

  /// Leading blanks of a paragraph indent all its lines.
  private func paragraph(_ text: Text) -> [StyledLine] {
    let spans = safe(text, quotesCode: true)
    let indent = min(spans.first?.text.prefix { $0 == " " }.count ?? 0, width / 2)
    let lines = LineFilling.lines(spans, width: width - indent)
    return indent == 0 ? lines : lines.map { StyledLine(TextLayout.blanks(indent)) + $0 }
  }

  /// The pieces in the letters that this style may use, and nothing in them that a terminal would obey.
  func safe(_ text: Text, quotesCode: Bool = false) -> [Text.Span] {
    text.spans.compactMap { span in
      var shown = Printable.line(style.hasSymbols ? span.text : span.plain)
      if quotesCode, !style.hasColour, span.roles.contains(.code) { shown = "`\(shown)`" }
      return shown.isEmpty ? nil : Text.Span(shown, roles: span.roles)
    }
  }
}
