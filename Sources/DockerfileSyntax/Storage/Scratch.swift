import Glibc

/// A growing table of plain values without an owner to share it with, so that an append costs a comparison and a store.
///
/// It keeps its room when it is emptied: a reader fills the same tables for each document.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = capacity
    base = Self.allocate(capacity)
  }

  deinit {
    free(base)
  }

  private static func allocate(_ capacity: Int) -> UnsafeMutablePointer<Element> {
    resized(nil, to: capacity)
  }

  /// The C library moves large memory without copying it, and hands it over the same way.
  private static func resized(
    _ memory: UnsafeMutablePointer<Element>?,
    to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let found = realloc(memory, max(capacity, 1) * MemoryLayout<Element>.stride) else {
      fatalError("out of memory")
    }
    return found.bindMemory(to: Element.self, capacity: capacity)
  }

  @inline(__always)
  var isEmpty: Bool { count == 0 }

  /// What the table holds; good until the next change.
  @inline(__always)
  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return base[index]
    }
    set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      base[index] = newValue
    }
  }

  /// A part of the table; good until the next change.
  @inline(__always)
  subscript(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  subscript(_ run: Run32<Element>) -> UnsafeBufferPointer<Element> { self[run.indices] }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  /// Appends what lies elsewhere, never in the table itself.
  @inline(__always)
  mutating func append(contentsOf elements: UnsafeBufferPointer<Element>) {
    guard let start = elements.baseAddress else { return }
    if capacity - count < elements.count { grow(to: count + elements.count) }
    (base + count).initialize(from: start, count: elements.count)
    count += elements.count
  }

  /// Appends a copy of a part of the table.
  mutating func append(copyOf range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    if capacity - count < range.count { grow(to: count + range.count) }
    (base + count).initialize(from: base + range.lowerBound, count: range.count)
    count += range.count
  }

  @inline(__always)
  mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count)
    count = newCount
  }

  mutating func reserve(_ minimum: Int) {
    if minimum > capacity { grow(to: minimum) }
  }

  /// Gives back the room of an unusually large document.
  mutating func empty(keepingAtMost limit: Int) {
    count = 0
    guard capacity > limit else { return }
    free(base)
    capacity = limit
    base = Self.allocate(limit)
  }

  /// Bytes for all elements, and to align the first one.
  var size: Int { count * MemoryLayout<Element>.stride + MemoryLayout<Element>.alignment }

  /// The elements in memory of just their size, which whoever takes it has to free; the table is empty afterwards.
  mutating func handOver() -> UnsafeMutablePointer<Element> {
    let elements = Self.resized(base, to: count)
    count = 0
    capacity = 1
    base = Self.allocate(1)
    return elements
  }

  @inline(never)
  private mutating func grow(to minimum: Int) {
    capacity = max(minimum, capacity * 2)
    base = Self.resized(base, to: capacity)
  }
}

extension Scratch where Element == UInt8 {
  /// Appends a range of other bytes at once.
  @inline(__always)
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Appends a scalar in UTF-8; what is none becomes U+FFFD.
  mutating func append(scalar value: UInt32) {
    if value < 0x80 { return append(UInt8(truncatingIfNeeded: value)) }
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }
}
