import Diagnostics
import DockerfileSyntax
import Glibc

extension InspectionPrinter {
  func write(_ node: Node, to writer: inout JSONWriter) {
    writer.object { writer in
      member("keyword", node.keyword, to: &writer)
      writer.member("start", Int(node.startLine))
      writer.member("end", Int(node.endLine))
      member("original", node.original, to: &writer)
      writer.key("flags")
      writer.array { writer in
        for flag in flags[node.flags] { write(flag, to: &writer) }
      }
      writeArguments(of: node, to: &writer)
      writer.member("json", node.isJSON)
      writer.key("heredocs")
      writer.array { writer in
        for heredoc in heredocs[node.heredocs] { write(heredoc, to: &writer) }
      }
      writer.key("prevComment")
      writer.array { writer in
        for comment in comments[node.comments] { write(comment, to: &writer) }
      }
      if node.sub >= 0 {
        writer.key("sub")
        write(document.subnodes[Int(node.sub)], to: &writer)
      }
    }
  }

  /// `--name=value`, whatever quotes it was written with.
  private func write(_ flag: Flag, to writer: inout JSONWriter) {
    writer.string { writer in
      writer.append("--")
      writer.append(utf8: bytes(flag.name.text))
      if let value = flag.value {
        writer.append("=")
        writer.append(utf8: bytes(value.text))
      }
    }
  }

  /// Docker's parser divides the pairs of ENV and LABEL into name, value and sign.
  private func writeArguments(of node: Node, to writer: inout JSONWriter) {
    let run = node.arguments
    guard node.kind == .env || node.kind == .label, !run.isEmpty else { return member("args", run, to: &writer) }
    let hasSigns = Self.sign(in: bytes(words[run.indices.lowerBound].text)) != nil
    writer.key("args")
    writer.array { writer in
      for word in words[run] {
        if hasSigns { Self.writePair(bytes(word.text), to: &writer) } else { write(word.text, to: &writer) }
      }
      if !hasSigns { writer.value(literal: "") }
    }
  }

  private static func writePair(_ bytes: UnsafeBufferPointer<UInt8>, to writer: inout JSONWriter) {
    let sign = sign(in: bytes) ?? bytes.count
    writer.value(utf8: UnsafeBufferPointer(rebasing: bytes[..<sign]))
    writer.value(utf8: UnsafeBufferPointer(rebasing: bytes[min(sign + 1, bytes.count)...]))
    writer.value(literal: "=")
  }

  /// Where the first equals sign stands.
  private static func sign(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress, let found = memchr(start, 0x3D, bytes.count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }

  private func write(_ heredoc: Heredoc, to writer: inout JSONWriter) {
    writer.object { writer in
      member("name", heredoc.name, to: &writer)
      writer.member("fd", Int(clamping: heredoc.fileDescriptor))
      writer.member("expand", heredoc.expands)
      writer.member("chomp", heredoc.chomps)
      member("content", heredoc.content, to: &writer)
    }
  }
}
