/// Where the lines of a source begin, made once for all the positions of a report.
///
/// A line ends after its line feed; a carriage return before it belongs to the line's end, a lone one does not end a
/// line.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [UInt32]

  /// The lines of a source.
  public init(_ source: SourceFile) {
    self.init(bytes: source.bytes)
  }

  /// The lines of some bytes.
  public init(bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") && offset + 1 < bytes.count {
      starts.append(UInt32(truncatingIfNeeded: offset + 1))
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// How many lines there are; an empty source has one.
  public var count: Int { starts.count }

  /// The line, counted from 1, that holds a byte; an offset past the end is on the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line without its line end. Lines outside the source are empty ranges at its end.
  public func range(ofLine line: Int) -> SourceRange {
    guard line >= 1, line <= starts.count else { return SourceRange(bytes.count..<bytes.count) }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceRange(start..<end)
  }

  /// Line and column of an offset; past the end it is the place after the last byte.
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = line(at: offset)
    let start = Int(starts[line - 1])
    return SourcePosition(line: line, column: scalarCount(start..<offset) + 1)
  }

  /// How many columns one offset is behind another on the same line; nil where the bytes between them can't tell,
  /// because a scalar may begin before the first.
  func columns(from offset: Int, to next: Int) -> Int? {
    guard offset <= next, next <= bytes.count else { return nil }
    guard offset == 0 || bytes[offset - 1] < 0x80 else { return nil }
    return scalarCount(offset..<next)
  }

  /// Unicode scalars in a run of bytes; each byte that cannot be decoded counts as the U+FFFD shown for it.
  private func scalarCount(_ range: Range<Int>) -> Int {
    let slice = bytes[range]
    if slice.allSatisfy({ $0 < 0x80 }) { return slice.count }
    return String(decoding: slice, as: UTF8.self).unicodeScalars.count
  }
}
