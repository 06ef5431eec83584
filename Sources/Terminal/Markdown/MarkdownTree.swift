import CCMarkGFM

/// A parsed text of GitHub's Markdown. It owns the nodes: they live as long as it does.
final class MarkdownTree {
  private let document: OpaquePointer?

  init(_ markdown: String) {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist", "autolink"] {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    var markdown = markdown
    markdown.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    document = cmark_parser_finish(parser)
  }

  deinit {
    if let document { cmark_node_free(document) }
  }

  /// The blocks of the text.
  var blocks: [MarkdownNode] {
    withExtendedLifetime(self) { document.map { MarkdownNode(tree: self, pointer: $0).children } ?? [] }
  }
}
