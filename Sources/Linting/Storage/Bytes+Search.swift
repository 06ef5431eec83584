/// What words are looked through for, sixteen bytes at a time: there are several in each line.
extension UnsafeBufferPointer<UInt8> {
  /// Has `$`, a quote, a possible escape or a byte beyond ASCII: as a word it must be expanded.
  @inline(__always)
  var needsExpansion: Bool {
    holds { part in
      let isSpecial =
        (part .== Part(repeating: 0x24)) .| (part .== Part(repeating: 0x22)) .| (part .== Part(repeating: 0x27))
        .| (part .== Part(repeating: 0x5C)) .| (part .== Part(repeating: 0x60))
      return isSpecial .| (part .< Part(repeating: 0))
    }
  }

  /// Has `:` or `?`: it may be a URL.
  @inline(__always)
  var mayBeRemote: Bool {
    holds { part in (part .== Part(repeating: 0x3A)) .| (part .== Part(repeating: 0x3F)) }
  }

  /// Has a capital or a byte beyond ASCII: its small letters may be others.
  @inline(__always)
  var mayHaveCapitals: Bool {
    holds { part in
      ((part .> Part(repeating: 0x40)) .& (part .< Part(repeating: 0x5B))) .| (part .< Part(repeating: 0))
    }
  }

  /// Sixteen bytes; those beyond ASCII are negative.
  private typealias Part = SIMD16<Int8>

  /// Whether a test finds something in one of the parts; bytes of zero, which fill up short texts, must not be found.
  @inline(__always)
  private func holds(_ test: (Part) -> SIMDMask<Part>) -> Bool {
    guard count >= 16 else { return isEmpty ? false : Self.isAny(test(shortPart)) }
    var found = test(part(at: 0))
    var index = 16
    while index < count {
      // The last part begins before the end of the one before.
      found = found .| test(part(at: Swift.min(index, count - 16)))
      index += 16
    }
    return Self.isAny(found)
  }

  @inline(__always)
  private static func isAny(_ mask: SIMDMask<Part>) -> Bool {
    let halves = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    return halves[0] | halves[1] != 0
  }

  @inline(__always)
  private func part(at index: Int) -> Part { load(index) }

  /// One to fifteen bytes, some of them twice, and zeros.
  @inline(__always)
  private var shortPart: Part {
    var halves = SIMD2<UInt64>()
    if count >= 8 {
      halves[0] = load(0)
      halves[1] = load(count - 8)
    } else if count >= 4 {
      let (first, last): (UInt32, UInt32) = (load(0), load(count - 4))
      halves[0] = UInt64(first) << 32 | UInt64(last)
    } else {
      halves[0] = UInt64(self[0]) << 16 | UInt64(self[count / 2]) << 8 | UInt64(self[count - 1])
    }
    return unsafeBitCast(halves, to: Part.self)
  }

  @inline(__always)
  private func load<Value: BitwiseCopyable>(_ offset: Int) -> Value {
    UnsafeRawPointer(baseAddress.unsafelyUnwrapped + offset).loadUnaligned(as: Value.self)
  }
}
