/// Numbers and truth values as Go's strconv reads them.
enum GoNumber {
  /// A decimal number of 32 bits with an optional sign.
  static func int32(_ bytes: some Collection<UInt8>) throws(OptionError) -> Int {
    let digits = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    let limit = isNegative ? 1 << 31 : 1 << 31 - 1
    var value = 0
    guard !digits.isEmpty else { throw error(bytes, "invalid syntax") }
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { throw error(bytes, "invalid syntax") }
      value = value * 10 + Int(byte - 0x30)
      guard value <= UInt32.max else { throw error(bytes, "value out of range") }
    }
    guard value <= limit else { throw error(bytes, "value out of range") }
    return isNegative ? -value : value
  }

  /// A number of 32 bits without a sign; nil when it is none.
  static func unsigned(_ text: String, radix: UInt32) -> UInt32? {
    guard !text.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in text.utf8 {
      guard byte >= 0x30, UInt32(byte - 0x30) < radix else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: radix)
      let (sum, carry) = product.addingReportingOverflow(UInt32(byte - 0x30))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }

  static func bool(_ text: String) -> Bool? {
    switch text {
    case "1", "t", "T", "TRUE", "true", "True": true
    case "0", "f", "F", "FALSE", "false", "False": false
    default: nil
    }
  }

  private static func error(_ bytes: some Collection<UInt8>, _ reason: String) -> OptionError {
    OptionError("strconv.ParseInt: parsing \(quoted(bytes)): \(reason)")
  }
}
