/// Something to show, in the order of reading; how wide it becomes is the terminal's business.
package enum Block: Hashable, Sendable {
  /// Text at the left and at the right of one line, for the head of a screen.
  case title(Text, Text)
  /// A paragraph, wrapped.
  case text(Text)
  /// Rows whose cells stand below each other. A column that is empty in every row takes no room.
  case table([[Text]])
  case markdown(String)
  /// Lines of a file, in the language of a Markdown fence.
  case code(String, language: String)
  /// The same with the number of each line before it.
  case listing(String, language: String)
  case blank
}
