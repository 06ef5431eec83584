import Glibc

/// A growing table of plain values that keeps its room when it is emptied: a walk fills the same tables for each
/// document.
///
/// The parser has one of its own. To share one, it would have to be public: generic code is made fast only within its
/// module.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 16) {
    self.capacity = capacity
    base = Self.resized(nil, to: capacity)
  }

  deinit { free(base) }

  private static func resized(
    _ memory: UnsafeMutablePointer<Element>?,
    to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    guard let found = realloc(memory, capacity * MemoryLayout<Element>.stride) else { fatalError("out of memory") }
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
  subscript(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

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

  /// Appends the same value so many times.
  mutating func append(_ element: Element, times: Int) {
    reserve(count + times)
    (base + count).initialize(repeating: element, count: times)
    count += times
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
  @inline(__always)
  mutating func empty(keepingAtMost limit: Int) {
    count = 0
    if capacity > limit { shrink(to: limit) }
  }

  @inline(never)
  private mutating func shrink(to limit: Int) {
    free(base)
    capacity = limit
    base = Self.resized(nil, to: limit)
  }

  @inline(never)
  private mutating func grow(to minimum: Int) {
    capacity = max(minimum, capacity * 2)
    base = Self.resized(base, to: capacity)
  }
}
