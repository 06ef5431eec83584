extension Keyword {
  /// In capitals, as the reference spells it.
  public var name: String { Self.names[Int(rawValue)] }

  /// In small letters.
  static let smallNames = allCases.map { String(describing: $0) }

  private static let names = allCases.map { String(describing: $0).uppercased() }

  /// The keyword in a run of bytes, in any case.
  @inline(__always)
  init?(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 3, let candidate = Self.candidate(bytes, range), candidate.matches(bytes, range) else {
      self.init(unusual: bytes, range)
      return
    }
    self = candidate.keyword
  }

  /// The one keyword that a word of this length and with this beginning can be.
  @inline(__always)
  private static func candidate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Candidate? {
    switch (bytes[range.lowerBound] | 0x20, range.count) {
    case (UInt8(ascii: "a"), 3):
      bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "r") ? Candidate(.arg, "arg") : Candidate(.add, "add")
    case (UInt8(ascii: "c"), 3): Candidate(.cmd, "cmd")
    case (UInt8(ascii: "c"), 4): Candidate(.copy, "copy")
    case (UInt8(ascii: "e"), 3): Candidate(.env, "env")
    case (UInt8(ascii: "e"), 6): Candidate(.expose, "expose")
    case (UInt8(ascii: "e"), 10): Candidate(.entrypoint, "entrypoint")
    case (UInt8(ascii: "f"), 4): Candidate(.from, "from")
    case (UInt8(ascii: "h"), 11): Candidate(.healthcheck, "healthcheck")
    case (UInt8(ascii: "l"), 5): Candidate(.label, "label")
    case (UInt8(ascii: "m"), 10): Candidate(.maintainer, "maintainer")
    case (UInt8(ascii: "o"), 7): Candidate(.onbuild, "onbuild")
    case (UInt8(ascii: "r"), 3): Candidate(.run, "run")
    case (UInt8(ascii: "s"), 5): Candidate(.shell, "shell")
    case (UInt8(ascii: "s"), 10): Candidate(.stopsignal, "stopsignal")
    case (UInt8(ascii: "u"), 4): Candidate(.user, "user")
    case (UInt8(ascii: "v"), 6): Candidate(.volume, "volume")
    case (UInt8(ascii: "w"), 7): Candidate(.workdir, "workdir")
    default: nil
    }
  }

  private struct Candidate {
    let keyword: Keyword
    let letters: StaticString

    @inline(__always)
    init(_ keyword: Keyword, _ letters: StaticString) {
      self.keyword = keyword
      self.letters = letters
    }

    /// Letters differ from their capitals in one bit, and nothing else differs from a small letter in that bit alone.
    @inline(__always)
    func matches(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
      for index in 0..<range.count where bytes[range.lowerBound + index] | 0x20 != letters.utf8Start[index] {
        return false
      }
      return true
    }
  }

  /// U+212A and U+0130 have a small letter in ASCII, and BuildKit lowers letters before it looks.
  @inline(never)
  private init?(unusual bytes: Span<UInt8>, _ range: Range<Int>) {
    guard range.count >= 3, range.count <= 14 else { return nil }
    let written = range.map { bytes[$0] }
    guard written.contains(where: { $0 >= 0x80 }) else { return nil }
    let lowered = LetterCase.lower(written)
    guard let index = Self.smallNames.firstIndex(of: lowered) else { return nil }
    self = Self.allCases[index]
  }
}
