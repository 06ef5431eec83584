import DockerfileSyntax

/// What a draft's text must be read as.
struct Truth {
  struct Node: Equatable {
    var keyword: [UInt8] = []
    var kind: Keyword?
    var original: [UInt8] = []
    var flags: [Flag] = []
    var arguments: [[UInt8]] = []
    var isJSON = false
    var heredocs: [Heredoc] = []
    var comments: [[UInt8]] = []
    var lines = 0...0
    /// The instruction behind an ONBUILD.
    var sub: [Node] = []
  }

  struct Flag: Equatable {
    var name: [UInt8]
    var value: [UInt8]?
  }

  struct Heredoc: Equatable {
    var name: [UInt8]
    var expands: Bool
    var chomps: Bool
    var content: [UInt8]
  }

  struct Problem: Equatable {
    var phase: SyntaxProblem.Phase
    var line: Int
  }

  var escape = UInt8(ascii: "\\")
  var directives: [[UInt8]] = []
  var nodes: [Node] = []
  /// How Docker would order them.
  var problems: [Problem] = []
  /// The last lines of instructions with empty lines in them.
  var warnings: [Int] = []
}

extension Truth {
  /// Where a document says something else.
  func differences(from document: Document) -> [String] {
    var found: [String] = []
    if document.escape != escape { found.append("escape") }
    let directives = document.directives.map { document.bytes($0.value.text).array }
    if directives != self.directives { found.append("directives \(directives.map(Document.shown))") }
    if document.nodes.count != nodes.count { found.append("\(document.nodes.count) nodes, \(nodes.count) written") }
    for (read, node) in zip(document.nodes.map({ Node($0, in: document) }), nodes) where read != node {
      found.append("read \(read)\n  written \(node)")
    }
    let problems = document.problems.map { Problem(phase: $0.phase, line: $0.dockerLine) }
    if problems != self.problems { found.append("problems \(problems), written \(self.problems)") }
    let warnings = document.warnings.map(\.dockerLine)
    if warnings != self.warnings { found.append("warnings in \(warnings), written \(self.warnings)") }
    return found + TypedTruth(document).differences(from: nodes)
  }
}

extension Truth.Node: CustomStringConvertible {
  /// What was read.
  init(_ node: Node, in document: Document, isSub: Bool = false) {
    keyword = document.bytes(node.keyword.text).array
    kind = node.kind
    original = document.bytes(node.original).array
    flags = document[node.flags].map { flag in
      Truth.Flag(name: document.bytes(flag.name.text).array, value: flag.value.map { document.bytes($0.text).array })
    }
    arguments = document[node.arguments].map { document.bytes($0.text).array }
    isJSON = node.isJSON
    heredocs = document[node.heredocs].map { heredoc in
      let name = document.bytes(heredoc.name.text).array
      let content = document.bytes(heredoc.content).array
      return Truth.Heredoc(name: name, expands: heredoc.expands, chomps: heredoc.chomps, content: content)
    }
    comments = document[node.comments].map { document.bytes($0).array }
    lines = isSub ? 0...0 : Int(node.startLine)...Int(node.endLine)
    if node.sub >= 0 { sub = [Self(document.subnodes[Int(node.sub)], in: document, isSub: true)] }
  }

  var description: String {
    let flags = flags.map { "\(Document.shown($0.name))=\($0.value.map(Document.shown) ?? "nil")" }
    let heredocs = heredocs.map {
      "\(Document.shown($0.name)) \($0.expands) \($0.chomps) \(Document.shown($0.content))"
    }
    return "\(Document.shown(keyword)) \(lines) \(flags) \(arguments.map(Document.shown)) \(isJSON) \(heredocs) "
      + "\(comments.map(Document.shown)) \(Document.shown(original)) \(sub)"
  }
}
