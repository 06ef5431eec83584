/// The text of a terminal's screen, for the few escapes that a line editor sends. Every letter is one column wide.
package struct ScreenEmulator {
  package private(set) var columns: Int
  package private(set) var rows: Int
  private var cells: [[Character]] = []
  private var row = 0
  private var column = 0
  /// The last column was written: the next letter goes to the next line.
  private var wraps = false
  private var pending: [UInt8] = []
  private var escape: [Unicode.Scalar]?

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Self.blankLine(columns), count: rows)
  }

  /// The lines, without blanks at their ends and without empty lines at the end of the screen.
  package var lines: [String] {
    var lines = cells.map { line in String(String(line).reversed().drop { $0 == " " }.reversed()) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  package var text: String { lines.joined(separator: "\n") }

  /// The line that the cursor is on.
  package var currentLine: String { String(String(cells[row]).reversed().drop { $0 == " " }.reversed()) }

  package mutating func resize(columns: Int, rows: Int) {
    cells = cells.map { Array(($0 + Self.blankLine(columns)).prefix(columns)) }
    let surplus = max(0, row + 1 - rows)
    cells = Array(cells.dropFirst(surplus).prefix(rows))
    while cells.count < rows { cells.append(Self.blankLine(columns)) }
    self.columns = columns
    self.rows = rows
    row = min(row - surplus, rows - 1)
    column = min(column, columns - 1)
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    // A letter may come in two reads.
    var end = pending.count
    for back in 1...4 where back <= pending.count {
      let byte = pending[pending.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      if length > back { end = pending.count - back }
      break
    }
    for scalar in String(decoding: pending[..<end], as: UTF8.self).unicodeScalars { feed(scalar) }
    pending.removeFirst(end)
  }

  private mutating func feed(_ scalar: Unicode.Scalar) {
    if escape != nil { return feedEscape(scalar) }
    switch scalar {
    case "\u{1B}": escape = []
    case "\r": (column, wraps) = (0, false)
    case "\n": lineFeed()
    case "\u{8}": (column, wraps) = (max(0, column - 1), false)
    case "\t": column = min(columns - 1, column / 8 * 8 + 8)
    case _ where scalar.value < 0x20: break
    default: put(Character(scalar))
    }
  }

  private mutating func put(_ letter: Character) {
    if wraps {
      column = 0
      lineFeed()
    }
    cells[row][column] = letter
    if column + 1 < columns { column += 1 } else { wraps = true }
  }

  private mutating func lineFeed() {
    wraps = false
    guard row + 1 == rows else { return row += 1 }
    cells.removeFirst()
    cells.append(Self.blankLine(columns))
  }

  private mutating func feedEscape(_ scalar: Unicode.Scalar) {
    let sequence = (escape ?? []) + [scalar]
    escape = sequence
    if sequence.first != "[" {
      escape = nil
    } else if sequence.count > 1, (0x40...0x7E).contains(scalar.value) {
      escape = nil
      let parameters = String(String.UnicodeScalarView(sequence.dropFirst().dropLast()))
      obey(scalar, parameters.split(separator: ";").map { Int($0) ?? 0 })
    }
  }

  private mutating func obey(_ command: Unicode.Scalar, _ parameters: [Int]) {
    let count = max(1, parameters.first ?? 1)
    wraps = false
    switch command {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns - 1, count - 1)
    case "H":
      row = min(rows - 1, count - 1)
      column = min(columns - 1, max(1, parameters.dropFirst().first ?? 1) - 1)
    case "J": eraseScreen(parameters.first ?? 0)
    case "K": eraseLine(parameters.first ?? 0)
    case "P":
      cells[row] = Array((cells[row][..<column] + cells[row][column...].dropFirst(count) + blanks).prefix(columns))
    case "@":
      let inserted = Array(repeating: Character(" "), count: count)
      cells[row] = Array((cells[row][..<column] + inserted + cells[row][column...]).prefix(columns))
    default: break
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    let range = mode == 0 ? column..<columns : mode == 1 ? 0..<column + 1 : 0..<columns
    for index in range { cells[row][index] = " " }
  }

  private mutating func eraseScreen(_ mode: Int) {
    if mode == 0 { eraseLine(0) }
    let range = mode == 0 ? (row + 1)..<rows : 0..<rows
    for index in range where mode == 0 || mode == 2 { cells[index] = blanks }
  }

  private var blanks: [Character] { Self.blankLine(columns) }

  private static func blankLine(_ columns: Int) -> [Character] {
    Array(repeating: " ", count: columns)
  }
}
