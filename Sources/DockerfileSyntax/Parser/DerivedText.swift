import Diagnostics

/// Text that is not in the source as it stands, and where each run of it came from.
struct DerivedText {
  var bytes: [UInt8] = []
  private(set) var pieces: [Piece] = []

  /// Where the next text will begin.
  var end: Int { bytes.count }

  /// Notes that the derived bytes from here on came from a run of the source.
  ///
  /// Where both have the same length, byte follows byte; otherwise (`\u00e9` for two bytes) the piece is one whole.
  mutating func note(_ source: SourceRange) {
    note(source, at: bytes.count)
  }

  mutating func note(_ source: SourceRange, at offset: Int) {
    pieces.append(Piece(derived: UInt32(truncatingIfNeeded: offset), source: source))
  }

  /// Notes the pieces for a copy of earlier derived bytes that is about to be appended, so that no piece leads to
  /// another.
  mutating func noteCopy(of offsets: Range<Int>) {
    var index = Piece.index(of: offsets.lowerBound, in: pieces)
    let shift = bytes.count - offsets.lowerBound
    let old = pieces.count
    while index < old, Int(pieces[index].derived) < offsets.upperBound {
      let piece = pieces[index]
      let next = index + 1 < old ? Int(pieces[index + 1].derived) : bytes.count
      let lower = max(Int(piece.derived), offsets.lowerBound)
      let upper = min(next, offsets.upperBound)
      if lower < upper {
        let source = Piece.range(of: lower..<upper, in: [piece], end: next)
        pieces.append(Piece(derived: UInt32(truncatingIfNeeded: lower + shift), source: source))
      }
      index += 1
    }
  }

  func range(of offsets: Range<Int>) -> SourceRange {
    Piece.range(of: offsets, in: pieces, end: bytes.count)
  }
}

/// A run of derived text and the bytes of the source that it stands for; it goes up to the next piece.
public struct Piece: Hashable, Sendable {
  let derived: UInt32
  let source: SourceRange

  /// The bytes of the source behind a run of derived ones.
  static func range(of offsets: Range<Int>, in pieces: [Piece], end: Int) -> SourceRange {
    guard !pieces.isEmpty else { return SourceRange(0, 0) }
    let lower = place(of: offsets.lowerBound, in: pieces, end: end)
    guard !offsets.isEmpty else { return SourceRange(lower.lower, lower.lower) }
    let upper = offsets.count == 1 ? lower : place(of: offsets.upperBound - 1, in: pieces, end: end)
    return SourceRange(lower.lower, upper.upper)
  }

  /// The piece that holds a derived byte.
  static func index(of offset: Int, in pieces: [Piece]) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(pieces[middle].derived) <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The source behind one derived byte.
  private static func place(of offset: Int, in pieces: [Piece], end: Int) -> SourceRange {
    let low = index(of: offset, in: pieces)
    let piece = pieces[low]
    let next = low + 1 < pieces.count ? Int(pieces[low + 1].derived) : end
    guard next - Int(piece.derived) == piece.source.offsets.count else { return piece.source }
    let distance = offset - Int(piece.derived)
    guard distance >= 0, distance < piece.source.offsets.count else {
      return SourceRange(piece.source.upper, piece.source.upper)
    }
    let start = piece.source.lower + UInt32(truncatingIfNeeded: distance)
    return SourceRange(start, start + 1)
  }
}
