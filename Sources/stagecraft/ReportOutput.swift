import ArgumentParser
import Classroom
import Diagnostics
import Glibc
import Reporting
import Rubric
import Terminal

/// `FORMAT` or `FORMAT=PATH`, as `--format` takes it.
struct FormatArgument: ExpressibleByArgument {
  let format: ReportFormat
  /// nil for standard output.
  let path: String?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let format = ReportFormat(rawValue: parts[0]), parts.count == 1 || !parts[1].isEmpty else { return nil }
    self.format = format
    path = parts.count > 1 ? parts[1] : nil
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }

  /// For shells: a path may follow.
  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

/// Where the formats of one run go.
struct ReportOutput {
  private let files: [(format: ReportFormat, path: String)]
  private let standard: ReportFormat

  /// Text goes to standard output unless another format without a path is asked for.
  init(_ formats: [FormatArgument]) throws {
    let bare = formats.filter { $0.path == nil }.map(\.format)
    guard bare.count <= 1 else {
      let names = bare.map(\.rawValue).joined(separator: " and ")
      throw UsageError("only one format can go to standard output, not \(names): write FORMAT=PATH for the others")
    }
    standard = bare.first ?? .text
    files = formats.compactMap { argument in argument.path.map { (argument.format, $0) } }
  }

  /// Progress is for a person who sees text on a terminal.
  var isForPeople: Bool { standard == .text }

  func write(_ report: Report, showsAll: Bool) throws {
    let screen = Screen.standard()
    let text = TextOptions(width: screen.width, height: screen.height, style: screen.style, showsAll: showsAll)
    var options = ReportOptions(text: text, secondsSince1970: try Self.epoch())
    let shown = standard.reporter(options).bytes(of: report)
    // A file is no terminal, whatever the command was typed on.
    options.text.style = .plain
    for (format, path) in files { try Destination.write(format.reporter(options).bytes(of: report), toFile: path) }
    try Destination.standardOutput.write(shown)
  }

  /// The time that formats name: SOURCE_DATE_EPOCH, else 1970, so that two runs give the same bytes.
  private static func epoch() throws -> Int64 {
    guard let text = Screen.variable("SOURCE_DATE_EPOCH"), !text.isEmpty else { return 0 }
    guard let seconds = Int64(text), seconds >= 0 else {
      throw UsageError("SOURCE_DATE_EPOCH is `\(text)`, not a number of seconds")
    }
    return seconds
  }
}
