import Diagnostics
package import Rubric

/// Workflow commands of GitHub Actions: annotations at the lines of the submissions, the rest as plain lines.
///
/// No text of a submission stands where the runner looks for commands: in an annotation it is escaped, elsewhere the
/// lines are between `stop-commands` and a token that cannot be guessed.
package struct GitHubReporter: Reporter {
  /// The runner shows no more errors, and no more warnings, of one step.
  private static let mostOfAKind = 10

  package init() {}

  package func bytes(of report: Report) -> [UInt8] {
    var shown: [Annotation] = []
    var hidden: [Annotation] = []
    for annotation in report.results.flatMap(annotations) {
      if shown.count(where: { $0.level == annotation.level }) < Self.mostOfAKind {
        shown.append(annotation)
      } else {
        hidden.append(annotation)
      }
    }
    var commands = shown.map(\.command)
    if !hidden.isEmpty {
      let text = "\(hidden.count) more findings stand in the log as plain lines"
      commands.append(Annotation(level: .notice, title: "Not all findings are shown", message: text).command)
    }
    commands.append(Annotation(level: .notice, title: report.exercise.title, message: verdict(report)).command)
    let lines = commands + quoted(hidden.map(\.plainLine) + facts(report))
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  private func verdict(_ report: Report) -> String {
    if let result = report.results.first, report.results.count == 1 {
      return "\(words(result.status)), \(result.score) of \(result.maxScore)"
    }
    let passed = report.results.count { $0.status == .passed }
    return "\(passed) of \(report.results.count) submissions passed"
  }

  private func words(_ status: SubmissionResult.Status) -> String {
    switch status {
    case .passed: "passed"
    case .failed: "not passed"
    case .rejected: "refused by Docker"
    case .unreadable: "unreadable"
    }
  }

  /// Who judged by what, and which bytes.
  private func facts(_ report: Report) -> [String] {
    let files = report.results.map { result in
      "\(words(result.status)), \(result.score) of \(result.maxScore): \(result.submission) "
        + (result.sha256.map { "(SHA-256 \($0))" } ?? "(not read)")
    }
    return [
      "graded by \(report.tool.name) \(report.tool.version)",
      "rubric \(report.exercise.id), \(report.exercise.title) (SHA-256 \(report.exercise.rubricSHA256))",
    ] + files
  }

  /// Lines that the runner prints and does not obey.
  ///
  /// The token is the digest of the lines: it is the same in every run, and no line can hold it, for it would have to
  /// hold its own digest.
  private func quoted(_ lines: [String]) -> [String] {
    let lines = lines.map(Printable.line)
    let token = SHA256.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
    return ["::stop-commands::\(token)"] + lines + ["::\(token)::"]
  }

  private func annotations(_ result: SubmissionResult) -> [Annotation] {
    let file = result.source?.path ?? result.submission
    let places = ResultPlaces(result)
    switch result.status {
    case .passed, .failed: return result.checks.compactMap { annotation($0, file: file, place: places[$0.range]) }
    case .rejected: return refusals(result, file: file, places: places)
    case .unreadable:
      let message = result.error ?? "the file could not be read"
      return [Annotation(level: .error, title: "unreadable", message: message, file: file)]
    }
  }

  private func annotation(_ check: CheckResult, file: String, place: ResultPlaces.Place?) -> Annotation? {
    Self.level(check).map {
      Annotation(
        level: $0,
        title: "\(check.id): \(check.title)",
        message: Self.message(check.message, check.why, check.fix),
        file: file,
        place: place
      )
    }
  }

  /// What Docker refuses the file for, and what is wrong further down.
  private func refusals(_ result: SubmissionResult, file: String, places: ResultPlaces) -> [Annotation] {
    let title = "refused by Docker"
    let errors = result.diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else {
      return [Annotation(level: .error, title: title, message: result.error ?? title, file: file)]
    }
    return errors.map {
      Annotation(
        level: .error,
        title: title,
        message: Self.message($0.message, $0.why, $0.fix),
        file: file,
        place: places[$0.range]
      )
    }
  }

  /// nil for what needs no attention: passed checks, and those that only wait for another one.
  private static func level(_ check: CheckResult) -> Annotation.Level? {
    switch check.status {
    case .passed: nil
    case .failed: check.severity == .required ? .error : .warning
    case .notJudged: check.fix == nil ? nil : .warning
    }
  }

  private static func message(_ message: String, _ why: String?, _ fix: String?) -> String {
    [message, why.map { "Why: " + $0 }, fix.map { "Fix: " + $0 }].compactMap(\.self).joined(separator: "\n")
  }
}

/// A command that puts a message beside a line.
private struct Annotation {
  /// Longer messages are of no use beside a line.
  private static let longestMessage = 2000

  enum Level: String { case error, warning, notice }

  var level: Level
  var title: String
  var message: String
  var file: String?
  var place: ResultPlaces.Place?

  var command: String {
    var properties: [(String, String)] = []
    if let file, file != "-" { properties.append(("file", file)) }
    if let place {
      properties += [("line", String(place.line)), ("endLine", String(place.endLine))]
      // Columns are taken on a single line alone.
      if place.line == place.endLine {
        properties += [("col", String(place.column)), ("endColumn", String(place.endColumn))]
      }
    }
    properties.append(("title", title))
    let list = properties.filter { !$0.1.isEmpty }.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
    let message = TextLayout.truncated(Printable.paragraphs(message), to: Self.longestMessage)
    return "::\(level.rawValue) \(list)::\(Self.data(message))"
  }

  /// For the log, where no file is opened by a click.
  var plainLine: String {
    let location = [file, place.map { "\($0.line):\($0.column)" }].compactMap(\.self).joined(separator: ":")
    let message = message.split(separator: "\n").joined(separator: " ")
    return "\(level.rawValue): \(location.isEmpty ? "" : location + ": ")\(title): \(message)"
  }

  /// `%` first, for the others bring new ones.
  private static func data(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case _ where scalar.properties.generalCategory == .control || scalar.properties.isBidiControl:
        result += Printable.line(String(scalar))
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  private static func property(_ text: String) -> String {
    data(text).unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
