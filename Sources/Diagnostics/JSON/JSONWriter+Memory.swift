import Glibc

/// Where the bytes go. What writes without looking has made room before.
///
/// Each value is followed by a comma, which the closing bracket takes the place of: so nothing has to know whether
/// something comes before it.
extension JSONWriter {
  /// Makes room for so many bytes more.
  @inlinable
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if limit - next < more { grow(by: more) }
  }

  @usableFromInline
  @inline(never)
  mutating func grow(by more: Int) {
    let count = next - start
    let capacity = max((limit - start) * 2, count + more)
    start = Self.resized(start, to: capacity)
    next = start + count
    limit = start + capacity
  }

  static func resized(_ memory: UnsafeMutablePointer<UInt8>?, to capacity: Int) -> UnsafeMutablePointer<UInt8> {
    guard let new = realloc(memory, capacity) else { preconditionFailure("no memory for \(capacity) bytes of JSON") }
    return new.assumingMemoryBound(to: UInt8.self)
  }

  /// A byte for which there is room.
  @inlinable
  @inline(__always)
  mutating func put(_ byte: UInt8) {
    next.pointee = byte
    next += 1
  }

  /// A text for which there is room.
  @inlinable
  @inline(__always)
  mutating func put(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    next.initialize(from: text.utf8Start, count: length)
    next += length
  }

  @inlinable
  @inline(__always)
  var endsInComma: Bool { next > start && next[-1] == UInt8(ascii: ",") }

  @inlinable
  @inline(__always)
  mutating func open(_ bracket: UInt8) {
    reserve(3)
    put(bracket)
  }

  /// Closes what `open` has opened, and made room for.
  @inlinable
  @inline(__always)
  mutating func close(_ bracket: UInt8) {
    reserve(2)
    if next[-1] == UInt8(ascii: ",") { next -= 1 }
    put(bracket)
    put(UInt8(ascii: ","))
  }

  /// A word of JSON.
  @inlinable
  @inline(__always)
  mutating func raw(_ word: StaticString) {
    reserve(word.utf8CodeUnitCount)
    put(word)
  }

  @usableFromInline
  mutating func value(number: Int) {
    reserve(24)
    if number >= 0, number < 100 {
      let (tens, ones) = UInt8(truncatingIfNeeded: number).quotientAndRemainder(dividingBy: 10)
      if tens > 0 { put(UInt8(ascii: "0") + tens) }
      put(UInt8(ascii: "0") + ones)
      return put(UInt8(ascii: ","))
    }
    if number < 0 { put(UInt8(ascii: "-")) }
    var (rest, length) = (number.magnitude, 1)
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    rest = number.magnitude
    for index in (0..<length).reversed() {
      next[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    next += length
    put(UInt8(ascii: ","))
  }
}
