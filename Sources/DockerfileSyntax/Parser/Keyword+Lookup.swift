extension Keyword {
  /// In capitals, as the reference spells it.
  public var name: String { Self.names[Int(rawValue)] }

  /// In small letters.
  static let smallNames = allCases.map { String(describing: $0) }

  private static let names = allCases.map { String(describing: $0).uppercased() }

  /// The keyword in a run of bytes, in any case.
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 3, range.count <= 14 else { return nil }
    // Letters differ from their capitals in one bit, and nothing else differs from a small letter in that bit alone.
    for candidate in Self.initials[Int(bytes[range.lowerBound] & 0x1F)] where candidate.letters.count == range.count {
      if Self.matches(candidate.letters, bytes, range) {
        self = candidate.keyword
        return
      }
    }
    self.init(unusual: bytes, range)
  }

  private static func matches(_ letters: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = 0
    while index < letters.count, bytes[range.lowerBound + index] | 0x20 == letters[index] { index += 1 }
    return index == letters.count
  }

  /// U+212A and U+0130 have a small letter in ASCII, and BuildKit lowers letters before it looks.
  private init?(unusual bytes: Span<UInt8>, _ range: Range<Int>) {
    let written = range.map { bytes[$0] }
    guard written.contains(where: { $0 >= 0x80 }) else { return nil }
    let lowered = LetterCase.lower(written)
    guard let index = Self.smallNames.firstIndex(of: lowered) else { return nil }
    self = Self.allCases[index]
  }

  private struct Entry {
    let letters: [UInt8]
    let keyword: Keyword
  }

  /// By the first letter, frequent ones first.
  private static let initials: [[Entry]] = {
    let frequent: [Keyword] = [.run, .copy, .from, .env, .arg, .workdir, .cmd, .expose, .label, .entrypoint]
    var initials = [[Entry]](repeating: [], count: 32)
    for keyword in frequent + allCases.filter({ !frequent.contains($0) }) {
      let letters = Array(smallNames[Int(keyword.rawValue)].utf8)
      initials[Int(letters[0] & 0x1F)].append(Entry(letters: letters, keyword: keyword))
    }
    return initials
  }()
}
