extension JSONWriter {
  /// A string that the closure writes in parts, with `append`.
  @inlinable
  @inline(__always)
  public mutating func string(_ parts: (inout JSONWriter) -> Void) {
    reserve(1)
    put(UInt8(ascii: "\""))
    parts(&self)
    reserve(2)
    put("\",")
  }

  /// A part of a string, of characters that need no escape.
  @inlinable
  public mutating func append(_ text: StaticString) {
    reserve(text.utf8CodeUnitCount)
    put(text)
  }

  /// A part of a string.
  ///
  /// Escaped are quotation marks, backslashes, and what a terminal that shows the text would obey: controls of one byte
  /// and of two, and those of the reading direction. Each byte that is part of no UTF-8 becomes U+FFFD.
  public mutating func append(utf8 text: UnsafeBufferPointer<UInt8>) {
    guard let bytes = text.baseAddress else { return }
    var index = 0
    while index < text.count {
      let end = min(text.count, index + Self.partLength)
      reserve(Self.room(for: end - index))
      index = append(bytes, from: index, upTo: end, count: text.count)
    }
  }

  /// As many bytes are looked at before there must be room again.
  static var partLength: Int { 1 << 12 }

  /// Room for so many bytes: each may become six, a character at the end may reach beyond it, and sixteen bytes are
  /// stored at a time.
  @inline(__always)
  static func room(for count: Int) -> Int { count * 6 + 24 }

  /// Appends the bytes up to an end, and the rest of a character that begins before it; gives the end of that.
  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, from start: Int, upTo end: Int, count total: Int) -> Int {
    var index = start
    // A pointer of its own: the writer's would be read anew after each byte.
    var target = next
    while index < end {
      let part = end - index < 16 ? Self.load(bytes + index, end - index) : Self.load(bytes + index)
      UnsafeMutableRawPointer(target).storeBytes(of: part, as: SIMD16<UInt8>.self)
      let plain = Self.plainBytes(part)
      index += plain
      target += plain
      guard plain < 16, index < end else { continue }
      let letter = Self.letter(toEscape: bytes[index])
      if letter != 0 {
        target[0] = UInt8(ascii: "\\")
        target[1] = letter
        target += 2
        index += 1
      } else {
        next = target
        index += appendSpecial(bytes + index, before: total - index)
        target = next
      }
    }
    next = target
    return index
  }

  @inline(__always)
  private static func load(_ bytes: UnsafePointer<UInt8>) -> SIMD16<UInt8> {
    UnsafeRawPointer(bytes).loadUnaligned(as: SIMD16<UInt8>.self)
  }

  /// One to fifteen bytes, and zeros behind them.
  @inline(__always)
  private static func load(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> SIMD16<UInt8> {
    var halves = SIMD2<UInt64>()
    if count < 8 {
      halves[0] = word(bytes, count)
    } else {
      halves[0] = UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
      if count > 8 { halves[1] = word(bytes + 8, count - 8) }
    }
    return unsafeBitCast(halves, to: SIMD16<UInt8>.self)
  }

  /// One to seven bytes, and zeros behind them, in two or three loads that may overlap.
  @inline(__always)
  private static func word(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    if count >= 4 {
      let first = UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
      let last = UInt32(littleEndian: UnsafeRawPointer(bytes + count - 4).loadUnaligned(as: UInt32.self))
      return (UInt64(first) | UInt64(last) << UInt64(truncatingIfNeeded: (count - 4) * 8)).littleEndian
    }
    let (middle, end) = (count / 2, count - 1)
    let word =
      UInt64(bytes[0]) | UInt64(bytes[middle]) << UInt64(truncatingIfNeeded: middle * 8)
      | UInt64(bytes[end]) << UInt64(truncatingIfNeeded: end * 8)
    return word.littleEndian
  }

  /// How many of sixteen bytes come before one that may not stand as it is.
  @inline(__always)
  private static func plainBytes(_ bytes: SIMD16<UInt8>) -> Int {
    // As signed numbers, those that are no ASCII are below the blank too.
    let bytes = unsafeBitCast(bytes, to: SIMD16<Int8>.self)
    let found =
      (bytes .< SIMD16<Int8>(repeating: 0x20)) .| (bytes .== SIMD16<Int8>(repeating: 0x22))
      .| (bytes .== SIMD16<Int8>(repeating: 0x5C)) .| (bytes .== SIMD16<Int8>(repeating: 0x7F))
    let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
    if halves[0] != 0 { return halves[0].littleEndian.trailingZeroBitCount >> 3 }
    return 8 + halves[1].littleEndian.trailingZeroBitCount >> 3
  }

  /// What stands for a byte behind a backslash; 0 for one that has no such letter.
  @inline(__always)
  private static func letter(toEscape byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case UInt8(ascii: "\n"): UInt8(ascii: "n")
    case UInt8(ascii: "\r"): UInt8(ascii: "r")
    case UInt8(ascii: "\t"): UInt8(ascii: "t")
    default: 0
    }
  }

  /// Writes one character that may not stand as it is, or that must be looked at; gives its bytes.
  @inline(never)
  private mutating func appendSpecial(_ bytes: UnsafePointer<UInt8>, before count: Int) -> Int {
    let byte = bytes[0]
    if byte < 0x80 {
      escape(code: UInt16(byte))
      return 1
    }
    let width = Self.characterWidth(bytes, before: count)
    guard width > 0 else {
      put("\u{FFFD}")
      return 1
    }
    if let code = Self.code(toEscape: bytes, width) {
      escape(code: code)
    } else {
      for offset in 0..<width { put(bytes[offset]) }
    }
    return width
  }

  private mutating func escape(code: UInt16) {
    put(#"\u"#)
    for shift in stride(from: 12, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: code >> UInt16(shift) & 15)
      put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }

  /// The number of a character that must be escaped though it is no ASCII; nil for the others.
  private static func code(toEscape bytes: UnsafePointer<UInt8>, _ width: Int) -> UInt16? {
    if width == 2 { return bytes[0] == 0xC2 && bytes[1] < 0xA0 ? UInt16(bytes[1]) : nil }
    guard width == 3, bytes[0] == 0xE2 else { return nil }
    switch (bytes[1], bytes[2]) {
    // U+200E, U+200F, U+202A to U+202E; U+2066 to U+2069
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9):
      return 0x2000 | UInt16(bytes[1] & 0x3F) << 6 | UInt16(bytes[2] & 0x3F)
    default: return nil
    }
  }

  /// The length of the character that begins here and is no ASCII; 0 where the bytes are none.
  private static func characterWidth(_ bytes: UnsafePointer<UInt8>, before count: Int) -> Int {
    let first = bytes[0]
    guard first >= 0xC2, first <= 0xF4 else { return 0 }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard width <= count else { return 0 }
    for offset in 1..<width where bytes[offset] & 0xC0 != 0x80 { return 0 }
    // Too long a form of a smaller number, half of a surrogate pair, a number beyond the last.
    switch (first, bytes[1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    default: return width
    }
  }
}
