package import Diagnostics

/// What a Markdown text holds that can be wrong by itself, with lines and columns of the text.
package struct MarkdownSurvey: Sendable {
  /// Makes the survey of a text for a number of columns: Markdown is read where it is shown.
  package typealias Surveyor = @Sendable (_ markdown: String, _ columns: Int) -> MarkdownSurvey

  package struct Phrase: Sendable {
    package var text: String
    package var position: SourcePosition

    package init(_ text: String, at position: SourcePosition) {
      self.text = text
      self.position = position
    }
  }

  /// A line of code, or a table, that the columns cannot hold as it is written.
  package struct Overflow: Sendable {
    package var position: SourcePosition
    /// How many columns it needs, and how many there are for it.
    package var needed: Int
    package var room: Int

    package init(at position: SourcePosition, needed: Int, room: Int) {
      self.position = position
      self.needed = needed
      self.room = room
    }
  }

  /// Where links and images lead.
  package var links: [Phrase] = []
  /// Code spans, and the lines of code blocks.
  package var code: [Phrase] = []
  package var overflows: [Overflow] = []

  package init() {}
}
