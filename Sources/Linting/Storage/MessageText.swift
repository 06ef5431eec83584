import DockerfileSyntax

/// The words of findings in the making.
typealias MessageText = Scratch<UInt8>

extension Scratch<UInt8> {
  @inline(__always)
  mutating func append(_ text: StaticString) { append(contentsOf: Bytes(text)) }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// As Docker shows it.
  @inline(never)
  mutating func append(shown bytes: Bytes) {
    if bytes.isASCII { append(contentsOf: bytes) } else { append(DockerText.string(bytes)) }
  }

  /// In double quotes, with escapes for what can't be shown.
  @inline(never)
  mutating func append(quoted bytes: Bytes) {
    var isPlain = true
    for byte in bytes {
      isPlain = isPlain && byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
    guard isPlain else { return append(DockerText.quoted(bytes)) }
    append(UInt8(ascii: "\""))
    append(contentsOf: bytes)
    append(UInt8(ascii: "\""))
  }
}
