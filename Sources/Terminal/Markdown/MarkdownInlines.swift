import Diagnostics
import Session

/// Turns the inline nodes of a paragraph into pieces of text with their roles.
struct MarkdownInlines {
  private static let deepest = 24

  private let style: Style
  /// Whether emphasis is marked by signs where it cannot be coloured.
  private let marksRoles: Bool

  init(_ style: Style, marksRoles: Bool = true) {
    self.style = style
    self.marksRoles = marksRoles && !style.hasColour
  }

  func spans(_ nodes: [MarkdownNode], in roles: [Style.Role] = [], depth: Int = 0) -> [Text.Span] {
    guard depth < Self.deepest else { return nodes.flatMap(flat) }
    return nodes.flatMap { spans($0, in: roles, depth: depth) }
  }

  private func spans(_ node: MarkdownNode, in roles: [Style.Role], depth: Int) -> [Text.Span] {
    switch node.kind {
    case .text: return text(node.literal, roles)
    case .softBreak: return [Text.Span(" ", roles: roles)]
    case .lineBreak: return [Text.Span("\n")]
    case .codeSpan:
      let quote = style.hasColour ? "" : "`"
      return text(quote + Printable.line(node.literal) + quote, roles + [.code])
    case .htmlSpan: return text(node.literal, roles + [.quiet])
    case .emphasis: return dressed(node, "_", roles + [.emphasis], depth)
    case .strong: return dressed(node, "*", roles + [.strong], depth)
    case .struck:
      return [Text.Span("~~", roles: roles)] + children(node, roles, depth) + [Text.Span("~~", roles: roles)]
    case .link(let url): return link(children(node, roles + [.link], depth), url, roles)
    case .image(let url):
      return link(text("[image: ", roles) + children(node, roles, depth) + text("]", roles), url, roles)
    default: return children(node, roles, depth)
    }
  }

  /// The words of a node and all below it, without any structure; it does not descend by recursion.
  func flat(_ node: MarkdownNode) -> [Text.Span] {
    var pending = [node]
    var words: [Text.Span] = []
    while let next = pending.popLast() {
      if !next.literal.isEmpty { words += text(next.literal, []) + [Text.Span(" ")] }
      pending += next.children.reversed()
    }
    return words
  }

  private func children(_ node: MarkdownNode, _ roles: [Style.Role], _ depth: Int) -> [Text.Span] {
    spans(node.children, in: roles, depth: depth + 1)
  }

  private func dressed(_ node: MarkdownNode, _ sign: String, _ roles: [Style.Role], _ depth: Int) -> [Text.Span] {
    let inner = children(node, roles, depth)
    return marksRoles ? [Text.Span(sign)] + inner + [Text.Span(sign)] : inner
  }

  /// The address stands behind a link, unless the link's text says it already.
  private func link(_ words: [Text.Span], _ url: String, _ roles: [Style.Role]) -> [Text.Span] {
    let shown = words.map(\.text).joined()
    let address = Printable.line(url)
    let isSaid = address.isEmpty || shown == address || "mailto:" + shown == address || "http://" + shown == address
    return isSaid ? words : words + [Text.Span(" (", roles: roles)] + text(address, roles + [.quiet]) + text(")", roles)
  }

  private func text(_ text: String, _ roles: [Style.Role]) -> [Text.Span] {
    [Text.Span(Printable.line(text), roles: roles)]
  }
}
