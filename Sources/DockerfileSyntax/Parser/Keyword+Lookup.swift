extension Keyword {
  /// In capitals, as the reference spells it.
  public var name: String { Self.names[Int(rawValue)] }

  private static let names = allCases.map { String(describing: $0).uppercased() }

  /// The keyword in a run of bytes, in any case.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 3, range.count <= 14 else { return nil }
    var head: UInt64 = 0
    var tail: UInt64 = 0
    for index in range {
      let byte = bytes[index]
      guard byte < 0x80 else {
        self.init(unusual: bytes, range)
        return
      }
      if index - range.lowerBound < 8 {
        head = head << 8 | UInt64(byte | 0x20)
      } else {
        tail = tail << 8 | UInt64(byte | 0x20)
      }
    }
    guard let found = Self.table.first(where: { $0.head == head && $0.tail == tail }) else { return nil }
    self = found.keyword
  }

  /// U+212A and U+0130 have a small letter in ASCII, and BuildKit lowers letters before it looks.
  private init?(unusual bytes: Span<UInt8>, _ range: Range<Int>) {
    let written = range.map { bytes[$0] }
    let lowered = LetterCase.lower(written)
    guard let found = Self.allCases.first(where: { String(describing: $0) == lowered }) else { return nil }
    self = found
  }

  private struct Entry {
    let head: UInt64
    let tail: UInt64
    let keyword: Keyword
  }

  /// Frequent ones first.
  private static let table: [Entry] = {
    let frequent: [Keyword] = [.run, .copy, .from, .env, .arg, .workdir, .cmd, .expose, .label, .entrypoint]
    return (frequent + allCases.filter { !frequent.contains($0) }).map { keyword in
      var entry: (head: UInt64, tail: UInt64) = (0, 0)
      for (index, byte) in String(describing: keyword).utf8.enumerated() {
        if index < 8 {
          entry.head = entry.head << 8 | UInt64(byte)
        } else {
          entry.tail = entry.tail << 8 | UInt64(byte)
        }
      }
      return Entry(head: entry.head, tail: entry.tail, keyword: keyword)
    }
  }()
}
