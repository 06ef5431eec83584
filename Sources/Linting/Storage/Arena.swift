/// Memory for bytes that are made during a walk and stay where they are until it is over.
///
/// What all words come to is limited: a few lines can ask for more than any machine has.
final class Arena {
  /// How many bytes may be made in all.
  private static let limit = 1 << 26
  private static let chunkSize = 4096

  private var chunks: [UnsafeMutablePointer<UInt8>] = []
  private var chunk: UnsafeMutablePointer<UInt8>?
  private var capacity = 0
  private var used = 0
  /// Where the text in the making begins.
  private var start = 0
  private var total = 0

  /// More was asked for than is allowed; what is made from then on is empty.
  private(set) var isExhausted = false

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }

  func append(_ byte: UInt8) {
    reserve(1)
    guard !isExhausted, let chunk else { return }
    chunk[used] = byte
    used += 1
  }

  func append(_ bytes: Bytes) {
    guard let first = bytes.baseAddress, !bytes.isEmpty else { return }
    reserve(bytes.count)
    guard !isExhausted, let chunk else { return }
    (chunk + used).initialize(from: first, count: bytes.count)
    used += bytes.count
  }

  /// Ends the text in the making.
  func finish() -> Bytes {
    guard !isExhausted, let chunk else { return Bytes(start: nil, count: 0) }
    let result = Bytes(start: chunk + start, count: used - start)
    total += result.count
    start = used
    return result
  }

  /// Forgets the text in the making.
  func cancel() { used = start }

  func keep(_ text: String) -> Bytes {
    var text = text
    text.withUTF8 { append($0) }
    return finish()
  }

  @inline(__always)
  private func reserve(_ count: Int) {
    if capacity - used < count { grow(count) }
  }

  private func grow(_ count: Int) {
    let length = used - start
    guard total + length + count <= Self.limit else {
      isExhausted = true
      return
    }
    let size = max(Self.chunkSize, 2 * (length + count))
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    if let chunk { larger.initialize(from: chunk + start, count: length) }
    chunks.append(larger)
    chunk = larger
    capacity = size
    used = length
    start = 0
  }
}
