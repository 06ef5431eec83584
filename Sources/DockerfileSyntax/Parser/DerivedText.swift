import Diagnostics

/// Text that is not in the source as it stands, and where each run of it came from.
struct DerivedText: ~Copyable {
  var bytes = Scratch<UInt8>(capacity: 1024)
  var pieces = Scratch<Piece>(capacity: 64)
  /// The first piece of the line that is being read: nothing in it came from an earlier one.
  private var firstOfLine = 0

  /// Where the next text will begin.
  @inline(__always)
  var end: Int { bytes.count }

  mutating func reset(keepingAtMost limit: Int) {
    bytes.empty(keepingAtMost: limit)
    pieces.empty(keepingAtMost: limit / 8)
    firstOfLine = 0
  }

  mutating func beginLine() {
    firstOfLine = pieces.count
  }

  /// Notes that the derived bytes from here on came from a run of the source.
  ///
  /// Where both have the same length, byte follows byte; otherwise (`\u00e9` for two bytes) the piece is one whole.
  mutating func note(_ source: SourceRange) {
    note(source, at: bytes.count)
  }

  @inline(__always)
  mutating func note(_ source: SourceRange, at offset: Int) {
    pieces.append(Piece(derived: UInt32(truncatingIfNeeded: offset), source: source))
  }

  /// Notes the pieces for a copy of earlier derived bytes, so that no piece leads to another.
  ///
  /// - Parameter offset: where the copy is about to be appended.
  mutating func noteCopy(of offsets: Range<Int>, at offset: Int) {
    var index = Piece.index(of: offsets.lowerBound, in: pieces.elements)
    let shift = offset - offsets.lowerBound
    let old = pieces.count
    while index < old, Int(pieces[index].derived) < offsets.upperBound {
      let piece = pieces[index]
      let next = index + 1 < old ? Int(pieces[index + 1].derived) : bytes.count
      let lower = max(Int(piece.derived), offsets.lowerBound)
      let upper = min(next, offsets.upperBound)
      if lower < upper {
        let source = piece.range(of: lower..<upper, end: next)
        pieces.append(Piece(derived: UInt32(truncatingIfNeeded: lower + shift), source: source))
      }
      index += 1
    }
  }

  /// The bytes of the source behind derived ones of the line that is being read.
  mutating func range(of offsets: Range<Int>) -> SourceRange {
    Piece.range(of: offsets, in: pieces[firstOfLine..<pieces.count], end: bytes.count)
  }
}

/// A run of derived text and the bytes of the source that it stands for; it goes up to the next piece.
public struct Piece: Hashable, Sendable, BitwiseCopyable {
  let derived: UInt32
  let source: SourceRange

  /// The bytes of the source behind a run of derived ones.
  static func range(of offsets: Range<Int>, in pieces: UnsafeBufferPointer<Piece>, end: Int) -> SourceRange {
    guard !pieces.isEmpty else { return SourceRange(0, 0) }
    let first = index(of: offsets.lowerBound, in: pieces)
    let lower = pieces[first].place(of: offsets.lowerBound, end: self.end(of: first, in: pieces, end))
    guard !offsets.isEmpty else { return SourceRange(lower.lower, lower.lower) }
    let last = offsets.upperBound - 1
    var index = first
    if self.end(of: first, in: pieces, end) <= last {
      // Where a text has several pieces, it mostly goes up to the last one.
      let final = pieces.count - 1
      index = Int(pieces[final].derived) <= last ? final : self.index(of: last, in: pieces)
    }
    return SourceRange(lower.lower, pieces[index].place(of: last, end: self.end(of: index, in: pieces, end)).upper)
  }

  /// The piece that holds a derived byte.
  static func index(of offset: Int, in pieces: UnsafeBufferPointer<Piece>) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(pieces[middle].derived) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func end(of index: Int, in pieces: UnsafeBufferPointer<Piece>, _ end: Int) -> Int {
    index + 1 < pieces.count ? Int(pieces[index + 1].derived) : end
  }

  /// The source behind some bytes of this piece, which goes up to an end.
  func range(of offsets: Range<Int>, end: Int) -> SourceRange {
    SourceRange(place(of: offsets.lowerBound, end: end).lower, place(of: offsets.upperBound - 1, end: end).upper)
  }

  /// The source behind one byte of this piece.
  private func place(of offset: Int, end: Int) -> SourceRange {
    guard end - Int(derived) == source.offsets.count else { return source }
    let distance = offset - Int(derived)
    guard distance >= 0, distance < source.offsets.count else { return SourceRange(source.upper, source.upper) }
    let start = source.lower + UInt32(truncatingIfNeeded: distance)
    return SourceRange(start, start + 1)
  }
}
