/// `algorithm:hexadecimal`, the content address of an image or a download.
enum ImageDigest {
  /// `[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[[:xdigit:]]{32,}`, as an image reference may hold it.
  static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let colon = bytes.firstIndex(UInt8(ascii: ":"), in: range) else { return false }
    var isFirst = true
    for byte in bytes[range.lowerBound..<colon] {
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      if isFirst {
        guard isLetter else { return false }
        isFirst = false
      } else if byte == 0x2D || byte == 0x5F || byte == 0x2B || byte == 0x2E {
        isFirst = true
      } else if !isLetter, !(byte >= 0x30 && byte <= 0x39) {
        return false
      }
    }
    let encoded = bytes[colon + 1..<range.upperBound]
    return !isFirst && encoded.count >= 32 && encoded.allSatisfy { isHexadecimal($0) }
  }

  /// What Docker says of a digest that it can't verify anything with; nil for a good one.
  static func problem(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String? {
    let malformed = "invalid checksum digest format"
    guard let colon = bytes.firstIndex(UInt8(ascii: ":"), in: range), colon > range.lowerBound,
      colon + 1 < range.upperBound
    else { return malformed }
    let algorithm = range.lowerBound..<colon
    let encoded = bytes[colon + 1..<range.upperBound]
    let lengths: [(StaticString, Int)] = [("sha256", 64), ("sha384", 96), ("sha512", 128)]
    guard let known = lengths.first(where: { bytes.equals($0.0, in: algorithm) }) else {
      return isGeneral(bytes, algorithm, encoded) ? "unsupported digest algorithm" : malformed
    }
    if encoded.count != known.1 { return "invalid checksum digest length" }
    return encoded.allSatisfy { isLowerHexadecimal($0) } ? nil : malformed
  }

  /// `[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[a-zA-Z0-9=_-]+`: the form of any algorithm.
  private static func isGeneral(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ algorithm: Range<Int>,
    _ encoded: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    var isFirst = true
    for byte in bytes[algorithm] {
      if (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) {
        isFirst = false
      } else if !isFirst, byte == 0x2E || byte == 0x2B || byte == 0x5F || byte == 0x2D {
        isFirst = true
      } else {
        return false
      }
    }
    return !isFirst
      && encoded.allSatisfy { byte in
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x3D || byte == 0x5F
          || byte == 0x2D
      }
  }

  static func isLowerHexadecimal(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66)
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isLowerHexadecimal(byte) || (byte >= 0x41 && byte <= 0x46)
  }
}
