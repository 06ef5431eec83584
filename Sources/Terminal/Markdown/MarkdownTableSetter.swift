import Diagnostics
import Session

/// Fits a table into the width: cells are wrapped, and where that leaves no room a row becomes a list of its cells.
struct MarkdownTableSetter {
  private static let narrowestColumn = 5

  let style: Style
  let width: Int

  private var separator: String { style.hasSymbols ? " │ " : " | " }

  func lines(_ table: MarkdownNode, _ alignments: [TableAlignment]) -> [StyledLine] {
    let rows = table.children.map { row in row.children.map { MarkdownInlines(style).spans($0.children) } }
    guard let header = rows.first, !header.isEmpty else { return [] }
    let room = width - 3 * (header.count - 1)
    guard room >= header.count * Self.narrowestColumn else { return records(rows) }
    let widths = columnWidths(rows, header.count, room: room)
    let cells = rows.map { row in
      (0..<header.count).map { LineFilling.lines($0 < row.count ? row[$0] : [], width: widths[$0]) }
    }
    let wraps = cells.dropFirst().contains { $0.contains { $0.count > 1 } }
    var lines = set(dressed(cells[0]), widths, alignments) + [rule(widths)]
    for (index, row) in cells.dropFirst().enumerated() {
      if wraps, index > 0 { lines.append(rule(widths)) }
      lines += set(row, widths, alignments)
    }
    return lines
  }

  private func columnWidths(_ rows: [[[Text.Span]]], _ count: Int, room: Int) -> [Int] {
    let columns = (0..<count).map { column in rows.map { column < $0.count ? StyledLine($0[column]) : StyledLine() } }
    let natural = columns.map { $0.map(\.columns).max() ?? 0 }
    let words = columns.map { cells in
      cells.map { cell in
        let text = cell.spans.map(\.text).joined()
        return text.split(separator: " ").map { DisplayWidth.columns(of: String($0)) }.max() ?? 0
      }.max() ?? 0
    }
    return ColumnWidths.fitted(natural, words: words, room: room)
  }

  private func dressed(_ header: [[StyledLine]]) -> [[StyledLine]] {
    header.map { cell in
      cell.map { line in StyledLine(line.spans.map { Text.Span($0.text, roles: [.strong] + $0.roles) }) }
    }
  }

  private func set(_ cells: [[StyledLine]], _ widths: [Int], _ alignments: [TableAlignment]) -> [StyledLine] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = StyledLine()
      for column in cells.indices {
        if column > 0 { line = line + StyledLine(separator, .quiet) }
        let piece = index < cells[column].count ? cells[column][index] : StyledLine()
        line = line + aligned(piece, widths[column], column < alignments.count ? alignments[column] : .left)
      }
      return line
    }
  }

  private func aligned(_ piece: StyledLine, _ width: Int, _ alignment: TableAlignment) -> StyledLine {
    let missing = max(0, width - piece.columns)
    let before =
      switch alignment {
      case .left: 0
      case .centre: missing / 2
      case .right: missing
      }
    return (StyledLine(TextLayout.blanks(before)) + piece).padded(to: width)
  }

  private func rule(_ widths: [Int]) -> StyledLine {
    let dash = style.hasSymbols ? "─" : "-"
    let crossing = style.hasSymbols ? "─┼─" : "-+-"
    return StyledLine(widths.map { String(repeating: dash, count: $0) }.joined(separator: crossing), .quiet)
  }

  /// `Heading: cell`, one below the other, with an empty line between rows.
  private func records(_ rows: [[[Text.Span]]]) -> [StyledLine] {
    let header = rows[0]
    var lines: [StyledLine] = []
    for row in rows.dropFirst() {
      if !lines.isEmpty { lines.append(StyledLine()) }
      for (column, cell) in row.enumerated() where column < header.count {
        let heading = header[column].map { Text.Span($0.text, roles: [.strong] + $0.roles) }
        lines += LineFilling.lines(heading + [Text.Span(": ")] + cell, width: width)
      }
    }
    return lines
  }
}
