import Diagnostics
import Rubric

/// Many submissions summed up: how many passed, what most of them got wrong, who needs help first.
struct FolderText {
  /// So many results are worth a line each.
  private static let fewResults = 20
  private static let mostTroubles = 5

  private let results: [SubmissionResult]
  private let exercise: Report.ExerciseSummary
  private let options: TextOptions
  private let statistics: ResultStatistics

  init(_ results: [SubmissionResult], exercise: Report.ExerciseSummary, options: TextOptions) {
    self.results = results
    self.exercise = exercise
    self.options = options
    self.statistics = ResultStatistics(results)
  }

  func lines() -> [String] {
    var lines = heading() + [""] + counts()
    if results.count <= Self.fewResults {
      lines += [""] + results.map(row)
    } else {
      lines += troubles()
    }
    if !statistics.checks.isEmpty { lines += [""] + CheckSummary(statistics, options: options).lines() }
    return lines + BuildSummary(results, options: options).lines() + [""] + ending()
  }

  private func heading() -> [String] {
    let passed = statistics.counts[.passed, default: 0]
    let verdict = "\(passed) of \(statistics.total) passed"
    let role: Style.Role = passed == statistics.total ? .passed : .failed
    return options.heading(
      [exercise.id, exercise.title, "\(statistics.total) submissions"],
      verdict: verdict,
      role: role
    )
  }

  private func counts() -> [String] {
    let words: [(SubmissionResult.Status, String)] = [
      (.passed, "passed"), (.failed, "failed"), (.rejected, "refused by Docker"), (.unreadable, "unreadable"),
    ]
    var parts = words.map { "\($1) \(statistics.counts[$0, default: 0])" }
    if let mean = statistics.meanTenths, let median = statistics.medianTenths {
      parts += ["mean \(decimal(mean))", "median \(decimal(median))"]
    }
    let line = "  " + parts.joined(separator: "   ")
    guard DisplayWidth.columns(of: line) > options.width else { return [line] }
    return parts.map { "  " + $0 }
  }

  /// `814` as `81.4`, `880` as `88`.
  private func decimal(_ tenths: Int) -> String {
    tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }

  private func row(_ result: SubmissionResult) -> String {
    let look = StateLook(result.status)
    let maximum = String(exercise.maxScore)
    let width = 2 * maximum.utf8.count + 1
    let points = result.status == .unreadable ? "" : "\(result.score)/\(result.maxScore)"
    let used = 2 + StateLook.width(options.style) + 2 + width + 2
    var text = Printable.line(result.submission)
    if let error = result.error { text += ": " + Printable.line(error) }
    return "  " + look.cell(options.style) + "  " + TextLayout.padded(points, onTheLeftTo: width) + "  "
      + options.cut(text, to: options.width - used)
  }

  /// The files of which nothing can be said but why.
  private func troubles() -> [String] {
    let found = results.filter { $0.status == .unreadable || $0.status == .rejected }
      .sorted { $0.status == .unreadable && $1.status != .unreadable }
    guard !found.isEmpty else { return [] }
    let more = found.count - Self.mostTroubles
    let shown = found.prefix(Self.mostTroubles).map(row)
    return [""] + shown + (more > 0 ? ["  and \(more) more that are refused or unreadable"] : [])
  }

  private func ending() -> [String] {
    let details = "details: --format csv=report.csv"
    let lowest = statistics.lowest.map { "\(name($0.submission)) \($0.score)" }
    guard !lowest.isEmpty else { return ["  " + details] }
    let left = options.cut("  lowest: " + lowest.joined(separator: options.separator), to: options.width)
    let room = options.width - DisplayWidth.columns(of: left) - details.utf8.count
    return room >= 2 ? [left + TextLayout.blanks(room) + details] : [left, "  " + details]
  }

  /// A submission is known by its folder; the file is called the same everywhere.
  private func name(_ submission: String) -> String {
    let shown = Printable.line(submission)
    let suffix = "/Dockerfile"
    return shown.hasSuffix(suffix) ? String(shown.dropLast(suffix.count)) : shown
  }
}
