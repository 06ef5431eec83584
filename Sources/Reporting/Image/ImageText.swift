import Diagnostics
import BuildModel
import DockerfileSyntax

/// An image for people: what it would be, and where each part of that comes from.
package struct ImageText: Sendable {
  /// Beyond so many rows of one kind JSON has the rest.
  private static let most = 40
  private static let labelWidth = 13

  private let options: TextOptions

  package init(_ options: TextOptions) {
    self.options = options
  }

  package func lines(of report: ImageReport) -> [String] {
    switch report.outcome {
    case .refused(let error): refusal(error, report)
    case .image(let image, let trace): lines(of: report, image, trace)
    }
  }

  private func refusal(_ error: BuildError, _ report: ImageReport) -> [String] {
    let name = report.file == "-" ? "standard input" : report.file
    let source = SourceFile(path: name, bytes: report.source.bytes)
    let renderer = CaretRenderer(source, style: options.style, width: options.width)
    let remark = LintedFile.Remark(error.message, at: error.range, suggestion: error.suggestion)
    return options.wrapped("\(name): Docker refuses to build it, so there is no image").map {
      options.style.apply(.failed, $0)
    } + [""] + renderer.lines(for: remark.diagnostic(.error))
  }

  private func lines(of report: ImageReport, _ image: JudgedImage, _ trace: ConfigurationTrace) -> [String] {
    let rows = ImageRows(image, trace)
    let text = rows.text
    var lines = heading(report, image) + [""]
    lines += configuration(rows)
    let files = FileRows(image: image, text: text)
    lines += section("Files that instructions put there", files.files().map { fileRow($0) })
    lines += section("Mounted while it is built, and not in it", files.mounts().map { fileRow($0) })
    let arrivals = ArrivalText(image: image, text: text)
    lines += section(
      "Reaches the image?",
      image.unwantedArrivals.map { arrival in
        row(arrivals.label(arrival.subject), arrivals.sentence(arrival), wide: 25, role: Self.role(arrival.answer))
      }
    )
    let stages = StageRows(image: image, text: text).rows()
    lines += section(
      "Stages",
      stages.map { row($0.name, "line \($0.line): \($0.words)", wide: 16, role: $0.role == "dead" ? .warning : nil) }
    )
    return lines + notes(report)
  }

  private static func role(_ answer: Arrival.Answer) -> Style.Role? {
    switch answer {
    case .yes: .warning
    case .no: nil
    case .unknown: .quiet
    }
  }

  private func heading(_ report: ImageReport, _ image: JudgedImage) -> [String] {
    let name = report.file == "-" ? "standard input" : report.file
    let base = image.base.name
    let known = image.base.isUnknown ? ", about which nothing is known" : ""
    return options.heading(
      ["The image of \(image.stage.displayName)", name],
      verdict: "from \(base)\(known)",
      role: .note
    )
  }

  // MARK: - Rows

  private func section(_ title: String, _ rows: [[String]]) -> [String] {
    guard !rows.isEmpty else { return [] }
    let rest = rows.count - Self.most
    let more = rest > 0 ? ["  and \(rest) more; --format json has them"] : []
    return ["", options.style.apply(.title, title)] + rows.prefix(Self.most).flatMap(\.self) + more
  }

  /// A label and its text beside it, or below where there is no room.
  private func row(_ label: String, _ value: String, wide: Int, role: Style.Role? = nil) -> [String] {
    let label = Printable.line(label)
    let columns = DisplayWidth.columns(of: label)
    let isBeside = options.width >= 60 && columns <= wide
    let indent = isBeside ? wide + 4 : 4
    let text = options.wrapped(TextLayout.blanks(0) + value, room: options.width - indent)
    let body = text.map { role.map { role in { options.style.apply(role, $0) } }?($0) ?? $0 }
    guard isBeside, let first = body.first else {
      let title = label.isEmpty ? [] : options.wrapped(label, room: options.width - 2).map { "  " + $0 }
      return title + body.map { TextLayout.blanks(4) + $0 }
    }
    return ["  " + TextLayout.padded(label, to: wide) + "  " + first]
      + body.dropFirst().map { TextLayout.blanks(indent) + $0 }
  }

  private func configuration(_ rows: ImageRows) -> [String] {
    var lines: [String] = []
    var counts: [String: Int] = [:]
    var last = ""
    for row in rows.all() where row.value != nil || row.source != .default || !row.replaced.isEmpty {
      counts[row.field, default: 0] += 1
      guard counts[row.field, default: 0] <= Self.most else { continue }
      lines += self.row(row.field == last ? "" : row.field, value(row, rows), wide: Self.labelWidth)
      last = row.field
      lines += details(row, rows)
    }
    for (field, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.most {
      lines.append("  \(count - Self.most) more of \(field); --format json has them")
    }
    return lines
  }

  private func value(_ row: ImageRow, _ rows: ImageRows) -> String {
    guard let value = row.value else {
      return row.source == .unknown ? "unknown: \(rows.image.base.name) decides" : "none"
    }
    let shown = row.key.map { "\($0)=\(value)" } ?? value
    let form = row.form.map { "  (\($0) form)" } ?? ""
    return shown + form + (row.source == .default && row.steps.isEmpty ? ", the default" : "")
  }

  private func details(_ row: ImageRow, _ rows: ImageRows) -> [String] {
    let arrow = options.style.hasSymbols ? " → " : " -> "
    var details: [String] = []
    let before = row.replaced.first
    let endsWith = before.map { $0.effect == .cleared || $0.effect == .disabled } ?? false
    if !row.steps.isEmpty, !endsWith {
      let steps = rows.text.steps(row.steps) + [row.result].compactMap(\.self)
      let place = before.map { ", in the place of \(rows.text.previous($0))" } ?? ""
      details.append(steps.joined(separator: arrow) + place)
    } else if let before {
      details.append(rows.text.replaced(before))
    }
    let indent = options.width >= 60 ? Self.labelWidth + 6 : 6
    return details.flatMap { detail in
      options.wrapped(detail, room: options.width - indent).map {
        TextLayout.blanks(indent) + options.style.apply(.quiet, $0)
      }
    }
  }

  private func fileRow(_ file: FileRow) -> [String] {
    row(file.path, (file.way + [file.what]).joined(separator: options.style.hasSymbols ? " ← " : " <- "), wide: 22)
  }

  private func notes(_ report: ImageReport) -> [String] {
    let source = SourceFile(path: report.file == "-" ? "standard input" : report.file, bytes: report.source.bytes)
    let renderer = CaretRenderer(source, style: options.style, width: options.width)
    return MisspeltStages(in: report.document).notes().flatMap { [""] + renderer.lines(for: $0.diagnostic(.note)) }
  }
}

extension TextOptions {
  /// Untrusted text in lines of so many columns; very long ones are cut.
  func wrapped(_ text: String, room: Int) -> [String] {
    let shown = cut(Printable.line(text), to: showsAll ? 20_000 : 12 * max(20, room))
    return TextLayout.wrapped(shown, to: max(10, room))
  }
}
