/// Times such as `1.5h2m`, as Go reads them.
enum GoDuration {
  static func nanoseconds(_ value: some Collection<UInt8>) throws(OptionError) -> Int64 {
    let bytes = Array(value)
    var index = 0
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      index = 1
    }
    if bytes[index...].elementsEqual([0x30]) { return 0 }
    guard index < bytes.count else { throw invalid(bytes) }
    var total: UInt64 = 0
    while index < bytes.count {
      total += try part(bytes, &index)
      guard total <= 1 << 63 else { throw invalid(bytes) }
    }
    if isNegative { return Int64(bitPattern: 0 &- total) }
    guard total < 1 << 63 else { throw invalid(bytes) }
    return Int64(total)
  }

  /// A number with its unit, at most 2^63.
  private static func part(_ bytes: [UInt8], _ index: inout Int) throws(OptionError) -> UInt64 {
    guard isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") else { throw invalid(bytes) }
    let start = index
    guard let whole = leadingNumber(bytes, &index) else { throw invalid(bytes) }
    var digits = index - start
    var fraction: (value: UInt64, scale: Double) = (0, 1)
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      let first = index
      fraction = leadingFraction(bytes, &index)
      digits += index - first
    }
    guard digits > 0 else { throw invalid(bytes) }
    let unit = try unit(bytes, &index)
    guard whole <= (1 << 63) / unit else { throw invalid(bytes) }
    var total = whole * unit
    if fraction.value > 0 { total += UInt64(Double(fraction.value) * (Double(unit) / fraction.scale)) }
    guard total <= 1 << 63 else { throw invalid(bytes) }
    return total
  }

  private static func leadingNumber(_ bytes: [UInt8], _ index: inout Int) -> UInt64? {
    var value: UInt64 = 0
    while index < bytes.count, isDigit(bytes[index]) {
      guard value <= (1 << 63) / 10 else { return nil }
      value = value * 10 + UInt64(bytes[index] - 0x30)
      guard value <= 1 << 63 else { return nil }
      index += 1
    }
    return value
  }

  /// Digits that no longer count are passed over.
  private static func leadingFraction(_ bytes: [UInt8], _ index: inout Int) -> (value: UInt64, scale: Double) {
    var value: UInt64 = 0
    var scale = 1.0
    var isFull = false
    while index < bytes.count, isDigit(bytes[index]) {
      let digit = UInt64(bytes[index] - 0x30)
      index += 1
      if isFull || value > (1 << 63 - 1) / 10 || value * 10 + digit > 1 << 63 {
        isFull = true
        continue
      }
      value = value * 10 + digit
      scale *= 10
    }
    return (value, scale)
  }

  private static func unit(_ bytes: [UInt8], _ index: inout Int) throws(OptionError) -> UInt64 {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "."), !isDigit(bytes[index]) { index += 1 }
    guard index > start else { throw OptionError("time: missing unit in duration \(quote(bytes))") }
    switch String(decoding: bytes[start..<index], as: UTF8.self) {
    case "ns": return 1
    case "us", "\u{B5}s", "\u{3BC}s": return 1_000
    case "ms": return 1_000_000
    case "s": return 1_000_000_000
    case "m": return 60_000_000_000
    case "h": return 3_600_000_000_000
    default:
      throw OptionError("time: unknown unit \(quote(bytes[start..<index])) in duration \(quote(bytes))")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func invalid(_ bytes: [UInt8]) -> OptionError {
    OptionError("time: invalid duration \(quote(bytes))")
  }

  /// Go's time package has a way of its own to quote: everything beyond ASCII byte by byte.
  private static func quote(_ bytes: some Sequence<UInt8>) -> String {
    var result: [UInt8] = [0x22]
    for byte in bytes {
      if byte >= 0x80 || byte < 0x20 {
        result += Array("\\x".utf8)
        appendHexadecimal(UInt32(byte), digits: 2, to: &result)
      } else {
        if byte == 0x22 || byte == 0x5C { result.append(0x5C) }
        result.append(byte)
      }
    }
    return String(decoding: result + [0x22], as: UTF8.self)
  }
}
