/// The last bytes of a stream, however much comes.
struct OutputTail: Sendable {
  private let limit: Int
  private var kept: [UInt8] = []
  private var isCut = false

  init(limit: Int) {
    self.limit = limit
  }

  /// Shortens only when twice the limit has come together, so that many small pieces cost no more than one large one.
  mutating func append(_ piece: UnsafeRawBufferPointer) {
    kept += piece.suffix(limit)
    isCut = isCut || piece.count > limit
    if kept.count > 2 * limit { shorten() }
  }

  /// What is left, from the start of a line on.
  var bytes: [UInt8] {
    var tail = self
    tail.shorten()
    guard tail.isCut, let end = tail.kept.firstIndex(of: UInt8(ascii: "\n")) else { return tail.kept }
    return Array(tail.kept[(end + 1)...])
  }

  private mutating func shorten() {
    guard kept.count > limit else { return }
    kept.removeFirst(kept.count - limit)
    isCut = true
  }

  /// The lines that are not blank, without white space at their ends. Progress that overwrites itself is a line each.
  static func lines(of bytes: [UInt8]) -> [String] {
    bytes.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.compactMap { line in
      let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let last = line.lastIndex(where: { !isBlank($0) }) else { return nil }
      return String(decoding: line[...last], as: UTF8.self)
    }
  }
}
