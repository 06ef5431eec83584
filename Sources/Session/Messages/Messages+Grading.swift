import Course
import Diagnostics
import Rubric

extension Messages {
  /// What a second check says: what changed, what still fails, and the score.
  static func changes(_ change: CheckChange) -> [Block] {
    var blocks: [Block] = []
    if change.isSameFile {
      blocks.append(.text("The file is the same as at the last check."))
    } else if change.changed.isEmpty {
      blocks.append(.text("The file changed, no check did."))
    } else {
      blocks.append(.table(change.changed.map { row($0.check, before: $0.before, change) }))
    }
    blocks += [.blank, verdict(change)]
    let failing = change.stillFailing
    if !failing.isEmpty {
      blocks += [.blank, .text("Still failing:"), .table(failing.map { failingRow($0, change) })]
    }
    let remarks = change.worthALook.map { Text("\(.code, $0.id)") }
    if let first = remarks.first {
      let names = remarks.dropFirst().reduce(first) { "\($0), \($1)" }
      blocks += [.blank, .text("Worth a look, without points: \(names)")]
    }
    return blocks
  }

  private static func row(_ check: CheckResult, before: CheckResult.Status, _ change: CheckChange) -> [Text] {
    ["  \(.code, check.id)", "\(symbol(before)) \(.arrow) \(symbol(check.status))", words(check, change)]
  }

  private static func failingRow(_ check: CheckResult, _ change: CheckChange) -> [Text] {
    ["  \(.cross)", "\(.code, check.id)", words(check, change)]
  }

  private static func words(_ check: CheckResult, _ change: CheckChange) -> Text {
    guard check.status == .failed, let line = change.line(of: check) else { return Text(check.message) }
    return "line \(line): \(check.message)"
  }

  private static func symbol(_ status: CheckResult.Status) -> Symbol {
    switch status {
    case .passed: .passed
    case .failed: .failed
    case .notJudged: .notJudged
    }
  }

  private static func verdict(_ change: CheckChange) -> Block {
    let result = change.result
    let score: Text =
      change.scoreBefore == result.score
      ? "\(result.score) of \(result.maxScore)"
      : "\(change.scoreBefore) \(.arrow) \(result.score) of \(result.maxScore)"
    guard result.status == .passed else { return .text("Not passed, \(score).") }
    let praised = change.changed.last { $0.check.status == .passed }?.check
    guard let praised = praised ?? result.checks.first(where: { $0.status == .passed }) else {
      return .text("\(.passed, "Passed"), \(score).")
    }
    return .text("\(.passed, "Passed"), \(score). Well done: \(praised.message).")
  }

  static func afterPass(isFirst: Bool) -> Text {
    isFirst
      ? "Solved. \(.code, "solution") shows ours with its reasons, Enter goes on."
      : "\(.code, "solution") shows ours with its reasons, Enter goes on."
  }

  /// After the whole report, which names the next steps itself.
  static func afterReport(isStart: Bool) -> Text {
    isStart
      ? "This is the file as you got it. Edit it, and \(.code, "check") again."
      : "Edit it, and \(.code, "check") says what changed; \(.code, "check all") tells everything in full."
  }

  static func afterFail(isSolutionOpen: Bool) -> Text {
    if isSolutionOpen {
      return "\(.code, "hint") gives a nudge, \(.code, "check all") the whole report; \(.code, "solution") is open."
    }
    return "\(.code, "hint") gives a nudge, \(.code, "check all") the whole report."
  }

  static func hint(_ check: String, _ text: String, step: Int, of steps: Int, again: String) -> [Block] {
    let next: Text =
      if step == steps {
        "That was the last hint for \(.code, check)."
      } else if step + 1 == steps {
        "The next one is the last and nearly gives the answer: \(.code, again) again."
      } else {
        "The next one says more exactly where to look: \(.code, again) again."
      }
    return [
      .title("\(.code, check)", "hint \(step) of \(steps)"),
      .markdown(text),
      .blank,
      .text("\(.quiet, next)"),
    ]
  }

  static let noHintNeeded: Text = "Nothing fails, so no hint is needed. \(.code, "check") says so too."

  static func hintNotNeeded(_ check: String) -> Text {
    "\(.code, check) passes; no hint is needed."
  }

  static func hintForRejected(_ message: String?) -> [Block] {
    let reason: Text = message.map { ": \($0)" } ?? "."
    return [.text("Docker refuses this file\(reason)"), .text("First that; \(.code, "check") shows the place.")]
  }

  static func noHint(_ check: String, _ rubric: Rubric) -> Text {
    guard let why = rubric.items.first(where: { $0.id == check })?.rationale else {
      return "There is no hint for \(.code, check)."
    }
    return "There is no hint for \(.code, check). Why it matters: \(why)"
  }

  static func noCheck(_ name: String, _ nearest: String?, _ exercise: String) -> Text {
    if let nearest {
      return "\(.code, exercise) has no check \(.code, name). Did you mean \(.code, "hint \(nearest)")?"
    }
    return "\(.code, exercise) has no check \(.code, name). \(.code, "check all") names them."
  }
}
