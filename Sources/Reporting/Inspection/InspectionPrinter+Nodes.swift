import Diagnostics
import DockerfileSyntax
import Glibc

extension InspectionPrinter {
  @discardableResult
  func write(_ node: Node, to writer: inout JSONWriter) -> PrintedNode {
    var (head, arguments) = (0..<0, 0..<0)
    writer.object { writer in
      let start = writer.position
      writeHead(of: node, to: &writer)
      head = start..<writer.position
      member("original", node.original, to: &writer)
      writer.key("flags")
      writer.array { writer in
        for flag in memory.flags[node.flags] { write(flag, to: &writer) }
      }
      arguments = writeArguments(of: node, to: &writer)
      writer.member("json", node.isJSON)
      writer.key("heredocs")
      writer.array { writer in
        for heredoc in memory.heredocs[node.heredocs] { write(heredoc, to: &writer) }
      }
      writer.key("prevComment")
      writer.array { writer in
        for comment in memory.comments[node.comments] { write(comment, to: &writer) }
      }
      if node.sub >= 0 {
        writer.key("sub")
        write(document.subnodes[Int(node.sub)], to: &writer)
      }
    }
    return PrintedNode(head: head, arguments: arguments)
  }

  /// What an instruction has in common with its node.
  func writeHead(of node: Node, to writer: inout JSONWriter) {
    member("keyword", node.keyword, to: &writer)
    writer.member("start", Int(node.startLine))
    writer.member("end", Int(node.endLine))
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
  private func writeArguments(of node: Node, to writer: inout JSONWriter) -> Range<Int> {
    let run = node.arguments
    writer.key("args")
    let start = writer.position
    if node.kind == .env || node.kind == .label, !run.isEmpty {
      writePairs(memory.words[run], isLegacy: node.isLegacyPair, to: &writer)
    } else {
      write(run, to: &writer)
    }
    return start..<writer.position
  }

  private func writePairs(_ words: UnsafeBufferPointer<Word>, isLegacy: Bool, to writer: inout JSONWriter) {
    writer.array { writer in
      for word in words {
        if isLegacy { write(word.text, to: &writer) } else { Self.writePair(bytes(word.text), to: &writer) }
      }
      if isLegacy { writer.value(literal: "") }
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
