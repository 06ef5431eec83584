import Diagnostics
import Rubric

/// A line for each check: how many passed it and why most of the others did not.
struct CheckSummary {
  private static let leastReasons = 24

  private let statistics: ResultStatistics
  private let options: TextOptions
  private let idWidth: Int
  private let countWidth: Int

  init(_ statistics: ResultStatistics, options: TextOptions) {
    self.statistics = statistics
    self.options = options
    idWidth = statistics.checks.map { DisplayWidth.columns(of: $0.id) }.max() ?? 0
    countWidth = max("passed".utf8.count, String(statistics.readable).utf8.count)
  }

  func lines() -> [String] {
    let head =
      "  " + TextLayout.padded("check", to: idWidth) + "  " + TextLayout.padded("passed", onTheLeftTo: countWidth)
    let isWide = reasonColumn + Self.leastReasons <= options.width
    let title = isWide ? TextLayout.padded(head, to: reasonColumn) + "most often because" : head
    return [options.style.apply(.quiet, title)] + statistics.checks.flatMap { lines($0, isWide: isWide) }
  }

  private var reasonColumn: Int { 2 + idWidth + 2 + countWidth + 2 + 5 + 3 }

  private func lines(_ check: ResultStatistics.CheckCount, isWide: Bool) -> [String] {
    let percent = (200 * check.passed + statistics.readable) / (2 * max(1, statistics.readable))
    let numbers =
      TextLayout.padded(String(check.passed), onTheLeftTo: countWidth) + "  "
      + TextLayout.padded("\(percent) %", onTheLeftTo: 5)
    let head = "  " + TextLayout.padded(check.id, to: idWidth) + "  " + numbers
    let column = isWide ? reasonColumn : 6
    let reasons = reasons(check, room: options.width - column)
    guard !reasons.isEmpty else { return fits(head, check, numbers) }
    if isWide { return [TextLayout.padded(head, to: reasonColumn) + reasons] }
    return fits(head, check, numbers) + [TextLayout.blanks(column) + reasons]
  }

  /// The numbers go to a line of their own where the name leaves no room.
  private func fits(_ head: String, _ check: ResultStatistics.CheckCount, _ numbers: String) -> [String] {
    if DisplayWidth.columns(of: head) <= options.width { return [head] }
    return ["  " + options.cut(check.id, to: options.width - 2), TextLayout.blanks(6) + numbers]
  }

  /// As many as there is room for, at least one.
  private func reasons(_ check: ResultStatistics.CheckCount, room: Int) -> String {
    var text = ""
    var reasons = check.rankedReasons.map { "\(Printable.line($0.reason)) (\($0.count))" }
    if check.notJudged > 0 { reasons.append("not judged (\(check.notJudged))") }
    for reason in reasons {
      let longer = text.isEmpty ? reason : text + ", " + reason
      if !text.isEmpty, DisplayWidth.columns(of: longer) > room { break }
      text = longer
    }
    return options.cut(text, to: room)
  }
}
