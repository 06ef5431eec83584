import Diagnostics
import DockerfileSyntax

extension InspectionPrinter {
  func writeGlobalArgument(_ index: Int, to writer: inout JSONWriter) {
    let node = memory.nodes[index]
    guard case .arg(let pairs) = memory.instructions[index] else { return }
    writer.object { writer in
      writer.member("start", Int(node.startLine))
      writer.member("end", Int(node.endLine))
      writeArguments(pairs, node, to: &writer)
    }
  }

  func write(_ stage: StageSyntax, index: Int, _ printed: [PrintedNode], to writer: inout JSONWriter) {
    let node = memory.nodes[stage.instructions.lowerBound]
    writer.object { writer in
      writer.member("index", index)
      member("name", stage.name, to: &writer)
      member("baseName", stage.from.base, to: &writer)
      writer.key("platform")
      write(stage.from.platform, to: &writer)
      member("origCmd", node.keyword, to: &writer)
      writeComment(about: stage.name, node, to: &writer)
      writer.member("start", Int(node.startLine))
      writer.member("end", Int(node.endLine))
      writer.key("commands")
      writer.array { writer in
        for index in stage.instructions.dropFirst() {
          write(memory.instructions[index], memory.nodes[index], printed[index], to: &writer)
        }
      }
    }
  }

  /// `ARG NAME=value` with what a comment above says about the name.
  func writeArguments(_ list: Pairs, _ node: Node, to writer: inout JSONWriter) {
    writer.key("args")
    writer.array { writer in
      for pair in memory.pairs[list.pairs] {
        writer.object { writer in
          member("key", pair.name, to: &writer)
          writer.key("value")
          if let value = pair.value { write(value.text, to: &writer) } else { writer.null() }
          writeComment(about: pair.name.text, node, to: &writer)
        }
      }
    }
  }

  /// What a comment line that begins with a name says about it.
  private func writeComment(about name: Text, _ node: Node, to writer: inout JSONWriter) {
    writer.key("doc")
    guard !name.isEmpty else { return writer.value(literal: "") }
    let name = bytes(name)
    for comment in memory.comments[node.comments] {
      let comment = bytes(comment)
      if comment.count > name.count, comment[name.count] == UInt8(ascii: " "), comment.starts(with: name) {
        return writer.value(utf8: UnsafeBufferPointer(rebasing: comment[(name.count + 1)...]))
      }
    }
    writer.value(literal: "")
  }
}
