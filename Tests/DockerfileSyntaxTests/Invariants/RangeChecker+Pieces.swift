import Diagnostics
import DockerfileSyntax

extension RangeChecker {
  /// Byte for byte, derived text leads back to the source: to the same byte, or to what was written for it.
  mutating func checkPieces(_ word: Word, _ what: String) {
    guard word.text.isDerived else { return }
    let bytes = document.bytes(word.text).array
    var previous = 0
    for (offset, byte) in bytes.enumerated() {
      let range = document.range(of: offset..<offset + 1, in: word.text)
      let written = document.written(range)
      if range.offsets.lowerBound < previous { report("\(what): byte \(offset) comes from before the one before it") }
      previous = range.offsets.lowerBound
      if !stands(written, for: byte, in: word, range) {
        report("\(what) \(Document.shown(bytes)): byte \(offset) comes from \(Document.shown(written))")
      }
    }
    let whole = document.range(of: 0..<bytes.count, in: word.text).offsets
    if !bytes.isEmpty, whole.clamped(to: word.range.offsets) != whole {
      report("\(what) \(Document.shown(bytes)): \(whole) outside of \(word.range.offsets)")
    }
  }

  private func stands(_ written: [UInt8], for byte: UInt8, in word: Word, _ range: SourceRange) -> Bool {
    if written == [byte] { return true }
    // The line feed and the terminator that a script has for each heredoc are nowhere.
    if written.isEmpty { return true }
    // A byte that a flag takes for a Latin-1 character.
    if written.count == 1, let first = written.first, first >= 0x80 {
      return String(Unicode.Scalar(first)).utf8.contains(byte)
    }
    // An escape of JSON, or the name of a heredoc with its quotes.
    return written.first == UInt8(ascii: "\\") || range == word.range
  }
}
