import Glibc

/// Where the bytes go. What writes without looking has made room before.
extension JSONWriter {
  /// Makes room for so many bytes more.
  @inlinable
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  @usableFromInline
  @inline(never)
  mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    memory = Self.resized(memory, to: capacity)
  }

  static func resized(_ memory: UnsafeMutablePointer<UInt8>?, to capacity: Int) -> UnsafeMutablePointer<UInt8> {
    guard let new = realloc(memory, capacity) else { preconditionFailure("no memory for \(capacity) bytes of JSON") }
    return new.assumingMemoryBound(to: UInt8.self)
  }

  /// A byte for which there is room.
  @inlinable
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    memory[count] = byte
    count += 1
  }

  /// A text for which there is room.
  @inlinable
  @inline(__always)
  mutating func put(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    (memory + count).update(from: text.utf8Start, count: length)
    count += length
  }

  /// The comma before the next value, for which there is room.
  @inlinable
  @inline(__always)
  mutating func separate() {
    if needsComma { put(UInt8(ascii: ",")) }
  }

  @inlinable
  @inline(__always)
  mutating func open(_ bracket: UInt8) {
    reserve(2)
    separate()
    put(bracket)
    needsComma = false
  }

  @inlinable
  @inline(__always)
  mutating func close(_ bracket: UInt8) {
    reserve(1)
    put(bracket)
    needsComma = true
  }

  /// A word of JSON.
  @inlinable
  @inline(__always)
  mutating func raw(_ word: StaticString) {
    reserve(word.utf8CodeUnitCount + 1)
    separate()
    put(word)
    needsComma = true
  }

  @usableFromInline
  mutating func value(number: Int) {
    reserve(24)
    separate()
    if number < 0 { put(UInt8(ascii: "-")) }
    var (rest, length) = (number.magnitude, 1)
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    rest = number.magnitude
    for index in (0..<length).reversed() {
      memory[count + index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
    needsComma = true
  }
}
