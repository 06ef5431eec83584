import Diagnostics
import DockerfileSyntax

extension Inspection {
  func writeGlobalArgument(_ index: Int, to writer: inout JSONWriter) {
    let node = document.nodes[index]
    guard case .arg(let pairs) = document.instructions[index] else { return }
    writer.object { writer in
      writer.member("start", Int(node.startLine))
      writer.member("end", Int(node.endLine))
      writeArguments(pairs, node, to: &writer)
    }
  }

  func write(_ stage: StageSyntax, index: Int, to writer: inout JSONWriter) {
    let node = document.nodes[stage.instructions.lowerBound]
    writer.object { writer in
      writer.member("index", index)
      writer.member("name", document.name(of: stage))
      writer.member("baseName", document.string(stage.from.base))
      writer.member("platform", stage.from.platform.map { document.string($0) } ?? "")
      writer.member("origCmd", document.string(node.keyword))
      writer.member("doc", comment(about: document.name(of: stage), node))
      writer.member("start", Int(node.startLine))
      writer.member("end", Int(node.endLine))
      writer.key("commands")
      writer.array { writer in
        for index in stage.instructions.dropFirst() {
          write(document.instructions[index], document.nodes[index], to: &writer)
        }
      }
    }
  }

  /// `ARG NAME=value` with what a comment above says about the name.
  func writeArguments(_ pairs: Pairs, _ node: Node, to writer: inout JSONWriter) {
    writer.key("args")
    writer.array { writer in
      for pair in document[pairs.pairs] {
        let name = document.string(pair.name)
        writer.object { writer in
          writer.member("key", name)
          writer.member("value", pair.value.map { document.string($0) })
          writer.member("doc", comment(about: name, node))
        }
      }
    }
  }

  /// What a comment line that begins with a name says about it.
  private func comment(about name: String, _ node: Node) -> String {
    guard !name.isEmpty else { return "" }
    for comment in document[node.comments] {
      let text = document.string(comment)
      if text.utf8.starts(with: "\(name) ".utf8) {
        return String(decoding: text.utf8.dropFirst(name.utf8.count + 1), as: UTF8.self)
      }
    }
    return ""
  }
}
