import Diagnostics
import Yams

extension YAMLNode {
  /// A node that the document puts where another one stands, or may put elsewhere.
  struct Reference: Error {
    var position: SourcePosition?
  }

  /// The document in a text.
  ///
  /// - Parameter firstLine: how many lines of the file come before it.
  /// - Returns: nil for an empty document.
  /// - Throws: `YamlError`, or `Reference` for anchors and aliases.
  static func document(_ text: String, firstLine: Int) throws -> YAMLNode? {
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return nil }
    // The anchors of nodes live as long as their parser.
    return try withExtendedLifetime(parser) { try YAMLNode(root, firstLine: firstLine) }
  }

  private init(_ node: Node, firstLine: Int) throws(Reference) {
    let place = node.mark.map { SourcePosition(line: $0.line + firstLine, column: $0.column) }
    guard node.anchor == nil, let place else { throw Reference(position: place) }
    position = place
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let nodes):
      var items: [YAMLNode] = []
      for node in nodes { items.append(try YAMLNode(node, firstLine: firstLine)) }
      content = .list(items)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (key, value) in mapping {
        pairs.append(
          Pair(key: try YAMLNode(key, firstLine: firstLine), value: try YAMLNode(value, firstLine: firstLine))
        )
      }
      content = .mapping(pairs)
    case .alias: throw Reference(position: place)
    }
  }
}
