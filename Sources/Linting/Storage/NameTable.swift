/// Names as small numbers, in the order of their first use.
struct NameTable: ~Copyable {
  /// Up to here a look at each name is the fastest.
  private static var smallest: Int { 8 }
  private static var largestKept: Int { 1 << 10 }

  /// A place for a name, by its hash.
  struct Slot {
    /// The name's number plus one; 0 for a free slot.
    let number: UInt32
    /// Names of different hashes aren't compared.
    let hash: UInt32
  }

  private(set) var names = Scratch<Bytes>()
  /// Empty while there are few names; else a power of two, half of them free at least.
  private var slots = Scratch<Slot>()

  var count: Int { names.count }

  /// Forgets all names.
  mutating func empty() {
    names.empty(keepingAtMost: Self.largestKept)
    slots.empty(keepingAtMost: Self.largestKept)
  }

  /// Makes room for so many names, so that the table needn't grow step by step.
  mutating func reserve(_ count: Int) {
    names.reserve(count)
    if count > Self.smallest { enlarge(for: count) }
  }

  @inline(__always)
  func find(_ name: Bytes) -> Int? {
    if slots.isEmpty {
      for index in 0..<names.count where names.base[index].equals(name) { return index }
      return nil
    }
    return find(name, Self.hash(name))
  }

  @inline(never)
  private func find(_ name: Bytes, _ hash: UInt32) -> Int? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots.base[slot].number != 0 {
      let found = slots.base[slot]
      if found.hash == hash, names.base[Int(found.number) - 1].equals(name) { return Int(found.number) - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of a name, a new one if need be. The name's bytes must stay where they are.
  mutating func insert(_ name: Bytes) -> Int {
    if slots.isEmpty, names.count < Self.smallest {
      if let index = find(name) { return index }
      names.append(name)
      return names.count - 1
    }
    if names.count * 2 >= slots.count { enlarge(for: names.count + 1) }
    let hash = Self.hash(name)
    if let index = find(name, hash) { return index }
    names.append(name)
    place(names.count - 1, hash)
    return names.count - 1
  }

  /// Slots for more than so many names.
  private mutating func enlarge(for count: Int) {
    var size = 32
    while size < count * 2 { size *= 2 }
    slots.truncate(to: 0)
    slots.append(Slot(number: 0, hash: 0), times: size)
    for index in 0..<names.count { place(index, Self.hash(names.base[index])) }
  }

  private mutating func place(_ index: Int, _ hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots.base[slot].number != 0 { slot = (slot + 1) & mask }
    slots.base[slot] = Slot(number: UInt32(truncatingIfNeeded: index + 1), hash: hash)
  }

  /// Seeded anew in each process, so that no file can know which names collide.
  private static let seed = UInt64.random(in: 1 ... .max) | 1

  private static func hash(_ name: Bytes) -> UInt32 {
    var hash = seed
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15 &+ (hash >> 29) }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
