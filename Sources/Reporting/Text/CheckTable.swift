import Diagnostics
import Rubric

/// A line for each check: state, name, points and a few words.
struct CheckTable {
  private static let leastMessage = 24
  private static let indent = 2

  private let checks: [CheckResult]
  private let options: TextOptions
  private let idWidth: Int
  private let pointsWidth: Int
  private let maximumWidth: Int

  init(_ checks: [CheckResult], options: TextOptions) {
    self.checks = checks
    self.options = options
    idWidth = checks.map { DisplayWidth.columns(of: $0.id) }.max() ?? 0
    pointsWidth = checks.map { String($0.points).utf8.count }.max() ?? 1
    maximumWidth = checks.map { String($0.maxPoints).utf8.count }.max() ?? 1
  }

  /// What earns points or failed has a line of its own. Of the rest those that share a state share a line, unless all
  /// is shown.
  func lines() -> [String] {
    let passed = gathered(.passed)
    let waiting = gathered(.notJudged)
    let shown = checks.filter { check in !(passed + waiting).contains { $0.id == check.id } }
    return (shown.flatMap(lines) + line(passed) + line(waiting)).map(Self.trimmed)
  }

  private func gathered(_ status: CheckResult.Status) -> [CheckResult] {
    let found = options.showsAll ? [] : checks.filter { $0.maxPoints == 0 && $0.status == status }
    return found.count > 1 ? found : []
  }

  private func line(_ gathered: [CheckResult]) -> [String] {
    guard let first = gathered.first else { return [] }
    let state = TextLayout.blanks(Self.indent) + StateLook(first.status).cell(options.style) + "  "
    let room = options.width - Self.indent - StateLook.width(options.style) - 2
    let names = gathered.map { Printable.line($0.id) }.joined(separator: ", ")
    return [state + options.cut("\(gathered.count) more: \(names)", to: room)]
  }

  private func lines(_ check: CheckResult) -> [String] {
    let state = TextLayout.blanks(Self.indent) + StateLook(check.status).cell(options.style) + "  "
    let used = Self.indent + StateLook.width(options.style) + 2
    let name = TextLayout.padded(check.id, to: idWidth)
    let points = points(check)
    let text = Printable.line(check.status == .failed ? check.reason ?? check.message : check.message)
    let before = used + idWidth + 1 + DisplayWidth.columns(of: points) + 3
    if options.width - before >= Self.leastMessage {
      let texts = fit(text, to: options.width - before)
      return texts.enumerated().map { index, text in
        let head = index == 0 ? state + name + " " + points + "   " : TextLayout.blanks(before)
        return head + text
      }
    }
    if before - 3 <= options.width {
      return [state + name + " " + points] + fit(text, to: options.width - used).map { TextLayout.blanks(used) + $0 }
    }
    let second = check.maxPoints > 0 ? points + "  " : ""
    let texts = fit(second + text, to: options.width - 4)
    return [state + options.cut(check.id, to: options.width - used)] + texts.map { TextLayout.blanks(4) + $0 }
  }

  private func fit(_ text: String, to width: Int) -> [String] {
    options.showsAll ? TextLayout.wrapped(text, to: width) : [options.cut(text, to: width)]
  }

  /// `15/15`, or blanks of the same width where no points are at stake.
  private func points(_ check: CheckResult) -> String {
    let width = pointsWidth + 1 + maximumWidth
    guard check.maxPoints > 0 else { return TextLayout.blanks(width) }
    let points = TextLayout.padded(String(check.points), onTheLeftTo: pointsWidth)
    return TextLayout.padded(points + "/" + String(check.maxPoints), to: width)
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
