/// Sizes such as `10m` or `1.5 GiB`, in powers of 1024, as Docker reads them.
enum ByteSize {
  /// nil for what is no size.
  static func bytes(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard let separator = bytes.lastIndex(where: { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x20 }) else {
      return nil
    }
    let numberEnd = bytes[separator] == 0x20 ? separator : separator + 1
    guard let number = number(bytes[..<numberEnd]), number >= 0, number.isFinite else { return nil }
    guard let factor = factor(bytes[(separator + 1)...].map { $0 | 0x20 }) else { return nil }
    return Int64(exactly: (number * factor).rounded(.towardZero)) ?? Int64.min
  }

  private static func factor(_ suffix: [UInt8]) -> Double? {
    guard let first = suffix.first else { return 1 }
    if first == UInt8(ascii: "b") { return suffix.count == 1 ? 1 : nil }
    guard let power = Array("kmgtp".utf8).firstIndex(of: first) else { return nil }
    let rest = suffix.dropFirst()
    guard rest.isEmpty || rest.elementsEqual("b".utf8) || rest.elementsEqual("ib".utf8) else { return nil }
    return Double(1 << (10 * (UInt64(power) + 1)))
  }

  /// Digits with a point and an exponent; the words and hexadecimal forms that Double knows are none here.
  private static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    let isPlain = bytes.allSatisfy { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
    return isPlain ? Double(String(decoding: bytes, as: UTF8.self)) : nil
  }
}
