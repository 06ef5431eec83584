import Diagnostics

/// A command that puts a message beside a line.
struct Annotation {
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

  /// The runner shows no more errors, and no more warnings, of one step.
  private static let mostOfAKind = 10

  /// Those that the runner shows, with a word on the others, and the others.
  static func divided(_ annotations: [Annotation]) -> (shown: [Annotation], hidden: [Annotation]) {
    var shown: [Annotation] = []
    var hidden: [Annotation] = []
    var counts: [Level: Int] = [:]
    for annotation in annotations {
      if counts[annotation.level, default: 0] < mostOfAKind {
        counts[annotation.level, default: 0] += 1
        shown.append(annotation)
      } else {
        hidden.append(annotation)
      }
    }
    if !hidden.isEmpty {
      let text = "\(hidden.count) more findings stand in the log as plain lines"
      shown.append(Annotation(level: .notice, title: "Not all findings are shown", message: text))
    }
    return (shown, hidden)
  }

  /// Lines that the runner prints and does not obey.
  ///
  /// The token is the digest of the lines: it is the same in every run, and no line can hold it, for it would have to
  /// hold its own digest.
  static func quoted(_ lines: [String]) -> [String] {
    let lines = lines.map(Printable.line)
    let token = SHA256.hexadecimal(of: Array(lines.joined(separator: "\n").utf8))
    return ["::stop-commands::\(token)"] + lines + ["::\(token)::"]
  }
}
