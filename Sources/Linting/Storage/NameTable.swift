/// Names as small numbers, in the order of their first use.
struct NameTable {
  /// Up to here a look at each name is the fastest.
  private static let smallest = 8

  private(set) var names: [Bytes] = []
  /// Numbers plus one by hash, 0 for a free slot; empty while there are few names.
  private var slots: [UInt32] = []

  var count: Int { names.count }

  func find(_ name: Bytes) -> Int? {
    if slots.isEmpty {
      for index in names.indices where names[index].equals(name) { return index }
      return nil
    }
    var slot = Self.hash(name) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if names[index].equals(name) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a name, a new one if need be. The name's bytes must stay where they are.
  mutating func insert(_ name: Bytes) -> Int {
    if let index = find(name) { return index }
    if names.isEmpty { names.reserveCapacity(Self.smallest) }
    names.append(name)
    if names.count > Self.smallest {
      if names.count * 2 > slots.count { rehash() } else { place(names.count - 1) }
    }
    return names.count - 1
  }

  private mutating func rehash() {
    slots = [UInt32](repeating: 0, count: max(32, slots.count * 2))
    for index in names.indices { place(index) }
  }

  private mutating func place(_ index: Int) {
    var slot = Self.hash(names[index]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(truncatingIfNeeded: index + 1)
  }

  /// Seeded anew in each process, so that no file can know which names collide.
  private static let seed = UInt64.random(in: 1 ... .max) | 1

  private static func hash(_ name: Bytes) -> Int {
    var hash = seed
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 &+ (hash >> 29) }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0x7FFF_FFFF)
  }
}
