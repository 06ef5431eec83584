package import Course
import CCMarkGFM
import Diagnostics
import Session

extension MarkdownSurvey {
  /// Reads a text as a terminal of some columns shows it.
  package init(of markdown: String, columns: Int) {
    self.init()
    let surveyor = MarkdownSurveyor(width: columns)
    surveyor.survey(MarkdownTree(markdown).blocks, room: columns - MarkdownSurveyor.margin, into: &self)
  }
}

/// Walks the nodes of a text as `MarkdownSetter` sets them.
private struct MarkdownSurveyor {
  /// What the text is indented by on a wide screen, below its headings.
  static let margin = 2
  /// A box around code: a line and a blank at each side.
  private static let box = 4
  /// Deeper nesting is set as plain text.
  private static let deepest = 10

  let width: Int

  func survey(_ blocks: [MarkdownNode], room: Int, depth: Int = 0, into survey: inout MarkdownSurvey) {
    guard depth < Self.deepest else { return }
    for block in blocks {
      switch block.kind {
      case .code: code(block, room: room - Self.box, into: &survey)
      case .table:
        table(block, room: room, into: &survey)
        inlines(block, into: &survey)
      case .quote: self.survey(block.children, room: room - 2, depth: depth + 1, into: &survey)
      case .list(let list):
        let items = block.children
        let mark = list.start.map { String($0 + items.count - 1).count + 2 } ?? 2
        for item in items { self.survey(item.children, room: room - mark, depth: depth + 1, into: &survey) }
      default: inlines(block, into: &survey)
      }
    }
  }

  private func code(_ block: MarkdownNode, room: Int, into survey: inout MarkdownSurvey) {
    let first = block.position.line + (block.isFenced ? 1 : 0)
    var lines = block.literal.split(separator: "\n", omittingEmptySubsequences: false)
    // What stands behind the last line feed.
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      let place = SourcePosition(line: first + index, column: 1)
      let columns = DisplayWidth.columns(of: Printable.line(String(line)))
      if columns > room { survey.overflows.append(.init(at: place, needed: columns, room: room)) }
      survey.code.append(.init(String(line), at: place))
    }
  }

  /// Cells are wrapped between words; the longest words decide whether all columns fit.
  private func table(_ block: MarkdownNode, room: Int, into survey: inout MarkdownSurvey) {
    var columns: [Int] = []
    for row in block.children {
      for (index, cell) in row.children.enumerated() {
        let text = MarkdownInlines(.plain).spans(cell.children).map(\.text).joined()
        let longest = text.split(separator: " ").map { DisplayWidth.columns(of: String($0)) }.max() ?? 0
        if index < columns.count { columns[index] = max(columns[index], longest) } else { columns.append(longest) }
      }
    }
    let needed = columns.reduce(0, +) + 3 * max(0, columns.count - 1)
    if needed > room { survey.overflows.append(.init(at: block.position, needed: needed, room: room)) }
  }

  /// Links and code in a block; it does not descend by recursion.
  private func inlines(_ block: MarkdownNode, into survey: inout MarkdownSurvey) {
    var pending = [block]
    while let node = pending.popLast() {
      switch node.kind {
      case .link(let target), .image(let target):
        survey.links.append(.init(target, at: node.placed ?? block.position))
      case .codeSpan: survey.code.append(.init(node.literal, at: node.placed ?? block.position))
      default: break
      }
      pending += node.children.reversed()
    }
  }
}

extension MarkdownNode {
  fileprivate var isFenced: Bool {
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    return cmark_node_get_fenced(pointer, &length, &offset, &character) != 0
  }

  /// Where it begins; nodes that an extension makes have no place of their own.
  fileprivate var placed: SourcePosition? {
    let line = Int(cmark_node_get_start_line(pointer))
    return line > 0 ? SourcePosition(line: line, column: max(1, Int(cmark_node_get_start_column(pointer)))) : nil
  }

  fileprivate var position: SourcePosition { placed ?? SourcePosition(line: 1, column: 1) }
}
