package import Diagnostics
package import Session

/// One line as it will stand on the screen: pieces of text that are safe to show, and no wider than was asked for.
package struct StyledLine: Hashable, Sendable {
  package var spans: [Text.Span]

  package init(_ spans: [Text.Span] = []) {
    self.spans = spans
  }

  package init(_ text: String, _ role: Style.Role? = nil) {
    self.init(text.isEmpty ? [] : [Text.Span(text, roles: role.map { [$0] } ?? [])])
  }

  package var columns: Int { spans.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) } }

  var isEmpty: Bool { spans.allSatisfy { $0.text.isEmpty } }

  static func + (left: StyledLine, right: StyledLine) -> StyledLine {
    StyledLine(left.spans + right.spans)
  }

  /// With blanks up to a number of columns.
  func padded(to columns: Int) -> StyledLine {
    let missing = columns - self.columns
    return missing > 0 ? self + StyledLine(TextLayout.blanks(missing)) : self
  }

  /// The characters to send, without blanks at the end.
  package func rendered(_ style: Style) -> String {
    var spans = self.spans
    while let last = spans.last, last.roles.isEmpty, last.text.allSatisfy({ $0 == " " }) { spans.removeLast() }
    if let last = spans.last, last.roles.isEmpty {
      spans[spans.count - 1].text = String(last.text.reversed().drop { $0 == " " }.reversed())
    }
    return spans.reduce(into: "") { text, span in
      text += span.roles.reversed().reduce(span.text) { style.apply($1, $0) }
    }
  }
}
