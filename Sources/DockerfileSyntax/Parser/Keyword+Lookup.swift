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

  /// The one keyword that a word of this length can be, if any, by its first letters.
  @inline(__always)
  private static func candidate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Candidate? {
    let initial = bytes[range.lowerBound] | 0x20
    switch range.count {
    case 3:
      switch initial {
      case UInt8(ascii: "r"): return Candidate(.run, "run")
      case UInt8(ascii: "e"): return Candidate(.env, "env")
      case UInt8(ascii: "c"): return Candidate(.cmd, "cmd")
      default:
        return bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "r") ? Candidate(.arg, "arg") : Candidate(.add, "add")
      }
    case 4:
      switch initial {
      case UInt8(ascii: "f"): return Candidate(.from, "from")
      case UInt8(ascii: "c"): return Candidate(.copy, "copy")
      default: return Candidate(.user, "user")
      }
    case 5: return initial == UInt8(ascii: "l") ? Candidate(.label, "label") : Candidate(.shell, "shell")
    case 6: return initial == UInt8(ascii: "e") ? Candidate(.expose, "expose") : Candidate(.volume, "volume")
    case 7: return initial == UInt8(ascii: "w") ? Candidate(.workdir, "workdir") : Candidate(.onbuild, "onbuild")
    case 10:
      switch initial {
      case UInt8(ascii: "e"): return Candidate(.entrypoint, "entrypoint")
      case UInt8(ascii: "m"): return Candidate(.maintainer, "maintainer")
      default: return Candidate(.stopsignal, "stopsignal")
      }
    case 11: return Candidate(.healthcheck, "healthcheck")
    default: return nil
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
