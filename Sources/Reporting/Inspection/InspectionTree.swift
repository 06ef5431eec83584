import Diagnostics
package import DockerfileSyntax

/// The instructions of a Dockerfile as a tree for people: places, flags, words, heredocs.
package struct InspectionTree {
  private let document: Document
  private let lines: LineTable
  private var text = ""

  private init(_ document: Document) {
    self.document = document
    lines = LineTable(bytes: Array(document.source))
  }

  package static func text(_ document: Document) -> String {
    var tree = InspectionTree(document)
    for directive in document.directives {
      tree.add(0, "# \(directive.kind.rawValue) = ", directive.value.text, at: directive.value.range)
    }
    for node in document.nodes { tree.add(node, depth: 0) }
    for problem in document.problems { tree.add(0, "refused: \(Printable.line(problem.message))", at: problem.range) }
    return tree.text
  }

  private mutating func add(_ node: Node, depth: Int) {
    add(depth, "", node.keyword.text, at: node.range)
    for flag in document[node.flags] {
      let value = flag.value.map { "=\(Printable.line(document.string($0)))" } ?? ""
      add(depth + 1, "flag --\(Printable.line(document.string(flag.name)))\(value)", at: flag.range)
    }
    for word in document[node.arguments] where node.kind != nil {
      add(depth + 1, node.isJSON ? "json " : "word ", word.text, at: word.range)
    }
    for heredoc in document[node.heredocs] {
      let size = heredoc.content.offsets.count
      let name = Printable.line(document.string(heredoc.name))
      add(depth + 1, "heredoc \(name), \(size) bytes", at: document.range(of: heredoc.content))
    }
    if node.sub >= 0 { add(document.subnodes[Int(node.sub)], depth: depth + 1) }
  }

  private mutating func add(_ depth: Int, _ label: String, _ content: Text, at range: SourceRange) {
    add(depth, label + Printable.line(document.string(content)), at: range)
  }

  /// A line of the tree: the place first, so that places stand in one column.
  private mutating func add(_ depth: Int, _ label: String, at range: SourceRange) {
    let start = lines.position(at: range.offsets.lowerBound)
    let end = lines.position(at: range.offsets.upperBound)
    let place = "\(start.line):\(start.column)-\(end.line):\(end.column)"
    let padding = String(repeating: " ", count: max(1, 16 - place.utf8.count))
    text += "\(place)\(padding)\(String(repeating: "  ", count: depth))\(label)\n"
  }
}
