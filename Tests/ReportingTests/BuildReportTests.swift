import Diagnostics
import Reporting
import Rubric
import Testing

/// What a real build adds to the formats.
@Suite struct BuildReportTests {
  private typealias Field = BuildConfirmation.Field

  private static func confirmation(_ verdict: BuildConfirmation.Verdict) -> BuildConfirmation {
    BuildConfirmation(
      engine: "buildah",
      version: "1.28.2",
      verdict: verdict,
      reason: verdict == .confirmed ? nil : "a reason",
      milliseconds: 65_040,
      bytes: 142_300_000,
      fields: [
        Field(name: "User", status: verdict == .contradicted ? .contradicts : .agrees, expected: "node", built: ""),
        Field(name: "Labels", status: .deviates, expected: "", built: "[\"x=1\"]", reason: "it adds a label"),
        Field(name: "Shell", status: .notComparable, expected: "", built: "", reason: "not told"),
      ],
      output: verdict == .failed ? ["STEP 1/2", "\u{1B}[31mno"] : []
    )
  }

  private static func result(_ verdict: BuildConfirmation.Verdict?, name: String = "Dockerfile") -> SubmissionResult {
    var result = SubmissionResult(submission: name, sha256: "00", status: .passed, score: 100, maxScore: 100)
    result.build = verdict.map(confirmation)
    return result
  }

  private static func text(
    _ results: [SubmissionResult],
    _ format: ReportFormat,
    style: Style = .plain,
    width: Int = 80
  ) -> String {
    let report = Report(
      tool: .init(name: "stagecraft", version: "0"),
      exercise: .init(id: "a", title: "A", rubricSHA256: "00", passMark: 80, maxScore: 100),
      results: results
    )
    let options = ReportOptions(text: TextOptions(width: width, style: style))
    return String(decoding: format.reporter(options).bytes(of: report), as: UTF8.self)
  }

  private static func words(_ results: [SubmissionResult], width: Int = 80) -> String {
    text(results, .text, width: width).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test(
    arguments: [
      (
        BuildConfirmation.Verdict.confirmed,
        "confirmed by buildah 1.28.2 (1 min 5 s, 142 MB): the image is as it was read out of the file, in 1 of 3 "
          + "fields; Shell could not be compared buildah is known to differ from Docker: Labels (it adds a label) "
          + "Well done."
      ),
      (.contradicted, "contradicted by buildah 1.28.2 (1 min 5 s, 142 MB): a reason User expected node built not set"),
      (.failed, "not built by buildah 1.28.2 (1 min 5 s, 142 MB): a reason"),
      (.failed, #"| STEP 1/2 | \u{1B}[31mno The mark stands, but the build does not bear it out."#),
      (.timedOut, "not built in time by buildah"), (.unconfirmed, "not confirmed by buildah"),
    ]
  )
  func `one file`(verdict: BuildConfirmation.Verdict, words: String) {
    for width in [40, 80, 120] {
      let shown = Self.words([Self.result(verdict)], width: width)
      #expect(shown.contains(words), "\(shown)")
      let lines = Self.text([Self.result(verdict)], .text, width: width).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width })
    }
  }

  @Test func `colour is on the verdict alone`() {
    #expect(Self.text([Self.result(.confirmed)], .text, style: .coloured).contains("\u{1B}[32mconfirmed\u{1B}[0m by"))
    #expect(Self.text([Self.result(.failed)], .text, style: .coloured).contains("│ STEP 1/2"))
  }

  @Test func `many files are counted, and what is wrong is named`() {
    let results = [
      Self.result(.confirmed, name: "a"), Self.result(.failed, name: "b"), Self.result(.notBuilt, name: "c"),
    ]
    let shown = Self.words(results)
    let words = "real builds by buildah 1.28.2: confirmed 1 - not built 1 - left out 1 b: a reason"
    #expect(shown.contains(words), "\(shown)")
  }

  @Test(arguments: ReportFormat.allCases)
  func `without a build nothing is said of one`(format: ReportFormat) {
    let text = Self.text([Self.result(nil), Self.result(nil)], format) + Self.text([Self.result(nil)], format)
    #expect(!text.contains("build"))
  }

  @Test func `JSON`() {
    let text = Self.text([Self.result(.contradicted)], .jsonl)
    #expect(
      text.contains(
        #","build":{"engine":"buildah","version":"1.28.2","verdict":"contradicted","reason":"a reason","#
          + #""milliseconds":65040,"bytes":142300000,"fields":[{"field":"User","status":"contradicts","#
          + #""expected":"node","built":"","reason":null}"#
      ),
      "\(text)"
    )
  }

  @Test func `annotations of GitHub`() {
    let failed = Self.text([Self.result(.failed)], .github)
    #expect(
      failed.hasPrefix(
        #"::error file=Dockerfile,title=not built by buildah 1.28.2::a reason%0ASTEP 1/2%0A\u{1B}[31mno"#
      ),
      "\(failed)"
    )
    #expect(Self.text([Self.result(.unconfirmed)], .github).hasPrefix("::warning file=Dockerfile"))
    #expect(Self.text([Self.result(.confirmed)], .github) == Self.text([Self.result(nil)], .github))
  }

  @Test(
    arguments: [
      (BuildConfirmation.Verdict.confirmed, #"tests="1" failures="0" errors="0" skipped="0""#),
      (.failed, #"tests="1" failures="1" errors="0" skipped="0""#),
      (.unconfirmed, #"tests="1" failures="0" errors="0" skipped="1""#),
    ]
  )
  func `a test of JUnit`(verdict: BuildConfirmation.Verdict, counts: String) {
    let text = Self.text([Self.result(verdict)], .junit)
    #expect(text.contains(counts))
    #expect(text.contains(#"name="buildah builds what was read""#))
  }
}
