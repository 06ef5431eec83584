import Diagnostics
package import Rubric

/// A table after RFC 4180, a line for each submission: what it is, its score, the state of each check, why.
///
/// Text that a spreadsheet would take for a formula gets an apostrophe before it.
package struct CSVReporter: Reporter {
  package init() {}

  package func bytes(of report: Report) -> [UInt8] {
    let checks = checkIDs(report)
    let header = ["submission", "sha256", "status", "score", "max_score"] + checks + ["error", "reasons"]
    var text = header.map(Self.field).joined(separator: ",") + "\r\n"
    for result in report.results { text += row(result, checks: checks) + "\r\n" }
    return Array(text.utf8)
  }

  /// All checks in the order in which the results name them first.
  private func checkIDs(_ report: Report) -> [String] {
    var ids: [String] = []
    for check in report.results.lazy.flatMap(\.checks) where !ids.contains(check.id) { ids.append(check.id) }
    return ids
  }

  private func row(_ result: SubmissionResult, checks: [String]) -> String {
    let states = checks.map { id in result.checks.first { $0.id == id }?.status.rawValue ?? "" }
    let reasons = result.checks.filter { $0.status != .passed }.map { "\($0.id): \($0.reason ?? $0.message)" }
    let before = [result.submission, result.sha256 ?? "", result.status.rawValue].map(Self.field)
    let after = (states + [result.error ?? "", reasons.joined(separator: "; ")]).map(Self.field)
    return (before + [String(result.score), String(result.maxScore)] + after).joined(separator: ",")
  }

  /// A text cell; numbers never come here.
  private static func field(_ text: String) -> String {
    let text = guarded(text)
    let special: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    guard text.utf8.contains(where: special.contains) else { return text }
    return "\"" + text.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
  }

  /// Without what a terminal would obey and without a formula.
  private static func guarded(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let isFormula = ["=", "+", "-", "@", "\t", "\r"].contains(first)
    // Nearly every cell is plain ASCII, which holds nothing to spell out.
    if !isFormula, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    let body = text.unicodeScalars.reduce(into: "") { result, scalar in
      let acts = scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
      let stays = !acts || scalar == "\n" || scalar == "\t"
      result += stays ? String(scalar) : Printable.line(String(scalar))
    }
    return isFormula ? "'" + body : body
  }
}
