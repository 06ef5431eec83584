public import Diagnostics

extension Document {
  /// The bytes of the source that a text came from.
  public func range(of text: Text) -> SourceRange {
    guard text.isDerived else { return SourceRange(text.offsets) }
    let range = pieces.withContiguousStorageIfAvailable { Piece.range(of: text.offsets, in: $0, end: derived.count) }
    return range ?? SourceRange(0, 0)
  }

  /// The same for a part of a text, by offsets from its start.
  public func range(of offsets: Range<Int>, in text: Text) -> SourceRange {
    let start = text.offsets.lowerBound
    let part = (start + offsets.lowerBound..<start + offsets.upperBound).clamped(to: text.offsets)
    return range(of: Text(isDerived: text.isDerived, part))
  }

  /// The bytes that a heredoc gives to its reader, without the tabs that `<<-` drops.
  public func content(of heredoc: Heredoc) -> [UInt8] {
    let bytes = bytes(heredoc.content)
    guard heredoc.chomps else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isAtStart = true
    for byte in bytes {
      if isAtStart, byte == 0x09 { continue }
      isAtStart = byte == 0x0A
      result.append(byte)
    }
    return result
  }
}
