import Glibc

/// Writes JSON in the order in which it is told, without blanks; commas come by themselves.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object {
///   $0.member("name", "builder")
///   $0.key("lines")
///   $0.array { $0.value(3) }
/// }
/// ```
///
/// It writes into memory of its own, so that a value costs one look at the room that is left.
public struct JSONWriter: ~Copyable {
  /// The first byte that was written.
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  /// Where the next byte goes. A comma before it belongs to what may follow.
  @usableFromInline var next: UnsafeMutablePointer<UInt8>
  /// The end of the memory.
  @usableFromInline var limit: UnsafeMutablePointer<UInt8>

  /// A writer that has written nothing.
  public init() {
    let capacity = 1 << 12
    start = Self.resized(nil, to: capacity)
    next = start
    limit = start + capacity
  }

  deinit { free(start) }

  /// What was written so far; always UTF-8.
  public var bytes: [UInt8] { withBytes { Array($0) } }

  /// Calls a closure with what was written so far, without a copy; nothing may keep the pointer.
  public func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try body(UnsafeBufferPointer(start: start, count: next - start - (endsInComma ? 1 : 0)))
  }

  /// Forgets what was written, and keeps the memory for what comes next.
  public mutating func removeAll() {
    next = start
  }

  /// An object with the members that the closure writes.
  @inlinable
  @inline(__always)
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// An array with the values that the closure writes.
  @inlinable
  @inline(__always)
  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    elements(&self)
    close(UInt8(ascii: "]"))
  }

  /// The name of the member whose value comes next, of characters that need no escape.
  @inlinable
  @inline(__always)
  public mutating func key(_ name: StaticString) {
    reserve(name.utf8CodeUnitCount + 3)
    put(UInt8(ascii: "\""))
    put(name)
    put("\":")
  }

  /// The same for a name of any characters.
  public mutating func key(text name: String) {
    value(name)
    next[-1] = UInt8(ascii: ":")
  }

  /// A string, or null.
  public mutating func value(_ text: String?) {
    guard let text else { return null() }
    text.utf8.span.withUnsafeBufferPointer { value(utf8: $0) }
  }

  /// A string of characters that need no escape.
  @inlinable
  @inline(__always)
  public mutating func value(literal text: StaticString) {
    reserve(text.utf8CodeUnitCount + 3)
    put(UInt8(ascii: "\""))
    put(text)
    put("\",")
  }

  /// A string from bytes; each byte that is part of no UTF-8 becomes U+FFFD.
  public mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
    guard text.count <= Self.partLength, let bytes = text.baseAddress else { return string { $0.append(utf8: text) } }
    // The same at once: most strings are short.
    reserve(Self.room(for: text.count) + 3)
    put(UInt8(ascii: "\""))
    _ = append(bytes, from: 0, upTo: text.count, count: text.count)
    put("\",")
  }

  /// A string from bytes; each byte that is part of no UTF-8 becomes U+FFFD.
  public mutating func value(utf8 text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { value(utf8: $0) }
  }

  /// A whole number, or null.
  @inlinable
  @inline(__always)
  public mutating func value(_ number: Int?) {
    guard let number else { return null() }
    value(number: number)
  }

  /// `true` or `false`.
  @inlinable
  @inline(__always)
  public mutating func value(_ flag: Bool) {
    if flag { raw("true,") } else { raw("false,") }
  }

  /// `null`.
  @inlinable
  @inline(__always)
  public mutating func null() {
    raw("null,")
  }

  /// Strings in an array, or null.
  public mutating func value(_ texts: [String]?) {
    guard let texts else { return null() }
    array { writer in
      for text in texts { writer.value(text) }
    }
  }

  /// Where the next byte goes.
  public var position: Int { next - start }

  /// Once more what was written between two positions: a value, or some members.
  public mutating func repeated(_ written: Range<Int>) {
    precondition(written.upperBound <= position)
    reserve(written.count)
    next.initialize(from: start + written.lowerBound, count: written.count)
    next += written.count
    // What was the last of its object or array ends in the bracket that took its comma's place.
    if !written.isEmpty { next[-1] = UInt8(ascii: ",") }
  }

  /// A line feed between documents of a line each.
  public mutating func endLine() {
    reserve(1)
    if endsInComma { next -= 1 }
    put(UInt8(ascii: "\n"))
  }
}

// Nothing is shared: the memory has one owner.
extension JSONWriter: @unchecked Sendable {}

extension JSONWriter {
  /// A member that is a string, or null.
  @inlinable
  public mutating func member(_ name: StaticString, _ text: String?) {
    key(name)
    value(text)
  }

  /// A member that is a string of characters that need no escape.
  @inlinable
  @inline(__always)
  public mutating func member(_ name: StaticString, literal text: StaticString) {
    key(name)
    value(literal: text)
  }

  /// A member that is a whole number, or null.
  @inlinable
  @inline(__always)
  public mutating func member(_ name: StaticString, _ number: Int?) {
    key(name)
    value(number)
  }

  /// A member that is `true` or `false`.
  @inlinable
  @inline(__always)
  public mutating func member(_ name: StaticString, _ flag: Bool) {
    key(name)
    value(flag)
  }

  /// A member that is an array of strings, or null.
  @inlinable
  public mutating func member(_ name: StaticString, _ texts: [String]?) {
    key(name)
    value(texts)
  }
}
