/// Shares a line among the columns of a table.
enum ColumnWidths {
  /// Widths that together take at most `room` columns, each at least 1; the widest give way first.
  ///
  /// - Parameters:
  ///   - natural: what each column would take without wrapping.
  ///   - words: the widest word of each column, which is broken only when nothing else helps.
  static func fitted(_ natural: [Int], words: [Int], room: Int) -> [Int] {
    var widths = natural.map { max(1, min($0, room)) }
    for minimum in [words, natural.map { _ in 1 }] {
      var excess = widths.reduce(0, +) - room
      while excess > 0 {
        let shrinkable = widths.indices.filter { widths[$0] > max(1, minimum[$0]) }
        guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
  }
}
