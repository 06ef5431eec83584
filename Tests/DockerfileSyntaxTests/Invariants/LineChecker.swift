import Diagnostics
import DockerfileSyntax

/// The lines of a document are those of a plain reading: instructions, comments, directives, bodies of heredocs.
struct LineChecker {
  let document: Document
  let reading: LineReading
  private(set) var found: [String] = []

  init(document: Document, reading: LineReading) {
    self.document = document
    self.reading = reading
  }

  mutating func check() {
    checkDirectives()
    let isWhole = reading.stop == nil
    if isWhole ? document.nodes.count != reading.instructions.count : document.nodes.count < reading.instructions.count
    {
      found.append("\(document.nodes.count) nodes, \(reading.instructions.count) in a plain reading")
    }
    for (node, instruction) in zip(document.nodes, reading.instructions) { check(node, instruction) }
    if document.isCutOff && isWhole { found.append("cut off without a long line") }
  }

  private mutating func checkDirectives() {
    let read = document.directives.map { ($0.kind.rawValue, document.bytes($0.value.text).array, Int($0.line)) }
    let plain = reading.directives
    guard read.count == plain.count else {
      found.append("\(read.count) directives, \(plain.count) in a plain reading")
      return
    }
    for (left, right) in zip(read, plain) where left != right {
      found.append("directive \(left.0) = \(Document.shown(left.1)) in line \(left.2), \(right) in a plain reading")
    }
  }

  private mutating func check(_ node: Node, _ plain: LineReading.Instruction) {
    let text = document.bytes(node.original).array
    if text != plain.text {
      found.append("line \(plain.startLine): \(Document.shown(text)), plainly \(Document.shown(plain.text))")
    }
    let lines = (Int(node.startLine), Int(node.endLine))
    // Where the next line is too long, that one counts as read.
    if lines.0 != plain.startLine || lines.1 != plain.endLine {
      found.append("lines \(lines), plainly \(plain.startLine) to \(plain.endLine)")
    }
    let comments = document[node.comments].map { document.bytes($0).array }
    if comments != plain.comments {
      found.append("line \(plain.startLine): comments \(comments.map(Document.shown))")
    }
    let bodies = document[node.heredocs].map { $0.content }
    if bodies.contains(where: \.isDerived) || bodies.map(\.offsets) != plain.bodies {
      found.append("line \(plain.startLine): bodies at \(bodies.map(\.offsets)), plainly \(plain.bodies)")
    }
  }
}
