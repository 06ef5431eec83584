/// The bytes of a file and the name under which people know it.
public struct SourceFile: Sendable {
  /// How people call it: a path as they gave it, or `-`.
  public let path: String
  /// What is in it, UTF-8 or not.
  public let bytes: [UInt8]

  /// A source of any bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A source of a text.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text in a range; bytes that are not UTF-8 become U+FFFD, a range past the end is cut.
  public func text(in range: SourceRange) -> String {
    String(decoding: bytes[range.offsets.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
