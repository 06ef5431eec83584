/// Upper and lower case one scalar at a time, as Go maps it: never a longer text.
enum LetterCase {
  static func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar }
    if scalar == 0x130 { return 0x69 }
    return single(scalar) { $0.lowercaseMapping }
  }

  static func upper(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar >= 0x61 && scalar <= 0x7A ? scalar & ~0x20 : scalar }
    return single(scalar) { $0.uppercaseMapping }
  }

  static func lower(_ bytes: some Collection<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    return string(scalars(of: bytes).map(lower))
  }

  static func upper(_ bytes: some Sequence<UInt8>) -> String { string(scalars(of: bytes).map(upper)) }

  private static func single(_ scalar: UInt32, _ mapping: (Unicode.Scalar.Properties) -> String) -> UInt32 {
    guard let found = Unicode.Scalar(scalar) else { return scalar }
    let mapped = mapping(found.properties).unicodeScalars
    guard let first = mapped.first, mapped.count == 1 else { return scalar }
    return first.value
  }

  private static func string(_ scalars: [UInt32]) -> String {
    var bytes: [UInt8] = []
    for scalar in scalars { bytes.append(scalar: scalar) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
