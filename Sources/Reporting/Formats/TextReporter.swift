package import Rubric

/// The report for people: the verdict first, the reasons next, the way on last.
package struct TextReporter: Reporter {
  private let options: TextOptions

  package init(_ options: TextOptions) {
    self.options = options
  }

  package func bytes(of report: Report) -> [UInt8] {
    Array(lines(of: report).map { $0 + "\n" }.joined().utf8)
  }

  /// One file fills a screen; several are summed up.
  package func lines(of report: Report) -> [String] {
    if let result = report.results.first, report.results.count == 1 {
      return lines(for: result, in: report.exercise)
    }
    let summary = FolderText(report.results, exercise: report.exercise, options: options).lines()
    guard options.showsAll else { return summary }
    return report.results.flatMap { lines(for: $0, in: report.exercise) + [""] } + summary
  }

  /// What one submission got.
  package func lines(for result: SubmissionResult, in exercise: Report.ExerciseSummary) -> [String] {
    FileText(result, exercise: exercise, options: options).lines()
  }
}
