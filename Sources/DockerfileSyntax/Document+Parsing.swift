import Diagnostics

extension Document {
  /// The size from which on a file is refused, so that every offset into it and into what is derived from it fits.
  public static let sizeLimit = 1 << 28

  /// Reads the bytes of a Dockerfile. Nothing makes it fail: `problems` says what Docker would refuse.
  ///
  /// For many files, a ``DocumentReader`` saves the set-up of each.
  public init(parsing bytes: [UInt8]) {
    var reader = DocumentReader()
    self = reader.read(bytes)
  }
}

/// Reads one Dockerfile after the other with the same working memory.
public struct DocumentReader: ~Copyable {
  private var parser = Parser()

  /// A reader that has read nothing yet.
  public init() {}

  /// Reads the bytes of a Dockerfile. Nothing makes it fail: `Document.problems` says what Docker would refuse.
  public mutating func read(_ bytes: [UInt8]) -> Document {
    parser.reset()
    guard bytes.count < Document.sizeLimit else {
      let message = "the file has \(bytes.count) bytes, more than can be read"
      parser.report(.reading, message, line: -1, at: SourceRange(0, 0))
      return Document(.sealed(&parser, source: [], text: UnsafeBufferPointer(start: nil, count: 0)))
    }
    return bytes.withUnsafeBufferPointer { text in
      parser.parse(text)
      return Document(.sealed(&parser, source: bytes, text: text))
    }
  }
}
