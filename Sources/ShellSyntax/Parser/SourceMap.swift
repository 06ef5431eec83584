import Diagnostics

/// Where each byte of a derived text, as the value of a quoted word, was written.
struct SourceMap: Hashable, Sendable {
  private struct Segment: Hashable, Sendable {
    var start: Int
    var count: Int
    var source: SourceRange

    /// Each byte of it stands for one byte of the source.
    var isExact: Bool { source.offsets.count == count }
  }
  /// Most texts were written in one piece.
  private var first: Segment?
  private var others: [Segment] = []
  private(set) var count = 0

  init() {}

  /// The map of a text that was written in one piece.
  init(_ count: Int, from source: SourceRange) {
    if count > 0 { first = Segment(start: 0, count: count, source: source) }
    self.count = count
  }

  /// Adds bytes that stem from a range of the source.
  mutating func append(_ count: Int, from source: SourceRange) {
    defer { self.count += count }
    guard var last = others.last ?? first else {
      if count > 0 { first = Segment(start: self.count, count: count, source: source) }
      return
    }
    guard last.isExact, source.offsets.count == count, last.source.upper == source.lower else {
      if count > 0 { others.append(Segment(start: self.count, count: count, source: source)) }
      return
    }
    last.count += count
    last.source = last.source.union(source)
    if others.isEmpty { first = last } else { others[others.count - 1] = last }
  }

  mutating func append(_ other: SourceMap) {
    if let first = other.first { append(first.count, from: first.source) }
    for segment in other.others { append(segment.count, from: segment.source) }
  }

  /// The source of a range of the derived text; nil when the text is empty.
  func source(of range: SourceRange) -> SourceRange? {
    guard let first = segment(at: Int(range.lower)) else { return nil }
    guard let last = segment(at: max(Int(range.lower), Int(range.upper) - 1)) else { return nil }
    let lower = first.isExact ? first.source.lower + range.lower - UInt32(first.start) : first.source.lower
    guard last.isExact else { return SourceRange(lower, last.source.upper) }
    let upper = last.source.lower + max(range.upper, UInt32(last.start)) - UInt32(last.start)
    return SourceRange(min(lower, last.source.upper), min(upper, last.source.upper))
  }

  /// The segment that holds an offset; the last one for those behind the end.
  private func segment(at offset: Int) -> Segment? {
    guard let second = others.first, second.start <= offset else { return first }
    var low = 0
    var high = others.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if others[middle].start <= offset { low = middle } else { high = middle }
    }
    return others[low]
  }
}
