import Diagnostics
import Session

/// Sets Markdown in lines of a terminal.
struct MarkdownSetter {
  /// Deeper nesting is set as plain text: no lesson has it, a narrow line has no room for it, and nothing may exhaust
  /// the stack.
  private static let deepest = 10
  /// Text stands a little to the right of its headings where there is room.
  private static let roomForMargin = 60

  let style: Style
  let width: Int

  func lines(_ markdown: String) -> [StyledLine] {
    let margin = style.hasSymbols && width >= Self.roomForMargin ? 2 : 0
    return set(MarkdownTree(markdown).blocks, width: width, margin: margin, depth: 0)
  }

  /// Blocks with an empty line between them.
  func set(_ blocks: [MarkdownNode], width: Int, margin: Int = 0, depth: Int, isTight: Bool = false) -> [StyledLine] {
    var lines: [StyledLine] = []
    for block in blocks {
      let isHeading = if case .heading = block.kind { true } else { false }
      let indent = isHeading ? 0 : margin
      let set = self.set(block, width: max(1, width - indent), depth: depth)
      guard !set.isEmpty else { continue }
      if !lines.isEmpty, !isTight { lines.append(StyledLine()) }
      lines += indent == 0 ? set : set.map { $0.isEmpty ? $0 : StyledLine(TextLayout.blanks(indent)) + $0 }
    }
    return lines
  }

  private func set(_ block: MarkdownNode, width: Int, depth: Int) -> [StyledLine] {
    guard depth < Self.deepest else { return LineFilling.lines(MarkdownInlines(style).flat(block), width: width) }
    switch block.kind {
    case .heading(let level): return heading(block, level, width: width)
    case .quote: return quote(block, width: width, depth: depth)
    case .code(let info):
      let language = info.split(whereSeparator: { $0 == " " || $0 == "," }).first.map(String.init) ?? ""
      return CodeBox(style: style, width: width).lines(block.literal, language: language)
    case .html: return html(block.literal, width: width)
    case .rule: return [StyledLine(String(repeating: style.hasSymbols ? "─" : "-", count: width), .quiet)]
    case .list(let list): return self.list(block, list, width: width, depth: depth)
    case .table(let alignments):
      return MarkdownTableSetter(style: style, width: width).lines(block, alignments)
    default: return LineFilling.lines(MarkdownInlines(style).spans(block.children), width: width)
    }
  }

  private func heading(_ block: MarkdownNode, _ level: Int, width: Int) -> [StyledLine] {
    let role: Style.Role = level <= 2 ? .title : .strong
    let spans = MarkdownInlines(style, marksRoles: false).spans(block.children, in: [role])
    let lines = LineFilling.lines(spans, width: width)
    let underlines = style.hasSymbols ? ["━", "─"] : ["=", "-"]
    guard level <= 2 else {
      return style.hasSymbols ? lines : LineFilling.lines([Text.Span("### ")] + spans, width: width)
    }
    let columns = lines.map(\.columns).max() ?? 0
    return lines + [StyledLine(String(repeating: underlines[level - 1], count: columns), .quiet)]
  }

  private func quote(_ block: MarkdownNode, width: Int, depth: Int) -> [StyledLine] {
    let children = block.children
    let callout = Callout(children.first)
    let bar = style.hasSymbols ? (callout == nil ? "│ " : "┃ ") : "> "
    var lines: [StyledLine] = []
    if let callout {
      lines.append(StyledLine(callout.kind.title, callout.kind.role))
      let rest = MarkdownInlines(style).spans(callout.rest)
      if !rest.isEmpty { lines += LineFilling.lines(rest, width: width - 2) }
      let others = set(Array(children.dropFirst()), width: width - 2, depth: depth + 1)
      if !others.isEmpty { lines += (rest.isEmpty ? [] : [StyledLine()]) + others }
    } else {
      lines = set(children, width: width - 2, depth: depth + 1)
    }
    let role = callout?.kind.role ?? .quiet
    return lines.map { $0.isEmpty ? StyledLine(String(bar.prefix(1)), role) : StyledLine(bar, role) + $0 }
  }

  private func list(_ block: MarkdownNode, _ list: MarkdownList, width: Int, depth: Int) -> [StyledLine] {
    let items = block.children
    let bullets = style.hasSymbols ? ["•", "◦", "▪"] : ["-", "*", "+"]
    let bullet = bullets[min(depth, bullets.count - 1)]
    let last = list.start.map { String($0 + items.count - 1).count + 2 } ?? 2
    var lines: [StyledLine] = []
    for (index, item) in items.enumerated() {
      let mark: String
      switch item.kind {
      case .task(let isDone): mark = isDone ? "[x]" : "[ ]"
      default: mark = list.start.map { TextLayout.padded("\($0 + index).", onTheLeftTo: last - 1) } ?? bullet
      }
      let indent = min(max(last, mark.count + 1), width / 2)
      let body = set(item.children, width: max(1, width - indent), depth: depth + 1, isTight: list.isTight)
      if !lines.isEmpty, !list.isTight { lines.append(StyledLine()) }
      let first = StyledLine(mark, .quiet).padded(to: indent) + (body.first ?? StyledLine())
      lines += [first] + body.dropFirst().map { $0.isEmpty ? $0 : StyledLine(TextLayout.blanks(indent)) + $0 }
    }
    return lines
  }

  /// Comments are for authors; anything else is shown as it is written.
  private func html(_ literal: String, width: Int) -> [StyledLine] {
    let text = literal.drop { $0.isWhitespace }
    if text.hasPrefix("<!--") { return [] }
    let lines = text.split(separator: "\n").map { Text.Span(Printable.line(String($0)), roles: [.quiet]) }
    return lines.flatMap { LineFilling.lines([$0], width: width) }
  }
}
