import Content
import Diagnostics

/// A YAML document that was parsed when the program was built.
package struct YAMLTree: Sendable {
  let root: YAMLNode

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
