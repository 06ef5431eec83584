public import Diagnostics

extension Document {
  /// The bytes of the source that a text came from.
  public func range(of text: Text) -> SourceRange {
    text.isDerived ? Piece.range(of: text.offsets, in: pieces, end: derived.count) : SourceRange(text.offsets)
  }

  /// The same for a part of a text, by offsets from its start.
  public func range(of offsets: Range<Int>, in text: Text) -> SourceRange {
    let start = text.offsets.lowerBound
    let part = (start + offsets.lowerBound..<start + offsets.upperBound).clamped(to: text.offsets)
    return range(of: text.isDerived ? Text(derived: part) : Text(source: part))
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
