import Yams

/// A YAML document as the program reads it without parsing: parsing the facts would take longer than all of grading.
///
/// Each node is a letter (`p` plain scalar, `q` other scalar, `l` list, `m` mapping), its line, its column and its
/// size, with a colon behind them; then the bytes of the scalar, the items of the list, or the keys and values of the
/// mapping. nil where the document is not valid or refers to other places of itself: the program parses it and tells
/// why.
func encodedTree(of bytes: [UInt8]) -> [UInt8]? {
  do {
    let parser = try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return nil }
    var tree: [UInt8] = []
    return withExtendedLifetime(parser) { append(root, to: &tree) } ? tree : nil
  } catch {
    return nil
  }
}

private func append(_ node: Node, to tree: inout [UInt8]) -> Bool {
  guard node.anchor == nil, let mark = node.mark else { return false }
  switch node {
  case .scalar(let scalar):
    let text = Array(scalar.string.utf8)
    tree += Array("\(scalar.style == .plain ? "p" : "q")\(mark.line) \(mark.column) \(text.count):".utf8) + text
    return true
  case .sequence(let items):
    tree += Array("l\(mark.line) \(mark.column) \(items.count):".utf8)
    return items.allSatisfy { append($0, to: &tree) }
  case .mapping(let pairs):
    tree += Array("m\(mark.line) \(mark.column) \(pairs.count):".utf8)
    return pairs.allSatisfy { append($0.key, to: &tree) && append($0.value, to: &tree) }
  case .alias: return false
  }
}
