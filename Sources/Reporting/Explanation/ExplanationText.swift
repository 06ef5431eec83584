package import Diagnostics
import Rubric

/// An explanation for people.
package struct ExplanationText: Sendable {
  /// Lines of an instruction that are shown; the place says where it ends.
  private static let mostLines = 12

  private let options: TextOptions

  package init(_ options: TextOptions) {
    self.options = options
  }

  package func lines(of found: Explanation, in source: SourceFile) -> [String] {
    let name = found.file == "-" ? "standard input" : found.file
    let shown = SourceFile(path: name, bytes: source.bytes)
    var lines = refusals(found, shown)
    lines += heading(found, name) + [""] + excerpt(found, shown)
    // The commands of a RUN belong to its first sentence.
    lines += section("What it does", Array(found.does.prefix(1))) + commands(found.commands)
    lines += sentences(Array(found.does.dropFirst()))
    let traces = options.style.hasSymbols ? found.traces : found.traces.map { $0.replacingArrows }
    lines += section("Where its values come from", traces)
    lines += section("In the image", found.image, role: role(found.effect))
    return lines + section("Also", found.notes)
  }

  private func refusals(_ found: Explanation, _ source: SourceFile) -> [String] {
    guard let first = found.refusals.first else { return [] }
    let renderer = CaretRenderer(source, style: options.style, width: options.width)
    let rest = found.refusals.count - 1
    let more = rest == 0 ? [] : options.wrapped("and \(count(rest, "error")) more; `\(options.command) lint` shows all")
    return renderer.lines(for: first.diagnostic(.error)) + more + [""]
  }

  private func heading(_ found: Explanation, _ name: String) -> [String] {
    let what = found.keyword ?? subject(found.subject)
    let stage = found.stage.map { stage in
      let role = stage.role == "dead" ? ", not run" : stage.role == "target" ? ", the image" : ""
      let isNamed = stage.name != "stage-\(stage.index)"
      return (isNamed ? "stage " : "") + stage.name + role
    }
    let left = ["\(name):\(found.line)", what]
    guard let stage else {
      return [
        options.style.apply(
          .strong,
          options.cut(left.map(Printable.line).joined(separator: options.separator), to: options.width)
        )
      ]
    }
    return options.heading(left, verdict: Printable.line(stage), role: .note)
  }

  private func subject(_ subject: Explanation.Subject) -> String {
    switch subject {
    case .instruction: "instruction"
    case .comment: "comment"
    case .directive: "directive"
    case .blank: "empty line"
    }
  }

  private func role(_ effect: Explanation.Effect) -> Style.Role? {
    switch effect {
    case .final, .layer, .contributes: .passed
    case .overridden, .unused: .warning
    case .refused: .error
    case .build, .none: nil
    }
  }

  // MARK: - The instruction itself

  /// Its lines, with carets where a column was asked for.
  private func excerpt(_ found: Explanation, _ source: SourceFile) -> [String] {
    let table = LineTable(source)
    let first = table.line(at: Int(found.range.lower))
    let last = max(first, table.line(at: max(Int(found.range.lower), Int(found.range.upper) - 1)))
    let width = String(last).utf8.count
    let bar = options.style.hasSymbols ? "│" : "|"
    var rows: [String] = []
    let shown = window(first...last, around: found.line)
    for number in shown {
      let bytes = Array(source.bytes[table.range(ofLine: number).offsets])
      let text = options.cut(Printable.line(bytes: bytes), to: options.width - width - 3)
      let gutter = TextLayout.padded(String(number), onTheLeftTo: width) + " " + bar
      rows.append(options.style.apply(.quiet, gutter) + (text.isEmpty ? "" : " " + text))
      rows += carets(found.mark, number, table, source, gutter: width)
    }
    if shown.upperBound < last {
      rows.append(options.style.apply(.quiet, TextLayout.blanks(width) + " " + options.style.ellipsis))
    }
    return rows
  }

  private func window(_ lines: ClosedRange<Int>, around line: Int) -> ClosedRange<Int> {
    guard lines.count > Self.mostLines else { return lines }
    let start = max(lines.lowerBound, min(line - Self.mostLines / 2, lines.upperBound - Self.mostLines + 1))
    return start...(start + Self.mostLines - 1)
  }

  private func carets(
    _ mark: CaretRenderer.Mark?,
    _ number: Int,
    _ table: LineTable,
    _ source: SourceFile,
    gutter: Int
  ) -> [String] {
    guard let mark, table.line(at: Int(mark.range.lower)) == number else { return [] }
    let line = table.range(ofLine: number).offsets
    let start = min(max(Int(mark.range.lower), line.lowerBound), line.upperBound)
    let end = min(max(Int(mark.range.upper), start), line.upperBound)
    let before = DisplayWidth.columns(of: Printable.line(bytes: Array(source.bytes[line.lowerBound..<start])))
    let inside = DisplayWidth.columns(of: Printable.line(bytes: Array(source.bytes[start..<end])))
    let room = options.width - gutter - 3
    let label = (mark.label.map { options.wrapped($0, room: room) } ?? []).map { TextLayout.blanks(gutter + 3) + $0 }
    // What lies beyond the edge is told all the same.
    guard before < room else { return label }
    let carets = String(repeating: "^", count: max(1, min(inside, room - before)))
    let bar = options.style.hasSymbols ? "│" : "|"
    let row = options.style.apply(.quiet, TextLayout.blanks(gutter) + " " + bar) + " " + TextLayout.blanks(before)
    return [row + options.style.apply(.note, carets)] + label
  }

  // MARK: - Sections

  private func section(_ title: String, _ sentences: [String], role: Style.Role? = nil) -> [String] {
    guard !sentences.isEmpty else { return [] }
    return ["", options.style.apply(.title, title)] + self.sentences(sentences, role: role)
  }

  private func sentences(_ sentences: [String], role: Style.Role? = nil) -> [String] {
    sentences.enumerated().flatMap { index, sentence in
      options.wrapped(sentence, room: options.width - 4).enumerated().map { row, line in
        let dressed = role.map { index == 0 ? options.style.apply($0, line) : line } ?? line
        return (row == 0 ? "  " : "    ") + dressed
      }
    }
  }

  /// Beside a command there must be room for its meaning.
  private static let widestCommand = 34

  private func commands(_ commands: [Explanation.Command]) -> [String] {
    let directories = Set(commands.map(\.directory))
    return commands.flatMap { command -> [String] in
      var words = [command.meaning].compactMap(\.self)
      if !command.isCertain { words.append("may not run") }
      if directories.count > 1 { words.append("in \(command.directory)") }
      let text = Printable.line(command.text)
      let meaning = words.joined(separator: "; ")
      let indent = 4 + Self.widestCommand + 2
      if DisplayWidth.columns(of: text) <= Self.widestCommand, options.width >= 72 {
        let right = options.wrapped(meaning, room: options.width - indent)
        let left =
          options.style.apply(.code, text) + TextLayout.blanks(Self.widestCommand - DisplayWidth.columns(of: text))
        guard !meaning.isEmpty, let first = right.first else { return ["    " + options.style.apply(.code, text)] }
        return ["    " + left + "  " + first] + right.dropFirst().map { TextLayout.blanks(indent) + $0 }
      }
      let top = options.wrapped(command.text, room: options.width - 6).enumerated().map {
        ($0 == 0 ? "    " : "      ") + options.style.apply(.code, $1)
      }
      return top + (meaning.isEmpty ? [] : options.wrapped(meaning, room: options.width - 8).map { "        " + $0 })
    }
  }
}

extension String {
  /// For screens without symbols.
  fileprivate var replacingArrows: String {
    split(separator: "→", omittingEmptySubsequences: false).joined(separator: "->")
  }
}
