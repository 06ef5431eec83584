/// The lines around marked bytes, with carets under them.
struct SourceExcerpt {
  struct Row {
    /// The line's number; nil for rows between the lines.
    var number: Int?
    var text: String
    var kind: Kind
  }

  enum Kind { case code, underline, gap }

  private static let context = 2
  /// A range over more lines shows its first two and its last one.
  private static let mostLines = 4

  let source: [UInt8]
  let lines: LineTable
  let marks: [CaretRenderer.Mark]
  let width: Int
  let ellipsis: String

  /// Numbers of the lines to show, ascending.
  let shown: [Int]

  init(_ source: [UInt8], lines: LineTable, marks: [CaretRenderer.Mark], width: Int, ellipsis: String) {
    self.source = source
    self.lines = lines
    self.marks = marks
    self.ellipsis = ellipsis
    let marked = marks.flatMap { Self.markedLines($0, in: lines, count: source.count) }
    let first = marked.min() ?? 1
    var shown = Set(marked).union(max(1, first - Self.context)...first)
    // A gap of one line takes no less room than the line.
    for line in marked where !shown.contains(line - 1) && shown.contains(line - 2) { shown.insert(line - 1) }
    self.shown = shown.sorted()
    self.width = width - Self.gutter(self.shown) - 3
  }

  /// How wide the numbers are.
  var gutter: Int { Self.gutter(shown) }

  private static func gutter(_ shown: [Int]) -> Int { String(shown.last ?? 1).utf8.count }

  private static func markedLines(_ mark: CaretRenderer.Mark, in lines: LineTable, count: Int) -> [Int] {
    let range = mark.range.offsets.clamped(to: 0..<count)
    let first = lines.line(at: range.lowerBound)
    let last = lines.line(at: range.isEmpty ? range.lowerBound : range.upperBound - 1)
    return last - first < mostLines ? Array(first...last) : [first, first + 1, last]
  }

  func rows() -> [Row] {
    let window = window()
    var rows: [Row] = []
    var previous: Int?
    for number in shown {
      if let previous, number > previous + 1 { rows.append(Row(text: ellipsis, kind: .gap)) }
      let line = line(number)
      rows.append(Row(number: number, text: line.text(in: window), kind: .code))
      rows += underline(line, number: number, window: window).map { Row(text: $0, kind: .underline) }
      previous = number
    }
    return rows
  }

  private func line(_ number: Int) -> ExcerptLine {
    let range = lines.range(ofLine: number).offsets
    let mark = marks.first { $0.range.upper >= range.lowerBound && $0.range.lower <= range.upperBound }
    return ExcerptLine(source, line: range, around: mark.map { Int($0.range.lower) })
  }

  private func window() -> ExcerptLine.Window {
    guard let mark = marks.first else { return ExcerptLine.Window(width: width, ellipsis: ellipsis) }
    let line = line(lines.line(at: Int(mark.range.lower)))
    let columns = line.columns(of: mark.range.offsets) ?? 0..<1
    return line.window(showing: columns, width: width, ellipsis: ellipsis)
  }

  /// The carets of all marks on a line and their labels: the last one beside its carets, the others below theirs.
  private func underline(_ line: ExcerptLine, number: Int, window: ExcerptLine.Window) -> [String] {
    let found = marks.compactMap { mark in part(of: mark, in: line, number: number, window: window) }
      .sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    guard !found.isEmpty else { return [] }
    var carets = ""
    for part in found {
      carets = TextLayout.padded(carets, to: part.columns.lowerBound)
      let end = max(DisplayWidth.columns(of: carets), part.columns.upperBound)
      carets += String(repeating: part.caret, count: end - DisplayWidth.columns(of: carets))
    }
    var rows = [carets]
    for (index, part) in found.enumerated().reversed() {
      guard let label = part.label else { continue }
      if index == found.count - 1, carets.utf8.count + 1 + DisplayWidth.columns(of: label) <= window.width {
        rows[0] += " " + label
      } else {
        rows += self.label(label, at: part.columns.lowerBound, width: window.width)
      }
    }
    return rows
  }

  private struct Part {
    var columns: Range<Int>
    var caret: Character
    var label: String?
  }

  /// What of a mark is on a line, in columns of the window.
  private func part(
    of mark: CaretRenderer.Mark,
    in line: ExcerptLine,
    number: Int,
    window: ExcerptLine.Window
  ) -> Part? {
    let text = lines.range(ofLine: number).offsets
    let range = mark.range.offsets.clamped(to: 0..<source.count)
    let first = lines.line(at: range.lowerBound)
    let last = lines.line(at: range.isEmpty ? range.lowerBound : range.upperBound - 1)
    guard (first...last).contains(number) else { return nil }
    let lower = number == first ? min(range.lowerBound, text.upperBound) : max(line.firstInk, text.lowerBound)
    let upper = max(lower, min(range.upperBound, text.upperBound))
    if number != first, lower == upper { return nil }
    guard let columns = line.columns(of: lower..<upper) else { return nil }
    let start = max(0, columns.lowerBound - window.start)
    let end = min(window.width, columns.upperBound - window.start)
    guard start < window.width, end > 0 else { return nil }
    return Part(
      columns: start..<max(end, start + 1),
      caret: mark.isPrimary ? "^" : "-",
      label: number == last ? mark.label.map(label) : nil
    )
  }

  private func label(_ text: String) -> String {
    TextLayout.truncated(Printable.line(text), to: CaretRenderer.longestText / 2, ellipsis: ellipsis)
  }

  /// A label on rows of its own, as far to the right as its carets, if that leaves enough room.
  private func label(_ label: String, at column: Int, width: Int) -> [String] {
    let columns = DisplayWidth.columns(of: label)
    let indent = min(column, max(0, width - min(columns, width / 2)))
    return TextLayout.wrapped(label, to: width - indent).map { TextLayout.blanks(indent) + $0 }
  }
}
