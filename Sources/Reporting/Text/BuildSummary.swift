import Diagnostics
import Rubric

/// What real builds said of many submissions: how many were confirmed, and what is the matter with the others.
struct BuildSummary {
  private static let mostTroubles = 10

  private let results: [(name: String, build: BuildConfirmation)]
  private let options: TextOptions

  init(_ results: [SubmissionResult], options: TextOptions) {
    self.results = results.compactMap { result in result.build.map { (result.submission, $0) } }
    self.options = options
  }

  /// Nothing when nothing was to be built.
  func lines() -> [String] {
    guard let first = results.first?.build else { return [] }
    let counts = BuildConfirmation.Verdict.allCases.compactMap { verdict -> String? in
      let count = results.count { $0.build.verdict == verdict }
      return count > 0 || verdict == .confirmed ? "\(BuildText.words(verdict)) \(count)" : nil
    }
    let heading = "real builds by \(first.engine) \(first.version): \(counts.joined(separator: options.separator))"
    return [""] + options.wrapped("  " + heading, indent: 4) + troubles()
  }

  private func troubles() -> [String] {
    let found = results.filter { $0.build.verdict != .confirmed && $0.build.verdict != .notBuilt }
    let shown = found.prefix(Self.mostTroubles).map { result in
      let text = "  \(Printable.line(result.name)): \(Printable.line(result.build.reason ?? ""))"
      return options.cut(text, to: options.width)
    }
    let more = found.count - shown.count
    return shown + (more > 0 ? ["  and \(more) more, which --all shows"] : [])
  }
}
