import Diagnostics

/// A line of the tree before it is laid out; its texts are safe to show.
enum InspectionRow {
  case blank
  case heading(String)
  case comment(line: String, String)
  /// - note: what is to be said about the whole of it.
  case instruction(lines: String, depth: Int, keyword: String, value: String?, note: String?, isRefused: Bool)
  case field(place: String, depth: Int, label: String, String, Style.Role?)
  /// A line of a heredoc's body.
  case body(depth: Int, String)

  /// What stands in the column of places.
  var place: String {
    switch self {
    case .blank, .heading, .body: ""
    case .comment(let line, _): line
    case .instruction(let lines, _, _, _, _, _): lines
    case .field(let place, _, _, _, _): place
    }
  }
}

/// Puts places, names and values into columns.
struct InspectionLayout {
  private static let step = 2
  /// A longer label does not push the values of the others away.
  private static let widestLabel = 18
  /// Values that have less room stand below their label.
  private static let narrowestValue = 20
  /// Lines of a value; JSON has all of it.
  private static let mostLines = 12

  private let rows: [InspectionRow]
  private let options: TextOptions
  private let gutter: Int

  init(_ rows: [InspectionRow], options: TextOptions) {
    self.rows = rows
    self.options = options
    gutter = rows.map { $0.place.utf8.count }.max() ?? 0
  }

  func lines() -> [String] {
    zip(rows, Self.labelWidths(rows)).flatMap { lines($0, labels: $1) }
  }

  /// For each field how wide the widest label of its instruction is.
  private static func labelWidths(_ rows: [InspectionRow]) -> [Int] {
    var widths = [Int](repeating: 0, count: rows.count)
    var group: (depth: Int, start: Int, widest: Int)?
    for (index, row) in rows.enumerated() {
      switch row {
      case .body: continue
      case .field(_, let depth, let label, _, _):
        let columns = DisplayWidth.columns(of: label)
        let own = columns <= widestLabel ? columns : 0
        if let open = group, open.depth == depth {
          group?.widest = max(open.widest, own)
        } else {
          group.map { close($0, before: index, &widths) }
          group = (depth, index, own)
        }
      default:
        group.map { close($0, before: index, &widths) }
        group = nil
      }
    }
    group.map { close($0, before: rows.count, &widths) }
    return widths
  }

  private static func close(_ group: (depth: Int, start: Int, widest: Int), before end: Int, _ widths: inout [Int]) {
    for index in group.start..<end { widths[index] = group.widest }
  }

  private func lines(_ row: InspectionRow, labels: Int) -> [String] {
    let style = options.style
    let place = style.apply(.quiet, TextLayout.padded(row.place, onTheLeftTo: gutter)) + "  "
    switch row {
    case .blank: return [""]
    case .heading(let text): return [style.apply(.title, text)]
    case .comment(_, let text):
      return [place + style.apply(.comment, options.cut(text, to: options.width - gutter - 2))]
    case .instruction(_, let depth, let keyword, let value, let note, let isRefused):
      let indent = gutter + 2 + depth * Self.step
      let role = isRefused ? Style.Role.error : .keyword
      let rest = value ?? note ?? ""
      let valueRole = value != nil ? Style.Role.string : isRefused ? .error : .quiet
      return field(keyword, role, rest, valueRole, place: place, indent: indent, labels: 0)
    case .field(_, let depth, let label, let value, let role):
      return field(label, .code, value, role, place: place, indent: gutter + 2 + depth * Self.step, labels: labels)
    case .body(let depth, let text):
      let indent = gutter + 2 + depth * Self.step
      let bar = style.hasSymbols ? "│ " : "| "
      return [TextLayout.blanks(indent) + style.apply(.quiet, bar) + options.cut(text, to: options.width - indent - 2)]
    }
  }

  private func field(
    _ label: String,
    _ labelRole: Style.Role,
    _ value: String,
    _ role: Style.Role?,
    place: String,
    indent: Int,
    labels: Int
  ) -> [String] {
    let style = options.style
    let label = options.cut(label, to: options.width - indent)
    let used = DisplayWidth.columns(of: label)
    let head = place + TextLayout.blanks(indent - gutter - 2) + style.apply(labelRole, label)
    guard !value.isEmpty else { return [head] }
    let column = indent + max(used, labels) + 2
    let beside = options.width - column
    let isBeside = beside >= Self.narrowestValue || DisplayWidth.columns(of: value) <= beside
    let start = isBeside ? column : indent + 2
    let room = options.width - start
    let shown = options.cut(value, to: room * Self.mostLines)
    let lines = TextLayout.wrapped(shown, to: room).map { line in role.map { style.apply($0, line) } ?? line }
    let rest = lines.dropFirst(isBeside ? 1 : 0).map { TextLayout.blanks(start) + $0 }
    return [isBeside ? head + TextLayout.blanks(column - indent - used) + lines[0] : head] + rest
  }
}
