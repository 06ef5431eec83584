import Diagnostics
import Session

extension Typesetter {
  private static let gap = 2

  /// Cells below each other; leading blanks of a cell stay.
  func table(_ rows: [[Text]]) -> [StyledLine] {
    let count = rows.map(\.count).max() ?? 0
    let cells = rows.map { row in (0..<count).map { $0 < row.count ? StyledLine(safe(row[$0])) : StyledLine() } }
    let filled = (0..<count).filter { column in cells.contains { !isBlank($0[column]) } }
    guard let first = filled.first else { return [] }
    // The indentation of the first cell is kept even where its column holds nothing else.
    let indent = first == 0 ? 0 : min(2, indentation(cells.first?.first ?? StyledLine()))
    let natural = filled.map { column in cells.map { $0[column].columns }.max() ?? 0 }
    let words = filled.map { column in cells.map { longestWord($0[column]) }.max() ?? 0 }
    let room = width - indent - Self.gap * (filled.count - 1)
    let widths = ColumnWidths.fitted(natural, words: words, room: room)
    return cells.flatMap { row in
      setRow(filled.map { row[$0] }, widths).map { StyledLine(TextLayout.blanks(indent)) + $0 }
    }
  }

  private func setRow(_ cells: [StyledLine], _ widths: [Int]) -> [StyledLine] {
    let columns = zip(cells, widths).map { setCell($0, width: $1) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = StyledLine()
      for (column, width) in zip(columns, widths) {
        let piece = index < column.count ? column[index] : StyledLine()
        line = line + piece.padded(to: width) + StyledLine(TextLayout.blanks(Self.gap))
      }
      return line
    }
  }

  private func setCell(_ cell: StyledLine, width: Int) -> [StyledLine] {
    let indent = min(indentation(cell), width - 1)
    return LineFilling.lines(cell.spans, width: width - indent).map { StyledLine(TextLayout.blanks(indent)) + $0 }
  }

  private func indentation(_ cell: StyledLine) -> Int {
    var count = 0
    for span in cell.spans {
      let blanks = span.text.prefix { $0 == " " }.count
      count += blanks
      if blanks < span.text.count { break }
    }
    return count
  }

  private func isBlank(_ cell: StyledLine) -> Bool {
    cell.spans.allSatisfy { $0.text.allSatisfy { $0 == " " } }
  }

  private func longestWord(_ cell: StyledLine) -> Int {
    let text = cell.spans.map(\.text).joined()
    let longest = text.split(separator: " ").map { DisplayWidth.columns(of: String($0)) }.max() ?? 0
    return indentation(cell) + longest
  }
}
