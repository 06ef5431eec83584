import Content
import Diagnostics

/// A YAML document that was parsed when the program was built.
package struct YAMLTree: Sendable {
  let root: YAMLNode

  fileprivate init(root: YAMLNode) {
    self.root = root
  }

  /// nil when the file is no YAML document, or one that must be parsed to tell what is wrong with it.
  init?(_ file: EmbeddedFile) {
    let root = file.withTree { bytes in
      var reader = TreeReader(bytes: bytes)
      return reader.node()
    }
    guard let root = root ?? nil else { return nil }
    self.root = root
  }
}

/// A document of which the items of one list at its root are read when they are asked for: to read all of them may take
/// longer than what they are for.
struct DeferredTree: Sendable {
  /// The items of the list hold some of their keys.
  let tree: YAMLTree
  private let file: EmbeddedFile
  private let offsets: [Int]

  init?(_ file: EmbeddedFile, list: String, keeping keys: Set<String>) {
    var offsets: [Int] = []
    let root = file.withTree { bytes in
      var reader = TreeReader(bytes: bytes)
      return reader.root(shortening: list, to: keys, &offsets)
    }
    guard let root = root ?? nil else { return nil }
    tree = YAMLTree(root: root)
    self.file = file
    self.offsets = offsets
  }

  /// A whole item of the list.
  func item(_ index: Int) -> YAMLNode? {
    guard offsets.indices.contains(index) else { return nil }
    let item = file.withTree { bytes in
      var reader = TreeReader(bytes: bytes, offset: offsets[index])
      return reader.node()
    }
    return item ?? nil
  }
}

/// Reads nodes as the generator of the target `Content` writes them.
private struct TreeReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0

  mutating func node() -> YAMLNode? {
    guard offset < bytes.count else { return nil }
    let kind = bytes[offset]
    offset += 1
    let position = SourcePosition(line: number(), column: number())
    let size = number()
    switch kind {
    case UInt8(ascii: "p"), UInt8(ascii: "q"):
      guard let text = text(size) else { return nil }
      return YAMLNode(position: position, content: .scalar(text, isPlain: kind == UInt8(ascii: "p")))
    case UInt8(ascii: "l"): return items(size).map { YAMLNode(position: position, content: .list($0)) }
    case UInt8(ascii: "m"): return pairs(size).map { YAMLNode(position: position, content: .mapping($0)) }
    default: return nil
    }
  }

  /// The root, whose list of a name has only some keys of its items; where these begin.
  mutating func root(shortening list: String, to keys: Set<String>, _ offsets: inout [Int]) -> YAMLNode? {
    guard let (kind, position, size) = header(), kind == UInt8(ascii: "m"), size <= bytes.count else { return nil }
    var pairs: [YAMLNode.Pair] = []
    for _ in 0..<size {
      guard let key = node() else { return nil }
      let value = key.plainText == list ? items(keeping: keys, &offsets) : node()
      guard let value else { return nil }
      pairs.append(YAMLNode.Pair(key: key, value: value))
    }
    return YAMLNode(position: position, content: .mapping(pairs))
  }

  private mutating func items(keeping keys: Set<String>, _ offsets: inout [Int]) -> YAMLNode? {
    guard let (kind, position, size) = header(), kind == UInt8(ascii: "l"), size <= bytes.count else { return nil }
    var items: [YAMLNode] = []
    for _ in 0..<size {
      offsets.append(offset)
      guard let (kind, position, count) = header(), kind == UInt8(ascii: "m") else { return nil }
      var pairs: [YAMLNode.Pair] = []
      for _ in 0..<count {
        guard let key = node() else { return nil }
        if let name = key.plainText, keys.contains(name) {
          guard let value = node() else { return nil }
          pairs.append(YAMLNode.Pair(key: key, value: value))
        } else {
          skip()
        }
      }
      items.append(YAMLNode(position: position, content: .mapping(pairs)))
    }
    return YAMLNode(position: position, content: .list(items))
  }

  private mutating func header() -> (kind: UInt8, position: SourcePosition, size: Int)? {
    guard offset < bytes.count else { return nil }
    offset += 1
    let kind = bytes[offset - 1]
    let position = SourcePosition(line: number(), column: number())
    return (kind, position, number())
  }

  /// Passes over a node with all that is in it.
  private mutating func skip() {
    var waiting = 1
    while waiting > 0, let (kind, _, size) = header() {
      waiting -= 1
      switch kind {
      case UInt8(ascii: "l"): waiting += size
      case UInt8(ascii: "m"): waiting += 2 * size
      default: offset = min(offset + size, bytes.count)
      }
    }
  }

  /// Digits, and the one byte that ends them.
  private mutating func number() -> Int {
    var number = 0
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      number = number &* 10 &+ Int(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    offset += 1
    return number
  }

  private mutating func text(_ size: Int) -> String? {
    guard offset <= bytes.count, size >= 0, size <= bytes.count - offset else { return nil }
    defer { offset += size }
    return String(decoding: bytes[offset..<offset + size], as: UTF8.self)
  }

  private mutating func items(_ count: Int) -> [YAMLNode]? {
    guard (0...bytes.count).contains(count) else { return nil }
    var items: [YAMLNode] = []
    items.reserveCapacity(count)
    for _ in 0..<count {
      guard let item = node() else { return nil }
      items.append(item)
    }
    return items
  }

  private mutating func pairs(_ count: Int) -> [YAMLNode.Pair]? {
    guard (0...bytes.count).contains(count) else { return nil }
    var pairs: [YAMLNode.Pair] = []
    pairs.reserveCapacity(count)
    for _ in 0..<count {
      guard let key = node(), let value = node() else { return nil }
      pairs.append(YAMLNode.Pair(key: key, value: value))
    }
    return pairs
  }
}
