/// Values by name, byte for byte: what is known about programs and options is asked for at every word of a script.
///
/// Open addressing over a cheap hash: all names are known when the table is made, and texts that are looked up only
/// read it.
@frozen
public struct NamedValues<Value: Sendable>: Sendable {
  @frozen @usableFromInline
  struct Entry: Sendable {
    @usableFromInline let hash: UInt64
    @usableFromInline let name: [UInt8]
    @usableFromInline let value: Value

    @inlinable
    init(hash: UInt64, name: [UInt8], value: Value) {
      self.hash = hash
      self.name = name
      self.value = value
    }
  }
  @usableFromInline let entries: [Entry]
  /// Places of entries, counted from 1; 0 is free. Their number is a power of two.
  @usableFromInline let slots: [UInt16]

  /// A table of values by name.
  @inlinable
  public init(_ values: [String: Value]) {
    var count = 8
    while count < values.count * 2 { count *= 2 }
    precondition(count <= 1 << 16, "more names than anybody lists")
    var entries: [Entry] = []
    var slots = [UInt16](repeating: 0, count: count)
    for (name, value) in values {
      let bytes = Array(name.utf8)
      let hash = bytes.withUnsafeBufferPointer { hashOfName($0) }
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      entries.append(Entry(hash: hash, name: bytes, value: value))
      slots[slot] = UInt16(entries.count)
    }
    self.entries = entries
    self.slots = slots
  }

  /// The value of a name; nil for one that the table does not have.
  @inlinable
  public subscript(name: String) -> Value? {
    withBytes(of: name) { self[$0] }
  }

  /// The value of a name that is given by its bytes.
  @inlinable
  public subscript(name: UnsafeBufferPointer<UInt8>) -> Value? {
    let hash = hashOfName(name)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if entries[place].hash == hash, entries[place].name.elementsEqual(name) { return entries[place].value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

/// FNV-1a, and a last mix so that the low bits depend on all.
@inlinable
public func hashOfName(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  return hash ^ (hash >> 29)
}

/// The bytes of a text, which lie in one piece.
@inlinable
public func withBytes<Result>(of text: String, _ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
  var text = text
  return text.withUTF8(read)
}
