/// The formats by the names that `--format` takes.
package enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  case text
  case json
  case jsonl
  case junit
  case github
  case csv

  package func reporter(_ options: ReportOptions) -> any Reporter {
    switch self {
    case .text: TextReporter(options.text)
    case .json: JSONReporter()
    case .jsonl: JSONLinesReporter()
    case .junit: JUnitReporter(secondsSince1970: options.secondsSince1970)
    case .github: GitHubReporter()
    case .csv: CSVReporter()
    }
  }
}
