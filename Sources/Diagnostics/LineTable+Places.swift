extension LineTable {
  /// Line and column of both ends of a range, cut to the source; the end is the place after the last byte.
  public func places(of range: SourceRange) -> (start: SourcePosition, end: SourcePosition) {
    let start = position(at: visible(Int(range.lower)))
    return (start, range.isEmpty ? start : max(start, position(at: Int(range.upper))))
  }

  /// The offset, or the end of its line's text where it lies in or behind the line end.
  func visible(_ offset: Int) -> Int {
    min(offset, Int(self.range(ofLine: line(at: offset)).upper))
  }
}
