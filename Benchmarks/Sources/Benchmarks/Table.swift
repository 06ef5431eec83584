import Foundation

/// Columns that are as wide as their widest cell; text stands left, numbers right.
struct Table {
  private var rows: [[String]]
  private let textColumns: Int

  init(_ head: [String], textColumns: Int) {
    rows = [head]
    self.textColumns = textColumns
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  var text: String {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column < textColumns ? cell + padding : padding + cell
      }
      return "  \(cells.joined(separator: "  "))\n"
    }.joined()
  }
}

/// A number with so many digits behind the point.
func fixed(_ number: Double, _ digits: Int = 1) -> String { String(format: "%.\(digits)f", number) }

/// A speed with three digits that count, more or less.
func speed(_ number: Double) -> String { fixed(number, number < 10 ? 2 : number < 1000 ? 1 : 0) }
