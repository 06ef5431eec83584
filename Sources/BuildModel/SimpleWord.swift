import DockerfileSyntax

/// A word as most are: ASCII text that stands for itself, with `$NAME` and `${NAME}` in it; the whole may stand in
/// quotes. What is more than that is left to Docker's whole grammar.
struct SimpleWord {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let escape: UInt8

  init(_ bytes: UnsafeBufferPointer<UInt8>, escape: UInt8) {
    self.bytes = bytes
    self.escape = escape
  }

  /// The text of a word in which nothing has a meaning; nil for another.
  var plainText: String? {
    for byte in bytes {
      guard byte < 0x80, byte != UInt8(ascii: "$"), !isSpecial(byte) else { return nil }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with the values of variables in it; nil for a word that is not simple.
  func text(with variables: some VariableLookup) -> String? {
    guard let content else { return nil }
    var isPlain = true
    for byte in content {
      guard byte < 0x80, !isSpecial(byte) else { return nil }
      if byte == UInt8(ascii: "$") { isPlain = false }
    }
    return isPlain ? String(decoding: content, as: UTF8.self) : expanded(content, variables)
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == escape || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  /// What stands in double quotes around the whole word, or the word.
  private var content: Slice<UnsafeBufferPointer<UInt8>>? {
    guard bytes.first == UInt8(ascii: "\"") else { return bytes[...] }
    return bytes.count > 1 && bytes.last == UInt8(ascii: "\"") ? bytes[1..<bytes.count - 1] : nil
  }

  private func expanded(_ content: Slice<UnsafeBufferPointer<UInt8>>, _ variables: some VariableLookup) -> String? {
    var text = ""
    var start = content.startIndex
    while let dollar = content[start...].firstIndex(of: UInt8(ascii: "$")) {
      text += String(decoding: content[start..<dollar], as: UTF8.self)
      let isBraced = dollar + 1 < content.endIndex && content[dollar + 1] == UInt8(ascii: "{")
      let name = name(in: content, from: dollar + (isBraced ? 2 : 1))
      guard !name.isEmpty else { return nil }
      if isBraced {
        guard name.upperBound < content.endIndex, content[name.upperBound] == UInt8(ascii: "}") else { return nil }
      }
      text += variables.value(of: String(decoding: content[name], as: UTF8.self)) ?? ""
      // Docker has bounds for what variables may make of a word.
      guard text.utf8.count <= 1 << 16 else { return nil }
      start = name.upperBound + (isBraced ? 1 : 0)
    }
    return text + String(decoding: content[start...], as: UTF8.self)
  }

  /// Letters, digits and underscores that do not begin with a digit; empty where there is no such name.
  private func name(in content: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Range<Int> {
    var end = start
    while end < content.endIndex, Self.isOfName(content[end]) { end += 1 }
    return end > start && !Self.isDigit(content[start]) ? start..<end : start..<start
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func isOfName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") || isDigit(byte) || byte == UInt8(ascii: "_")
  }
}
