import Diagnostics
import Reporting
import Rubric
import Testing

struct GitHubReporterTests {
  private func lines(_ report: Report) -> [String] {
    String(decoding: GitHubReporter().bytes(of: report), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The commands that a runner would obey: lines that start with two colons, unless commands are stopped.
  private func obeyed(_ lines: [String]) -> [String] {
    var token: String?
    var commands: [String] = []
    for line in lines {
      if let stopped = token {
        if line == "::\(stopped)::" { token = nil }
      } else if line.hasPrefix("::stop-commands::") {
        token = String(line.dropFirst("::stop-commands::".count))
      } else if line.drop(while: { $0.isWhitespace }).hasPrefix("::") || line.contains("##[") {
        commands.append(line)
      }
    }
    return commands
  }

  private func failing(_ severity: CheckResult.Severity, count: Int) -> [CheckResult] {
    (0..<count).map {
      SampleReport.check(
        "c\($0)",
        severity,
        .failed,
        points: 0,
        of: 1,
        message: "::error::owned",
        range: SourceRange(0..<4)
      )
    }
  }

  @Test
  func `points at the bytes`() {
    let text = lines(SampleReport.report(ExampleReport.failed))
    #expect(
      text.contains(
        "::error file=Dockerfile,line=11,endLine=11,col=12,endColumn=22,title=production-dependencies%3A Title of "
          + "production-dependencies::npm does not know `--omit-dev` and installs everything%0AWhy: test runners and "
          + "compilers are the largest part of node_modules, and an attack surface%0AFix: RUN npm ci --omit=dev && npm "
          + "cache clean --force"
      )
    )
  }

  @Test
  func `gives no columns over several lines`() {
    var result = ExampleReport.failed
    result.checks = failing(.required, count: 1)
    result.checks[0].range = SourceRange(0..<40)
    #expect(
      lines(SampleReport.report(result))[0].hasPrefix("::error file=Dockerfile,line=1,endLine=2,title=c0%3A Title")
    )
  }

  @Test
  func `escapes data and properties`() {
    var result = ExampleReport.failed
    result.source = SourceFile(path: "a,b:c%/Dockerfile", text: "FROM a\n")
    result.checks = failing(.required, count: 1)
    result.checks[0].message = "100%\nof it: a, b"
    result.checks[0].title = "a,b\r\n::c"
    #expect(
      lines(SampleReport.report(result))[0]
        == "::error file=a%2Cb%3Ac%25/Dockerfile,line=1,endLine=1,col=1,endColumn=5,title=c0%3A a%2Cb%0D%0A%3A%3Ac::"
        + "100%25%0Aof it: a, b"
    )
  }

  @Test
  func `shows ten errors and ten warnings and tells of the rest`() {
    var result = ExampleReport.failed
    result.checks = failing(.required, count: 14) + failing(.recommended, count: 11)
    let commands = obeyed(lines(SampleReport.report(result)))
    #expect(commands.count { $0.hasPrefix("::error ") } == 10)
    #expect(commands.count { $0.hasPrefix("::warning ") } == 10)
    #expect(
      commands.contains("::notice title=Not all findings are shown::5 more findings stand in the log as plain lines")
    )
  }

  @Test
  func `never lets a submission speak to the runner`() {
    var result = SampleReport.failed
    result.checks += failing(.required, count: 30)
    result.submission = "##[add-path]/evil\n::set-env name=X::y\n\(SampleReport.hostileWords)"
    let report = SampleReport.report(result, SampleReport.formula)
    for command in obeyed(lines(report)) {
      let isOurs = ["::error ", "::warning ", "::notice "].contains { command.hasPrefix($0) }
      #expect(isOurs, "\(command)")
      let hasControls = command.unicodeScalars.contains { $0.value < 0x20 }
      #expect(!hasControls)
    }
  }

  @Test
  func `names rubric, program and file`() {
    let text = lines(SampleReport.report(ExampleReport.passed)).joined(separator: "\n")
    #expect(text.contains("graded by stagecraft 1.0.0\n"))
    #expect(
      text.contains("rubric react-node, Convert to a multi-stage build (SHA-256 \(String(repeating: "ab", count: 32)))")
    )
    #expect(text.contains("passed, 100 of 100: Dockerfile (SHA-256 \(String(repeating: "89", count: 32)))"))
    #expect(text.contains("::notice title=Convert to a multi-stage build::passed, 100 of 100\n"))
  }
}
