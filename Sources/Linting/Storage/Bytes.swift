import Glibc

/// A run of bytes that someone else keeps: the document, or the walk's own memory.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  static var none: Bytes { Bytes(start: nil, count: 0) }

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
  @inline(__always)
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count {
      let byte = self[index]
      guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == text.utf8Start[index] else { return false }
    }
    return true
  }

  /// No byte is part of a character beyond ASCII.
  var isASCII: Bool {
    var all: UInt8 = 0
    for byte in self { all |= byte }
    return all < 0x80
  }
}
