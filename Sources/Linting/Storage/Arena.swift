/// Memory for bytes that are made during a walk and stay where they are until it is over.
///
/// What all words come to is limited: a few lines can ask for more than any machine has.
struct Arena: ~Copyable {
  /// How many bytes may be made in all.
  private static var limit: Int { 1 << 26 }
  private static var chunkSize: Int { 1024 }
  /// A larger chunk isn't kept for the next walk.
  private static var largestKept: Int { 1 << 16 }

  private struct State {
    /// Those that are full.
    var chunks: [UnsafeMutablePointer<UInt8>] = []
    var chunk: UnsafeMutablePointer<UInt8>?
    var capacity = 0
    var used = 0
    /// Where the text in the making begins.
    var start = 0
    var total = 0
    var isExhausted = false

    mutating func free(keepingAtMost size: Int) {
      if !chunks.isEmpty {
        for chunk in chunks { chunk.deallocate() }
        chunks = []
      }
      guard capacity > size else { return }
      chunk?.deallocate()
      chunk = nil
      capacity = 0
    }
  }

  /// Behind a pointer: who expands a word reads the variables and makes new bytes at the same time.
  private let state: UnsafeMutablePointer<State>

  init() {
    state = .allocate(capacity: 1)
    state.initialize(to: State())
  }

  deinit {
    state.pointee.free(keepingAtMost: 0)
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// Forgets all bytes, and keeps some room for what comes next.
  mutating func empty() {
    state.pointee.free(keepingAtMost: Self.largestKept)
    state.pointee.used = 0
    state.pointee.start = 0
    state.pointee.total = 0
    state.pointee.isExhausted = false
  }

  /// More was asked for than is allowed; what is made from then on is empty.
  var isExhausted: Bool { state.pointee.isExhausted }

  @inline(__always)
  func append(_ bytes: Bytes) {
    guard let first = bytes.baseAddress, !bytes.isEmpty else { return }
    if state.pointee.capacity - state.pointee.used < bytes.count { grow(bytes.count) }
    guard !state.pointee.isExhausted, let chunk = state.pointee.chunk else { return }
    (chunk + state.pointee.used).initialize(from: first, count: bytes.count)
    state.pointee.used += bytes.count
  }

  /// Ends the text in the making.
  func finish() -> Bytes {
    guard !state.pointee.isExhausted, let chunk = state.pointee.chunk else { return .none }
    let result = Bytes(start: chunk + state.pointee.start, count: state.pointee.used - state.pointee.start)
    state.pointee.total += result.count
    state.pointee.start = state.pointee.used
    return result
  }

  /// Forgets the text in the making.
  func cancel() { state.pointee.used = state.pointee.start }

  func keep(_ text: String) -> Bytes {
    var text = text
    text.withUTF8 { append($0) }
    return finish()
  }

  @inline(never)
  private func grow(_ count: Int) {
    let length = state.pointee.used - state.pointee.start
    guard state.pointee.total + length + count <= Self.limit else {
      state.pointee.isExhausted = true
      return
    }
    let size = max(Self.chunkSize, 2 * (length + count))
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    if let chunk = state.pointee.chunk {
      larger.initialize(from: chunk + state.pointee.start, count: length)
      state.pointee.chunks.append(chunk)
    }
    state.pointee.chunk = larger
    state.pointee.capacity = size
    state.pointee.used = length
    state.pointee.start = 0
  }
}
