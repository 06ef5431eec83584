/// The value of `--chmod`: octal, or symbolic as chmod(1) takes it.
package enum FileMode {
  /// What Docker says of a value that is no mode; nil for a good one.
  package static func problem(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    if let number = octal(bytes) {
      return number <= 0o7777 ? nil : range(text)
    }
    if let first = bytes.first, isDigit(first) { return range(text) }
    return isSymbolic(bytes) ? nil : "invalid syntax"
  }

  private static func range(_ text: String) -> String {
    "invalid chmod parameter: '\(text)'. it should be octal string and between 0 and 07777"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func octal(_ bytes: [UInt8]) -> UInt32? {
    guard !bytes.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x37, value <= UInt32.max >> 3 else { return nil }
      value = value << 3 | UInt32(byte - 0x30)
    }
    return value
  }

  /// Clauses with commas between them: `[augo]*` and then one or more of `[-+=][rstwXxugo]*`.
  private static func isSymbolic(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while true {
      while index < bytes.count, "augo".utf8.contains(bytes[index]) { index += 1 }
      repeat {
        guard index < bytes.count, "+-=".utf8.contains(bytes[index]) else { return false }
        index += 1
        while index < bytes.count, "rstwXxugo".utf8.contains(bytes[index]) { index += 1 }
        if index == bytes.count { return true }
      } while bytes[index] != UInt8(ascii: ",")
      index += 1
    }
  }
}
