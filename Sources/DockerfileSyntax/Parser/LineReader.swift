/// Physical lines with their line ends, within BuildKit's limit on their length.
struct LineReader {
  /// The size of BuildKit's buffer: a line with its line end fits, without one it must be shorter.
  static let limit = 65_536

  private(set) var offset = 0
  /// A line was longer than the limit.
  private(set) var isTooLong = false
  /// What BuildKit's scanner hands out when it is asked again after its error: the part of the line in its buffer.
  private var leftover: Range<Int>?
  private let count: Int

  init(count: Int) {
    self.count = count
  }

  @inline(__always)
  mutating func next(in bytes: Span<UInt8>) -> Range<Int>? {
    if let rest = leftover {
      leftover = nil
      return rest
    }
    guard offset < count else { return nil }
    let start = offset
    let reach = min(count, start + Self.limit)
    if let newline = firstIndex(of: 0x0A, in: bytes, start..<reach) {
      offset = newline + 1
      return start..<newline + 1
    }
    offset = count
    if count - start < Self.limit { return start..<count }
    isTooLong = true
    leftover = start..<reach
    return nil
  }
}
