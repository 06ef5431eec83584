import CCMarkGFM

/// A node of a Markdown text, in Swift's terms.
struct MarkdownNode {
  enum Kind {
    case paragraph, heading(Int), quote, code(String), html, rule
    case list(MarkdownList), item, task(isDone: Bool)
    case table([TableAlignment]), tableRow(isHeader: Bool), tableCell
    case text, softBreak, lineBreak, codeSpan, htmlSpan
    case emphasis, strong, struck, link(String), image(String)
    case other
  }

  let tree: MarkdownTree
  let pointer: OpaquePointer

  var children: [MarkdownNode] {
    var children: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let child = next {
      children.append(MarkdownNode(tree: tree, pointer: child))
      next = cmark_node_next(child)
    }
    return children
  }

  var literal: String { string(cmark_node_get_literal(pointer)) }

  var kind: Kind {
    switch string(cmark_node_get_type_string(pointer)) {
    case "paragraph": .paragraph
    case "heading": .heading(Int(cmark_node_get_heading_level(pointer)))
    case "block_quote": .quote
    case "code_block": .code(string(cmark_node_get_fence_info(pointer)))
    case "html_block": .html
    case "thematic_break": .rule
    case "list": .list(MarkdownList(pointer))
    case "item": .item
    case "tasklist": .task(isDone: cmark_gfm_extensions_get_tasklist_item_checked(pointer))
    case "table": .table(TableAlignment.all(of: pointer))
    case "table_header": .tableRow(isHeader: true)
    case "table_row": .tableRow(isHeader: false)
    case "table_cell": .tableCell
    default: inlineKind
    }
  }

  private var inlineKind: Kind {
    switch string(cmark_node_get_type_string(pointer)) {
    case "text": .text
    case "softbreak": .softBreak
    case "linebreak": .lineBreak
    case "code": .codeSpan
    case "html_inline": .htmlSpan
    case "emph": .emphasis
    case "strong": .strong
    case "strikethrough": .struck
    case "link": .link(string(cmark_node_get_url(pointer)))
    case "image": .image(string(cmark_node_get_url(pointer)))
    default: .other
    }
  }

  private func string(_ bytes: UnsafePointer<CChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}

/// How the items of a list are marked and set.
struct MarkdownList {
  /// The first number; nil for bullets.
  let start: Int?
  /// Without empty lines between the items.
  let isTight: Bool

  init(_ pointer: OpaquePointer) {
    let isOrdered = cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST
    start = isOrdered ? Int(cmark_node_get_list_start(pointer)) : nil
    isTight = cmark_node_get_list_tight(pointer) != 0
  }
}

enum TableAlignment {
  case left, centre, right

  static func all(of pointer: OpaquePointer) -> [TableAlignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else {
      return Array(repeating: .left, count: count)
    }
    return (0..<count).map { column in
      switch letters[column] {
      case UInt8(ascii: "r"): .right
      case UInt8(ascii: "c"): .centre
      default: .left
      }
    }
  }
}
