/// One scalar of a run of bytes; a byte that belongs to none stands alone as U+FFFD.
struct DecodedScalar {
  let value: UInt32
  let width: Int
  let isValid: Bool
}

/// Decodes as Go does: an ill-formed sequence costs one byte at a time, whatever follows.
func decodeScalar(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> DecodedScalar {
  let first = bytes[index]
  if first < 0x80 { return DecodedScalar(value: UInt32(first), width: 1, isValid: true) }
  let broken = DecodedScalar(value: 0xFFFD, width: 1, isValid: false)
  guard first >= 0xC2, first <= 0xF4 else { return broken }
  let count = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  guard index + count <= end else { return broken }
  var value = UInt32(first) & (count == 2 ? 0x1F : count == 3 ? 0x0F : 0x07)
  for offset in 1..<count {
    let byte = bytes[index + offset]
    guard byte & 0xC0 == 0x80 else { return broken }
    value = value << 6 | UInt32(byte & 0x3F)
  }
  let smallest: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
  guard value >= smallest, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return broken }
  return DecodedScalar(value: value, width: count, isValid: true)
}

/// How many bytes the character at an index has: what a lexer steps over after an escape.
@inline(__always)
func characterWidth(_ bytes: Span<UInt8>, at index: Int, before end: Int) -> Int {
  bytes[index] < 0x80 ? 1 : decodeScalar(bytes, at: index, before: end).width
}

extension Array where Element == UInt8 {
  /// Appends a scalar in UTF-8; what is none becomes U+FFFD.
  mutating func append(scalar value: UInt32) {
    if value < 0x80 {
      append(UInt8(truncatingIfNeeded: value))
    } else if let scalar = Unicode.Scalar(value) {
      append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    } else {
      append(contentsOf: UTF8.encodedReplacementCharacter)
    }
  }
}

/// Bytes as scalars, each that can't be decoded as U+FFFD.
func scalars(of bytes: some Sequence<UInt8>) -> [UInt32] {
  let bytes = Array(bytes)
  var result: [UInt32] = []
  result.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let scalar = decodeScalar(bytes.span, at: index, before: bytes.count)
    result.append(scalar.value)
    index += scalar.width
  }
  return result
}

/// Bytes as text in which each one that can't be decoded is U+FFFD.
func text(of bytes: some Sequence<UInt8>) -> String {
  var result: [UInt8] = []
  for scalar in scalars(of: bytes) { result.append(scalar: scalar) }
  return String(decoding: result, as: UTF8.self)
}
