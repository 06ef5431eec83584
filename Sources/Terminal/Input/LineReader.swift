import Glibc
package import Session

/// Reads lines from a descriptor that is no terminal. It neither prompts nor echoes.
package struct LineReader: LineSource {
  /// What is longer is cut: no command is.
  private static let longestLine = 4096

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  package init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  package mutating func next(prompt: Text, completions: @escaping @Sendable (String) -> [String]?) -> InputLine {
    var line: [UInt8] = []
    while let byte = nextByte() {
      if byte == UInt8(ascii: "\n") { return .line(text(line)) }
      if line.count < Self.longestLine { line.append(byte) }
    }
    return line.isEmpty ? .end : .line(text(line))
  }

  private func text(_ line: [UInt8]) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...], as: UTF8.self)
  }

  private mutating func nextByte() -> UInt8? {
    if position == buffer.count { fill() }
    guard position < buffer.count else { return nil }
    defer { position += 1 }
    return buffer[position]
  }

  private mutating func fill() {
    guard !isAtEnd else { return }
    var chunk = [UInt8](repeating: 0, count: 4096)
    var count = read(descriptor, &chunk, chunk.count)
    while count < 0, errno == EINTR { count = read(descriptor, &chunk, chunk.count) }
    isAtEnd = count <= 0
    buffer = Array(chunk.prefix(max(0, count)))
    position = 0
  }
}
