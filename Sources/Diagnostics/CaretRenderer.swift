/// Shows a diagnostic at its place: what is wrong, the lines with carets, why it matters and what to write.
///
/// A pure function of diagnostic, source, style and width. The source is untrusted: see ``Printable``.
public struct CaretRenderer: Sendable {
  /// Bytes to underline.
  public struct Mark: Hashable, Sendable {
    /// The bytes.
    public var range: SourceRange
    /// A few words beside the carets.
    public var label: String?
    /// What the message is about gets carets, what only explains it gets dashes.
    public var isPrimary: Bool

    /// A mark on some bytes.
    public init(_ range: SourceRange, label: String? = nil, isPrimary: Bool = false) {
      self.range = range
      self.label = label
      self.isPrimary = isPrimary
    }
  }

  /// No text is longer than so many columns, whatever the submission holds: a finding stays a part of a screen.
  static let longestText = 400
  private static let narrowest = 20

  private let source: SourceFile
  private let table: LineTable
  private let style: Style
  private let width: Int

  /// A renderer for one source; lines are as wide as told, but not narrower than 20 columns.
  public init(_ source: SourceFile, style: Style, width: Int) {
    self.source = source
    self.table = LineTable(source)
    self.style = style
    self.width = max(width, Self.narrowest)
  }

  /// The lines that show a diagnostic.
  ///
  /// - Parameters:
  ///   - related: more places to underline.
  ///   - read: where to read on, as `stagecraft lesson 19`.
  public func lines(for diagnostic: Diagnostic, related: [Mark] = [], read: String? = nil) -> [String] {
    let footers = footers(of: diagnostic, read: read)
    guard let range = diagnostic.range else {
      return header(of: diagnostic) + footer(footers, indent: "  ", last: "  ")
    }
    let mark = Mark(range, label: diagnostic.label, isPrimary: true)
    let excerpt = SourceExcerpt(
      source.bytes,
      lines: table,
      marks: [mark] + related,
      width: width,
      ellipsis: style.ellipsis
    )
    let gutter = TextLayout.blanks(excerpt.gutter + 1)
    let corner = style.hasSymbols ? "╰─ " : "=  "
    return header(of: diagnostic)
      + [gutter + style.apply(.quiet, style.hasSymbols ? "╭─ " : "--> ") + place(of: range, after: excerpt.gutter + 5)]
      + excerpt.rows().map { line($0, gutter: excerpt.gutter, severity: diagnostic.severity) }
      + footer(footers, indent: gutter + "   ", last: gutter + style.apply(.quiet, corner))
  }

  private func header(of diagnostic: Diagnostic) -> [String] {
    let word = diagnostic.severity.rawValue + ":"
    let message = TextLayout.truncated(
      Printable.line(diagnostic.message),
      to: Self.longestText,
      ellipsis: style.ellipsis
    )
    var lines = TextLayout.wrapped(word + " " + message, to: width - 2)
      .enumerated()
      .map { ($0 == 0 ? "" : TextLayout.blanks(2)) + $1 }
    if let rule = diagnostic.rule { lines = aligned(Printable.line(rule), after: lines) }
    lines[0] = style.apply(diagnostic.severity.role, word) + lines[0].dropFirst(word.count)
    return lines
  }

  /// The rule at the right edge of the last line, or on a line of its own.
  private func aligned(_ rule: String, after lines: [String]) -> [String] {
    let columns = DisplayWidth.columns(of: rule)
    let used = DisplayWidth.columns(of: lines.last ?? "")
    if used + 2 + columns <= width {
      return lines.dropLast() + [
        (lines.last ?? "") + TextLayout.blanks(width - used - columns) + style.apply(.quiet, rule)
      ]
    }
    return lines + [TextLayout.blanks(width - columns) + style.apply(.quiet, rule)]
  }

  private func place(of range: SourceRange, after column: Int) -> String {
    let start = table.places(of: range).start
    let numbers = ":\(start.line):\(start.column)"
    let room = max(8, width - column - numbers.utf8.count)
    return TextLayout.truncated(Printable.line(source.path), to: room, ellipsis: style.ellipsis) + numbers
  }

  private func line(_ row: SourceExcerpt.Row, gutter: Int, severity: Diagnostic.Severity) -> String {
    let bar = style.hasSymbols ? "│" : "|"
    let number = TextLayout.padded(row.number.map(String.init) ?? "", onTheLeftTo: gutter)
    switch row.kind {
    case .gap: return style.apply(.quiet, TextLayout.padded(row.text, onTheLeftTo: gutter))
    case .code: return style.apply(.quiet, number + " " + bar) + (row.text.isEmpty ? "" : " " + row.text)
    case .underline: return style.apply(.quiet, number + " " + bar) + " " + colouredInk(row.text, severity.role)
    }
  }

  /// Colours a row but not the blanks before it.
  private func colouredInk(_ text: String, _ role: Style.Role) -> String {
    let blanks = text.prefix { $0 == " " }
    return blanks + style.apply(role, String(text.dropFirst(blanks.count)))
  }

  private func footers(of diagnostic: Diagnostic, read: String?) -> [(label: String, text: String)] {
    [("why", diagnostic.why), ("fix", diagnostic.fix), ("read", read)].compactMap { label, text in
      text.map { (label, $0) }
    }
  }

  private func footer(_ footers: [(label: String, text: String)], indent: String, last: String) -> [String] {
    let room = max(Self.narrowest / 2, width - indent.count - 6)
    var lines: [String] = []
    for footer in footers {
      let text = TextLayout.truncated(
        Printable.paragraphs(footer.text),
        to: Self.longestText,
        ellipsis: style.ellipsis
      )
      for (index, line) in TextLayout.wrapped(text, to: room).enumerated() {
        let label = TextLayout.padded(index == 0 ? footer.label : "", to: 6)
        let content = footer.label == "fix" ? style.apply(.fix, line) : line
        lines.append((lines.isEmpty ? last : indent) + style.apply(.quiet, label) + content)
      }
    }
    return lines
  }
}

extension Diagnostic.Severity {
  var role: Style.Role {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }
}

extension Style {
  /// Tells that something was cut.
  public var ellipsis: String { hasSymbols ? "…" : "..." }
}
