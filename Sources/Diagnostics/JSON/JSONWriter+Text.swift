extension JSONWriter {
  /// A string that the closure writes in parts, with `append`.
  @inlinable
  @inline(__always)
  public mutating func string(_ parts: (inout JSONWriter) -> Void) {
    reserve(2)
    separate()
    put(UInt8(ascii: "\""))
    parts(&self)
    reserve(1)
    put(UInt8(ascii: "\""))
    needsComma = true
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

  /// Room for so many bytes: each may become six, a character at the end may reach beyond it, and eight bytes are
  /// stored at a time.
  @inline(__always)
  static func room(for count: Int) -> Int { count * 6 + 16 }

  /// Appends the bytes up to an end, and the rest of a character that begins before it; gives the end of that.
  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, from start: Int, upTo end: Int, count total: Int) -> Int {
    var index = start
    while true {
      // Through a pointer of its own: the writer's would be read anew after each byte.
      var target = memory + count
      while end - index >= 8 {
        let word = UnsafeRawPointer(bytes + index).loadUnaligned(as: UInt64.self)
        UnsafeMutableRawPointer(target).storeBytes(of: word, as: UInt64.self)
        let plain = Self.plainBytes(UInt64(littleEndian: word))
        index += plain
        target += plain
        if plain < 8 { break }
      }
      while index < end, Self.isPlain(bytes[index]) {
        target.pointee = bytes[index]
        target += 1
        index += 1
      }
      count = target - memory
      guard index < end else { return index }
      index += appendSpecial(bytes + index, before: total - index)
    }
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x20 < 0x5F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// How many of eight bytes, the lowest first, come before one that may not stand as it is.
  ///
  /// Each term has the highest bit of a byte set where that is below 0x20, a quotation mark, a backslash, 0x7F or no
  /// ASCII; a borrow can only set one above the first.
  @inline(__always)
  private static func plainBytes(_ word: UInt64) -> Int {
    let (ones, high) = (0x0101_0101_0101_0101 as UInt64, 0x8080_8080_8080_8080 as UInt64)
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let delete = word ^ (ones &* 0x7F)
    let found =
      ((word &- ones &* 0x20) & ~word) | ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash)
      | ((delete &- ones) & ~delete) | word
    return (found & high).trailingZeroBitCount >> 3
  }

  /// Writes one character that may not stand as it is, or that must be looked at; gives its bytes.
  @inline(never)
  private mutating func appendSpecial(_ bytes: UnsafePointer<UInt8>, before count: Int) -> Int {
    let byte = bytes[0]
    if byte < 0x80 {
      escape(byte)
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

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): put(#"\""#)
    case UInt8(ascii: "\\"): put(#"\\"#)
    case UInt8(ascii: "\n"): put(#"\n"#)
    case UInt8(ascii: "\r"): put(#"\r"#)
    case UInt8(ascii: "\t"): put(#"\t"#)
    default: escape(code: UInt16(byte))
    }
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
