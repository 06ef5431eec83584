import Glibc

/// A run of bytes that someone else keeps: the document, or the walk's own memory.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  @inline(__always)
  func equals(_ other: Bytes) -> Bool {
    guard count == other.count else { return false }
    guard count > 0, let left = baseAddress, let right = other.baseAddress else { return true }
    return left[0] == right[0] && memcmp(left, right, count) == 0
  }

  @inline(__always)
  func equals(_ text: StaticString) -> Bool { equals(Bytes(text)) }

  /// The same in any case; `text` is in small letters.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count {
      let byte = self[index]
      guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == text.utf8Start[index] else { return false }
    }
    return true
  }
}

/// What the bytes of a word have in them.
struct ByteTraits: OptionSet {
  let rawValue: UInt8

  /// `$`, a quote, a possible escape, a byte beyond ASCII: the word must be expanded.
  static let expands = ByteTraits(rawValue: 1)
  /// `:` or `?`: it may be a URL.
  static let remote = ByteTraits(rawValue: 2)

  /// A bit for each ASCII character, those below 64 and those above.
  private static let low: UInt64 = 1 << 0x24 | 1 << 0x22 | 1 << 0x27
  private static let high: UInt64 = 1 << (0x5C - 64) | 1 << (0x60 - 64)
  private static let lowRemote: UInt64 = 1 << 0x3A | 1 << 0x3F

  /// Looks at each byte once.
  @inline(__always)
  init(_ bytes: Bytes) {
    var expands: UInt64 = 0
    var remote: UInt64 = 0
    for byte in bytes {
      let shift = UInt64(byte & 63)
      if byte < 64 {
        expands |= Self.low >> shift
        remote |= Self.lowRemote >> shift
      } else {
        expands |= (Self.high >> shift) | UInt64(byte >> 7)
      }
    }
    rawValue = UInt8(truncatingIfNeeded: expands & 1 | (remote & 1) << 1)
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
