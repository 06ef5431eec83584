import Diagnostics
import DockerfileSyntax

/// A document in a few words, so that a row of a table can say what is expected.
struct Outline {
  let document: Document

  init(_ text: String) { document = Document(parsing: Array(text.utf8)) }

  init(_ bytes: [UInt8]) { document = Document(parsing: bytes) }

  /// `RUN 2-3 --network=none |npm ci|`: keyword, lines, flags, words between bars, heredocs.
  var nodes: [String] { document.nodes.map(describe) }

  var problems: [String] { document.problems.map { "\($0.dockerLine): \($0.dockerMessage)" } }

  /// What the first problem points at.
  var culprit: String? {
    document.problems.first.map { String(decoding: document.source[$0.range.offsets], as: UTF8.self) }
  }

  private func describe(_ node: Node) -> String {
    var parts = [document.string(node.keyword), "\(node.startLine)-\(node.endLine)"]
    for flag in document[node.flags] {
      let value = flag.value.map { "=\(document.string($0))" } ?? ""
      parts.append("--\(document.string(flag.name))\(value)")
    }
    if node.isJSON { parts.append("json") }
    if !node.arguments.isEmpty { parts.append("|\(document.strings(node.arguments).joined(separator: "|"))|") }
    for heredoc in document[node.heredocs] {
      let sign = (heredoc.chomps ? "-" : "") + (heredoc.expands ? "" : "'")
      parts.append("<<\(sign)\(document.string(heredoc.name))=\(document.string(heredoc.content).debugDescription)")
    }
    if node.sub >= 0 { parts.append("[\(describe(document.subnodes[Int(node.sub)]))]") }
    return parts.joined(separator: " ")
  }
}
