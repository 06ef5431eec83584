/// A line of a source as it is shown: cut to a window of columns, with an ellipsis where something is left out.
struct ExcerptLine {
  /// The columns that are shown.
  struct Window {
    var start = 0
    var width: Int
    var ellipsis: String
  }

  /// More of a line is never looked at: around the mark, or from the line's start.
  private static let longestPart = 8192

  private let printable: PrintableLine
  private let bytes: Range<Int>
  private let isCutBefore: Bool
  private let isCutAfter: Bool

  init(_ source: [UInt8], line: Range<Int>, around offset: Int?) {
    var part = line
    if line.count > Self.longestPart {
      let centre = min(max(offset ?? line.lowerBound, line.lowerBound), line.upperBound)
      var lower = max(line.lowerBound, centre - Self.longestPart / 4)
      while lower > line.lowerBound, source[lower] & 0xC0 == 0x80 { lower -= 1 }
      part = lower..<min(line.upperBound, lower + Self.longestPart)
    }
    printable = PrintableLine(source, in: part)
    bytes = part
    isCutBefore = part.lowerBound > line.lowerBound
    isCutAfter = part.upperBound < line.upperBound
  }

  /// The columns of some bytes, at least one column wide; nil where no byte of them is shown.
  func columns(of range: Range<Int>) -> Range<Int>? {
    guard range.upperBound >= bytes.lowerBound, range.lowerBound <= bytes.upperBound else { return nil }
    let marked = printable.cells.filter {
      $0.range.upperBound > range.lowerBound && $0.range.lowerBound < range.upperBound
    }
    if let first = marked.first, let last = marked.last, !range.isEmpty {
      return first.column..<max(last.columns.upperBound, first.column + 1)
    }
    let start = printable.cells.first { $0.range.upperBound > range.lowerBound }?.column ?? printable.width
    return start..<start + 1
  }

  /// Where the text begins behind blanks, as a byte offset.
  var firstInk: Int {
    printable.cells.first { $0.text.utf8.contains { $0 != UInt8(ascii: " ") } }?.range.lowerBound ?? bytes.upperBound
  }

  /// The window in which some columns can be seen with something before them.
  func window(showing columns: Range<Int>, width: Int, ellipsis: String) -> Window {
    let rest = DisplayWidth.columns(of: ellipsis)
    var window = Window(width: width, ellipsis: ellipsis)
    let end = min(columns.upperBound, columns.lowerBound + width / 2)
    let isCut = isCutAfter || printable.width > width
    if isCutBefore || end > width - (isCut ? rest : 0) {
      window.start = max(0, columns.lowerBound - width / 3)
    }
    return window
  }

  func text(in window: Window) -> String {
    let rest = DisplayWidth.columns(of: window.ellipsis)
    let end = window.start + window.width
    let hidesStart = (isCutBefore || window.start > 0) && printable.width > 0
    let hidesEnd = isCutAfter || printable.width > end
    let first = window.start + (hidesStart ? rest : 0)
    let last = end - (hidesEnd ? rest : 0)
    var text = hidesStart ? window.ellipsis : ""
    for cell in printable.cells where cell.columns.upperBound > first && cell.column < last {
      let isWhole = cell.column >= first && cell.columns.upperBound <= last
      text += isWhole ? cell.text : TextLayout.blanks(min(cell.columns.upperBound, last) - max(cell.column, first))
    }
    guard hidesEnd else { return text }
    return TextLayout.padded(text, to: last - window.start) + window.ellipsis
  }
}
