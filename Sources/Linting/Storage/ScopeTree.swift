/// The variables of every stage: a stage begins with those of its base and adds its own, and thousands of stages may
/// begin with the same thousands of variables. So they are persistent trees of sixteen branches, in which a change
/// copies only the way to it.
struct ScopeTree: ~Copyable {
  /// The variables at one place; nothing in it at first.
  struct Root {
    fileprivate var node: UInt32 = 0
    fileprivate var levels: UInt32 = 0

    var isEmpty: Bool { node == 0 }
  }

  private static var largestKept: Int { 1 << 12 }

  /// Sixteen slots for each node; node 0 is an empty one and stands for all that is missing.
  private var slots = Scratch<UInt32>(capacity: 256)
  /// Nodes from here on belong to the stage at work and may change.
  private var firstOwn: UInt32 = 0

  init() { addEmptyNode() }

  /// Forgets all nodes.
  mutating func empty() {
    firstOwn = 0
    if slots.count == 16 { return }
    slots.empty(keepingAtMost: Self.largestKept)
    addEmptyNode()
  }

  private mutating func addEmptyNode() {
    slots.append(0, times: 16)
  }

  /// From here on nothing changes that was made before.
  mutating func seal() { firstOwn = UInt32(truncatingIfNeeded: slots.count / 16) }

  /// 0 for a name without a value.
  @inline(__always)
  func value(of name: Int, at root: Root) -> Int {
    guard root.node != 0, name >> (4 * Int(root.levels)) == 0 else { return 0 }
    var node = Int(root.node)
    var level = Int(root.levels) - 1
    while true {
      let value = Int(slots.base[node * 16 + (name >> (4 * level)) & 15])
      if level == 0 { return value }
      node = value
      level -= 1
    }
  }

  mutating func set(_ value: Int, for name: Int, at root: inout Root) {
    while root.levels == 0 || name >> (4 * Int(root.levels)) != 0 {
      let below = root.node
      root.levels += 1
      guard below != 0 else { continue }
      root.node = add(copyOf: 0)
      slots.base[Int(root.node) * 16] = below
    }
    root.node = own(root.node)
    var node = Int(root.node)
    for level in stride(from: Int(root.levels) - 1, to: 0, by: -1) {
      let slot = node * 16 + (name >> (4 * level)) & 15
      let child = own(slots.base[slot])
      slots.base[slot] = child
      node = Int(child)
    }
    slots.base[node * 16 + name & 15] = UInt32(truncatingIfNeeded: value)
  }

  @inline(__always)
  private mutating func own(_ node: UInt32) -> UInt32 {
    node >= firstOwn && node != 0 ? node : add(copyOf: Int(node))
  }

  private mutating func add(copyOf node: Int) -> UInt32 {
    let new = slots.count
    slots.reserve(new + 16)
    slots.append(contentsOf: slots[node * 16..<node * 16 + 16])
    return UInt32(truncatingIfNeeded: new / 16)
  }

  /// All values, in no order that means something.
  func values(at root: Root) -> [Int] {
    guard root.node != 0 else { return [] }
    var found: [Int] = []
    var open = [(node: Int(root.node), level: Int(root.levels) - 1)]
    while let (node, level) = open.popLast() {
      for slot in node * 16..<node * 16 + 16 where slots[slot] != 0 {
        if level == 0 { found.append(Int(slots[slot])) } else { open.append((Int(slots[slot]), level - 1)) }
      }
    }
    return found
  }
}
