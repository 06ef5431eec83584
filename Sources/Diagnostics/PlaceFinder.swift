/// Finds the places of many offsets, the cheaper the nearer each lies behind the one before it.
///
/// A line of 64 KB can hold thousands of words; to count its columns anew for each takes longer than anybody waits.
public struct PlaceFinder: Sendable {
  private let table: LineTable
  private var offset = 0
  private var place = SourcePosition(line: 1, column: 1)

  /// A finder at the start of a source.
  public init(_ table: LineTable) {
    self.table = table
  }

  /// The same as ``LineTable/position(at:)``.
  public mutating func position(at next: Int) -> SourcePosition {
    let line = table.line(at: next)
    if line == place.line, let column = table.columns(from: offset, to: next) {
      place.column += column
    } else {
      place = table.position(at: next)
    }
    offset = next
    return place
  }

  /// The same as ``LineTable/places(of:)``.
  public mutating func places(of range: SourceRange) -> (start: SourcePosition, end: SourcePosition) {
    let start = position(at: table.visible(Int(range.lower)))
    return (start, range.isEmpty ? start : max(start, position(at: Int(range.upper))))
  }
}
