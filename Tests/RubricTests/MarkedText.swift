import Diagnostics

/// A text with one place marked as `⟦…⟧`.
struct MarkedText {
  /// Without the marks.
  let text: String
  let range: SourceRange

  /// nil unless one pair of marks is there.
  init?(_ marked: String) {
    let before = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    guard before.count == 2 else { return nil }
    let inside = before[1].split(separator: "⟧", omittingEmptySubsequences: false)
    guard inside.count == 2 else { return nil }
    text = String(before[0] + inside[0] + inside[1])
    let start = before[0].utf8.count
    range = SourceRange(start..<start + inside[0].utf8.count)
  }
}
