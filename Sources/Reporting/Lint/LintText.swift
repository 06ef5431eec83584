import Diagnostics
import Linting

/// The findings for people: each at its place, then how many there are.
package struct LintText: Sendable {
  /// In one file; JSON has all.
  private static let most = 100

  private let options: TextOptions

  package init(_ options: TextOptions) {
    self.options = options
  }

  package func bytes(of report: LintReport) -> [UInt8] {
    var lines = report.files.flatMap(lines)
    lines += summary(report)
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func lines(_ file: LintedFile) -> [String] {
    guard let source = file.source else {
      let error = Diagnostic(.error, "\(file.name): \(file.error ?? "")", at: nil)
      return block(
        CaretRenderer(SourceFile(path: file.name, bytes: []), style: options.style, width: options.width),
        error
      )
    }
    let shown = SourceFile(path: source.path == "-" ? "standard input" : source.path, bytes: source.bytes)
    let renderer = CaretRenderer(shown, style: options.style, width: options.width)
    var remarks = file.refusals.map { ($0.diagnostic(.error), String?.none) }
    for finding in file.findings {
      let sign = finding.rule == .undefinedVar ? "$" : ""
      let remark = LintedFile.Remark(finding.message, at: finding.range, suggestion: finding.suggestion)
      let read = "\(options.command) explain \(finding.rule.name)"
      remarks.append((remark.diagnostic(.warning, rule: finding.rule.name, prefix: sign), read))
    }
    remarks += file.notes.map { ($0.diagnostic(.note), nil) }
    var lines = remarks.prefix(Self.most).flatMap { block(renderer, $0.0, read: $0.1) }
    let rest = remarks.count - Self.most
    if rest > 0 { lines += options.wrapped("\(rest) more in \(shown.path); --format json has all of them") + [""] }
    return lines
  }

  private func block(_ renderer: CaretRenderer, _ diagnostic: Diagnostic, read: String? = nil) -> [String] {
    renderer.lines(for: diagnostic, read: read) + [""]
  }

  // MARK: - The end

  private func summary(_ report: LintReport) -> [String] {
    let findings = report.files.reduce(0) { $0 + $1.findings.count }
    let errors = report.files.reduce(0) { $0 + $1.refusals.count }
    let unread = report.files.count { $0.status == .unreadable }
    let counts = [
      Self.count(findings, "finding"), Self.count(errors, "error"), unread == 0 ? nil : "\(unread) unreadable",
    ]
    let found = counts.compactMap { $0 }.joined(separator: ", ")
    let files = report.files.count == 1 ? Self.name(report.files[0]) : "\(report.files.count) files"
    let isClean = found.isEmpty
    let text = isClean ? "\(files): nothing found" : "\(files): \(found)"
    let role: Style.Role = isClean ? .passed : .strong
    let lines = options.wrapped(text).map { options.style.apply(role, $0) }
    return lines + notJudged(report)
  }

  private static func name(_ file: LintedFile) -> String { file.name == "-" ? "standard input" : file.name }

  private static func count(_ number: Int, _ word: String) -> String? {
    number == 0 ? nil : number == 1 ? "1 \(word)" : "\(number) \(word)s"
  }

  /// What only a registry could tell; of no interest where no file was read.
  private func notJudged(_ report: LintReport) -> [String] {
    guard report.files.contains(where: { $0.status == .clean || $0.status == .findings }) else { return [] }
    let rules = LintRule.allCases.filter { $0.requirement == .registry }.map(\.name).joined(separator: ", ")
    return options.wrapped("not judged: \(rules), which only a registry can tell").map {
      options.style.apply(.quiet, $0)
    }
  }
}
