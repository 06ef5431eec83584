import Diagnostics
import DockerfileSyntax

extension Inspection {
  func write(_ node: Node, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("keyword", document.string(node.keyword))
      writer.member("start", Int(node.startLine))
      writer.member("end", Int(node.endLine))
      writer.member("original", document.string(node.original))
      writer.key("flags")
      writer.array { writer in
        for flag in document[node.flags] { writer.value(written(flag)) }
      }
      writer.member("args", arguments(node))
      writer.member("json", node.isJSON)
      writer.key("heredocs")
      writer.array { writer in
        for heredoc in document[node.heredocs] { write(heredoc, to: &writer) }
      }
      writer.member("prevComment", document[node.comments].map { document.string($0) })
      if node.sub >= 0 {
        writer.key("sub")
        write(document.subnodes[Int(node.sub)], to: &writer)
      }
    }
  }

  private func written(_ flag: Flag) -> String {
    let name = document.string(flag.name)
    guard let value = flag.value else { return "--\(name)" }
    return "--\(name)=\(document.string(value))"
  }

  /// Docker's parser divides the pairs of ENV and LABEL into name, value and sign.
  private func arguments(_ node: Node) -> [String] {
    let words = document.strings(node.arguments)
    guard node.kind == .env || node.kind == .label, let first = words.first else { return words }
    guard first.utf8.contains(UInt8(ascii: "=")) else { return words + [""] }
    return words.flatMap { word in
      let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) ?? word.endIndex
      return [String(word[..<equals]), String(word[equals...].dropFirst()), "="]
    }
  }

  private func write(_ heredoc: Heredoc, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", document.string(heredoc.name))
      writer.member("fd", Int(clamping: heredoc.fileDescriptor))
      writer.member("expand", heredoc.expands)
      writer.member("chomp", heredoc.chomps)
      writer.member("content", document.string(heredoc.content))
    }
  }
}
