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
    let options = ReportOptions(text: text, secondsSince1970: try Self.epoch())
    for (format, path) in files { try Self.write(format.reporter(options).bytes(of: report), to: path) }
    Screen.write(String(decoding: standard.reporter(options).bytes(of: report), as: UTF8.self), to: STDOUT_FILENO)
  }

  /// The time that formats name: SOURCE_DATE_EPOCH, else 1970, so that two runs give the same bytes.
  private static func epoch() throws -> Int64 {
    guard let text = Screen.variable("SOURCE_DATE_EPOCH"), !text.isEmpty else { return 0 }
    guard let seconds = Int64(text), seconds >= 0 else {
      throw UsageError("SOURCE_DATE_EPOCH is `\(text)`, not a number of seconds")
    }
    return seconds
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw OutputError(description: "cannot write \(path): \(reason())") }
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let why = reason()
        close(descriptor)
        throw OutputError(description: "cannot write \(path): \(why)")
      }
      offset += count
    }
    guard close(descriptor) == 0 else { throw OutputError(description: "cannot write \(path): \(reason())") }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }
}
