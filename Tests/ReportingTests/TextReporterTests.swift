import Diagnostics
import Reporting
import Rubric
import Testing

struct TextReporterTests {
  private static let reports = [
    SampleReport.hostile, ExampleReport.folder, SampleReport.report(ExampleReport.failed),
    SampleReport.report(SampleReport.failed), SampleReport.report(SampleReport.rejected),
    SampleReport.report(SampleReport.unreadable), SampleReport.report(SampleReport.passed), SampleReport.report(),
  ]

  @Test(arguments: [40, 41, 52, 60, 72, 80, 97, 120])
  func `every line fits into the width`(width: Int) {
    for report in Self.reports {
      for style in [Style.plain, .uncoloured] {
        for showsAll in [false, true] {
          let options = TextOptions(width: width, style: style, showsAll: showsAll)
          for line in TextReporter(options).lines(of: report) {
            #expect(DisplayWidth.columns(of: line) <= width, "\(line)")
            #expect(!line.hasSuffix(" "), "\(line.debugDescription)")
          }
        }
      }
    }
  }

  @Test(arguments: reports.indices)
  func `no byte of a submission reaches the terminal as a command`(index: Int) {
    let lines = TextReporter(TextOptions(width: 80, style: .uncoloured, showsAll: true)).lines(of: Self.reports[index])
    for scalar in lines.joined().unicodeScalars {
      #expect(scalar.value >= 0x20 && scalar.value != 0x7F && scalar.value != 0x202E)
    }
  }

  @Test
  func `a bad file still fits on a screen`() {
    let options = TextOptions(width: 100, height: 24, style: .uncoloured)
    let many = (1...12).map { number in
      SampleReport.check(
        "check-\(number)",
        .required,
        .failed,
        points: 0,
        of: 8,
        message: "wrong",
        range: SourceRange(0..<4),
        why: "because",
        fix: "this"
      )
    }
    var result = ExampleReport.failed
    result.checks = many
    let lines = TextReporter(options).lines(for: result, in: SampleReport.exercise)
    #expect(lines.count <= 24 + 8)
    #expect(lines.count { $0.hasPrefix("error:") } == 1)
    #expect(lines.contains { $0.hasPrefix("11 more: check-2 at line 1, check-3") })
    let all = TextReporter(TextOptions(width: 100, height: 24, style: .uncoloured, showsAll: true))
      .lines(for: result, in: SampleReport.exercise)
    #expect(all.count { $0.hasPrefix("error:") } == 12)
  }

  @Test
  func `words without end stay on a screen`() {
    let words = String(repeating: "long 長い ", count: 20_000)
    var result = SampleReport.failed
    result.imageSummary = [words]
    result.checks = result.checks.prefix(2).map { check in
      var check = check
      check.message = words
      check.label = words
      check.why = words
      check.fix = words
      return check
    }
    for status in SubmissionResult.Status.allCases {
      result.status = status
      result.error = words
      let lines = TextReporter(TextOptions(width: 80)).lines(of: SampleReport.report(result))
      #expect(lines.count <= 50, "\(status)")
    }
  }

  @Test
  func `the verdict comes first and the way on last`() throws {
    let lines = TextReporter(TextOptions(width: 100)).lines(of: SampleReport.report(ExampleReport.failed))
    #expect(try #require(lines.first).hasSuffix("not passed, 60 of 100"))
    #expect(lines.last == "2 more things are needed to pass. `stagecraft hint react-node` gives a nudge.")
  }

  @Test
  func `a pass names something that was done well`() {
    let lines = TextReporter(TextOptions(width: 100)).lines(of: SampleReport.report(ExampleReport.passed))
    #expect(lines.last == "Well done: builder runs `npm run build`; build/ reaches the final image.")
  }

  @Test
  func `points may be all that is missing`() {
    var result = ExampleReport.passed
    result.status = .failed
    result.score = 89
    let lines = TextReporter(TextOptions(width: 100)).lines(of: SampleReport.report(result))
    #expect(lines.last == "One more point is needed to pass. `stagecraft hint react-node` gives a nudge.")
  }
}

struct ResultStatisticsTests {
  private func results(_ scores: [Int]) -> [SubmissionResult] {
    scores.enumerated().map { index, score in
      SubmissionResult(submission: "s\(index)", sha256: nil, status: .failed, score: score, maxScore: 100)
    }
  }

  @Test(
    arguments: [
      ([], nil, nil), ([7], 70, 70), ([1, 2], 15, 15), ([3, 1, 2], 20, 20), ([0, 0, 100], 333, 0),
      ([0, 100, 100], 667, 1000),
      ([10, 20, 30, 41], 253, 250),
    ] as [([Int], Int?, Int?)]
  )
  func `averages in tenths`(scores: [Int], mean: Int?, median: Int?) {
    let statistics = ResultStatistics(results(scores))
    #expect(statistics.meanTenths == mean)
    #expect(statistics.medianTenths == median)
  }

  @Test
  func `unreadable files count in no average`() {
    let statistics = ResultStatistics(results([50]) + [SampleReport.unreadable, SampleReport.rejected])
    #expect(statistics.total == 3)
    #expect(statistics.readable == 2)
    #expect(statistics.meanTenths == 250)
    #expect(statistics.counts == [.failed: 1, .unreadable: 1, .rejected: 1])
  }

  @Test
  func `the lowest are named in order`() {
    #expect(ResultStatistics(results([9, 3, 5, 3, 8])).lowest.map(\.submission) == ["s1", "s3", "s2"])
  }

  @Test
  func `reasons are counted and ranked`() throws {
    let reasons = ["b", "a", "b", "c", "a"]
    let results = reasons.map { reason in
      let check = SampleReport.check("x", .required, .failed, reason: reason, points: 0, of: 1, message: "m")
      return SubmissionResult(submission: "s", sha256: nil, status: .failed, score: 0, maxScore: 1, checks: [check])
    }
    let check = try #require(ResultStatistics(results).checks.first)
    #expect(check.rankedReasons.map(\.reason) == ["a", "b", "c"])
    #expect(check.rankedReasons.map(\.count) == [2, 2, 1])
  }
}
