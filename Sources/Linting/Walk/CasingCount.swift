import DockerfileSyntax

/// How many keywords are written in small letters, in capitals, or in both.
struct CasingCount {
  private var small = 0
  private var large = 0
  private var mixed = 0

  /// Small letters are the majority only when there are more of them.
  var isSmallMajority: Bool { small > large }

  /// There is something to say.
  var isMixed: Bool { mixed > 0 || (small > 0 && large > 0) }

  @inline(__always)
  mutating func count(_ keyword: Bytes) {
    switch Casing(keyword) {
    case .small: small += 1
    case .large: large += 1
    case .mixed: mixed += 1
    }
  }
}

/// How a keyword is written.
enum Casing {
  case small, large, mixed

  /// The bit that tells small letters from capitals; keywords have letters alone.
  @inline(__always)
  init(_ keyword: Bytes) {
    var all: UInt8 = 0xFF
    var any: UInt8 = 0
    for byte in keyword {
      all &= byte
      any |= byte
    }
    if any & 0x80 != 0 {
      self = Self.wide(keyword)
    } else {
      self = all & 0x20 != 0 ? .small : any & 0x20 == 0 ? .large : .mixed
    }
  }

  /// U+212A and U+0130 can stand in a keyword.
  private static func wide(_ keyword: Bytes) -> Casing {
    if DockerText.lower(keyword).utf8.elementsEqual(keyword) { return .small }
    return DockerText.upper(keyword).utf8.elementsEqual(keyword) ? .large : .mixed
  }
}
