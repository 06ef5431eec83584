import Diagnostics
package import Rubric

/// JUnit XML in the part that Jenkins, GitLab and the strict Ant schema all read: a suite for each submission, a test
/// case for each check.
///
/// A refused or unreadable file is one more test case with an error; the checks of a refused one are skipped. Times are
/// not measured: they would differ from run to run.
package struct JUnitReporter: Reporter {
  private let timestamp: String

  package init(secondsSince1970: Int64) {
    timestamp = UTCTime(secondsSince1970: secondsSince1970).text
  }

  package func bytes(of report: Report) -> [UInt8] {
    var names = UniqueNames()
    var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n<testsuites>\n"
    for (index, result) in report.results.enumerated() {
      text += suite(result, name: names.unique(Self.name(result)), index: index, report: report)
    }
    return Array((text + "</testsuites>\n").utf8)
  }

  /// Neither schema takes an empty name.
  private static func name(_ result: SubmissionResult) -> String {
    let name = XMLText.attribute(result.submission)
    return name.utf8.contains { $0 != UInt8(ascii: " ") } ? name : "submission"
  }

  private func suite(_ result: SubmissionResult, name: String, index: Int, report: Report) -> String {
    let exercise = XMLText.attribute(report.exercise.id)
    let cases = cases(of: result)
    let counts =
      [("tests", cases.count)]
      + TestCase.Kind.counted.map { kind in
        (kind.rawValue, cases.filter { $0.kind == kind }.count)
      }
    let numbers = counts.map { "\($0)=\"\($1)\"" }.joined(separator: " ")
    var text = "  <testsuite name=\"\(name)\" package=\"\(exercise)\" id=\"\(index)\" timestamp=\"\(timestamp)\""
    text += " hostname=\"localhost\" \(numbers) time=\"0\">\n    <properties>\n"
    for (key, value) in properties(of: result, report: report) {
      text += "      <property name=\"\(key)\" value=\"\(XMLText.attribute(value))\"/>\n"
    }
    text += "    </properties>\n"
    text += cases.map { $0.text(className: exercise + "." + name) }.joined()
    return text + "    <system-out/>\n    <system-err/>\n  </testsuite>\n"
  }

  private func properties(of result: SubmissionResult, report: Report) -> [(String, String)] {
    [
      ("tool", "\(report.tool.name) \(report.tool.version)"),
      ("rubric_sha256", report.exercise.rubricSHA256),
      ("sha256", result.sha256 ?? ""),
      ("status", result.status.rawValue),
      ("score", String(result.score)),
      ("max_score", String(result.maxScore)),
    ]
  }

  private func cases(of result: SubmissionResult) -> [TestCase] {
    let places = ResultPlaces(result)
    let checks = result.checks.map { TestCase($0, in: result, at: places[$0.range]) }
    switch result.status {
    case .passed, .failed: return checks + (result.build.map { [TestCase($0)] } ?? [])
    case .rejected:
      let first = result.diagnostics.first { $0.severity == .error }
      let message = result.error ?? first?.message ?? "Docker refuses the file"
      let place = places[first?.range].map { "\(result.submission):\($0.line):\($0.column): " } ?? ""
      return [
        TestCase(
          name: "Docker accepts the file",
          kind: .error,
          type: "rejected",
          message: message,
          text: place + message
        )
      ]
        + checks
    case .unreadable:
      let message = result.error ?? "the file could not be read"
      return [TestCase(name: "the file can be read", kind: .error, type: "unreadable", message: message, text: message)]
        + checks
    }
  }
}

/// One `testcase` element.
private struct TestCase {
  enum Kind: String {
    case passed
    case failure = "failures"
    case error = "errors"
    case skipped

    /// In the order of the attributes.
    static let counted: [Kind] = [.failure, .error, .skipped]
  }

  var name: String
  var kind: Kind
  var type: String
  var message: String
  var text: String

  init(name: String, kind: Kind, type: String, message: String, text: String) {
    self.name = name
    self.kind = kind
    self.type = type
    self.message = message
    self.text = text
  }

  init(_ check: CheckResult, in result: SubmissionResult, at place: ResultPlaces.Place?) {
    let kind: Kind =
      switch check.status {
      case .passed: .passed
      case .failed: .failure
      case .notJudged: .skipped
      }
    let place = place.map { "\(result.submission):\($0.line):\($0.column): " } ?? ""
    let lines = [place + check.message, check.why.map { "why: " + $0 }, check.fix.map { "fix: " + $0 }]
    self.init(
      name: "\(check.id): \(check.title)",
      kind: kind,
      type: check.id,
      message: check.message,
      text: lines.compactMap(\.self).joined(separator: "\n")
    )
  }

  /// A real build is one more test.
  init(_ build: BuildConfirmation) {
    let kind: Kind =
      switch build.verdict {
      case .confirmed: .passed
      case .contradicted, .failed, .timedOut: .failure
      case .unconfirmed, .notBuilt: .skipped
      }
    let message = build.reason ?? BuildText.words(build.verdict)
    self.init(
      name: "\(build.engine) builds what was read",
      kind: kind,
      type: "build",
      message: message,
      text: ([message] + build.output).joined(separator: "\n")
    )
  }

  func text(className: String) -> String {
    let start = "    <testcase classname=\"\(className)\" name=\"\(XMLText.attribute(name))\" time=\"0\""
    let message = XMLText.attribute(message)
    switch kind {
    case .passed: return start + "/>\n"
    case .failure: return start + ">" + element("failure", message) + "</testcase>\n"
    case .error: return start + ">" + element("error", message) + "</testcase>\n"
    case .skipped:
      return start + "><skipped message=\"\(message)\">\(XMLText.content(text))</skipped></testcase>\n"
    }
  }

  private func element(_ name: String, _ message: String) -> String {
    "<\(name) type=\"\(XMLText.attribute(type))\" message=\"\(message)\">\(XMLText.content(text))</\(name)>"
  }
}

/// Of two tests with one name only the first is read, so the later ones get a number.
private struct UniqueNames {
  private var seen: Set<String> = []
  private var counts: [String: Int] = [:]

  mutating func unique(_ name: String) -> String {
    var candidate = name
    while !seen.insert(candidate).inserted {
      counts[name, default: 1] += 1
      candidate = "\(name) (\(counts[name, default: 2]))"
    }
    return candidate
  }
}
