import BuildModel
import Diagnostics
import Rubric

/// Reports that the tests of all formats share.
enum SampleReport {
  static let hostileWords = "<&\"]]>' = 100% \u{1B}[31mred\u{1B}[0m\n::error::owned 👍 e\u{301} \u{202E}x,y;`z`\u{0}\r"

  /// Every outcome, with text that breaks out of careless formats.
  static let hostile = Report(
    tool: Report.Tool(name: "stagecraft", version: "1.0.0"),
    exercise: Report.ExerciseSummary(
      id: "react-node",
      title: "Convert to a <multi-stage> build, 100%",
      rubricSHA256: String(repeating: "ab", count: 32),
      passMark: 90,
      maxScore: 100
    ),
    results: [passed, failed, rejected, unreadable, failed, formula]
  )

  static func report(_ results: SubmissionResult...) -> Report {
    Report(tool: hostile.tool, exercise: exercise, results: results)
  }

  static let exercise = Report.ExerciseSummary(
    id: "react-node",
    title: "Convert to a multi-stage build",
    rubricSHA256: String(repeating: "ab", count: 32),
    passMark: 90,
    maxScore: 100
  )

  static let passed = SubmissionResult(
    submission: "adams/Dockerfile",
    sha256: String(repeating: "01", count: 32),
    status: .passed,
    score: 95,
    maxScore: 100,
    checks: [
      builder,
      check(
        "healthcheck-probe",
        .recommended,
        .failed,
        points: 0,
        of: 5,
        message: "`curl` is not part of node:26-alpine"
      ),
    ],
    image: image,
    imageSummary: ["The final image would be: user node · port 3000"],
    source: SourceFile(path: "class/adams/Dockerfile", text: "FROM node:26\n")
  )

  static let failed: SubmissionResult = {
    let text = "FROM node:26 AS b\r\nRUN\t\(hostileWords)\n# 漢字\nRUN npm ci --omit-dev\n"
    let source = SourceFile(path: "class/=cmd()|'/C calc'!A0/Dockerfile", text: text)
    let start = text.utf8.count - "--omit-dev\n".utf8.count
    return SubmissionResult(
      submission: "=cmd()|'/C calc'!A0/Dockerfile",
      sha256: String(repeating: "23", count: 32),
      status: .failed,
      score: 20,
      maxScore: 100,
      checks: [
        builder,
        check(
          "production-dependencies",
          .required,
          .failed,
          reason: "development dependencies \(hostileWords)",
          points: 0,
          of: 20,
          message: "npm does not know `\(hostileWords)`",
          range: SourceRange(start..<start + 10),
          label: "did you mean \(hostileWords)?",
          why: "compilers are an attack surface \(hostileWords)",
          fix: "RUN npm ci --omit=dev \\\n  && \(hostileWords)"
        ),
        check(
          "non-root-user",
          .required,
          .notJudged,
          reason: "unknown base",
          points: 0,
          of: 15,
          message: "nothing is known about `a/b`",
          range: SourceRange(0..<17),
          fix: "USER node"
        ),
        check("small-dependencies", .praise, .notJudged, reason: "waits", points: 0, of: 0, message: "waits for it"),
      ],
      diagnostics: [Diagnostic(.warning, rule: "LegacyKeyValueFormat", hostileWords, at: SourceRange(19..<30))],
      image: image,
      imageSummary: ["The final image would be: \(hostileWords)"],
      source: source
    )
  }()

  static let rejected = SubmissionResult(
    submission: "chen/Dockerfile",
    sha256: String(repeating: "45", count: 32),
    status: .rejected,
    score: 0,
    maxScore: 100,
    error: "dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)",
    checks: [
      check("builder-stage", .required, .notJudged, reason: "refused", points: 0, of: 20, message: "refused by Docker")
    ],
    diagnostics: [
      Diagnostic(
        .error,
        "dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)",
        at: SourceRange(13..<17)
      ),
      Diagnostic(.error, "dockerfile parse error on line 3: \(hostileWords)", at: SourceRange(25..<28)),
    ],
    source: SourceFile(path: "class/chen/Dockerfile", text: "FROM node:26\nRUNN npm ci\nFOO\n")
  )

  static let unreadable = SubmissionResult(
    submission: "o'brien, \"x\"/Dockerfile",
    sha256: nil,
    status: .unreadable,
    score: 0,
    maxScore: 100,
    error: "permission denied \(hostileWords)"
  )

  /// Nothing but names that a spreadsheet or a shell might run.
  static let formula = SubmissionResult(
    submission: "@SUM(1+1)\t,\r\n\"\(hostileWords)",
    sha256: String(repeating: "67", count: 32),
    status: .failed,
    score: 0,
    maxScore: 100,
    checks: [check("builder-stage", .required, .failed, reason: "-none", points: 0, of: 20, message: "+no stage")],
    source: SourceFile(path: "-", text: "")
  )

  static let builder = check(
    "builder-stage",
    .required,
    .passed,
    points: 20,
    of: 20,
    message: "builder runs `npm run build`; build/ reaches the final image",
    notes: [Diagnostic(.note, "a newer spelling exists", at: SourceRange(0..<4), fix: "FROM --platform=…")]
  )

  static let image: EffectiveImage = {
    var image = EffectiveImage()
    image.user = "node"
    image.environment = ["PATH=/bin", "X=\(hostileWords)"]
    image.command = ["node", "server/index.js"]
    image.entrypoint = []
    image.workingDirectory = "/app"
    image.exposedPorts = ["3000/tcp"]
    image.labels = ["b": "2", "a": "\"1\""]
    image.healthcheck = EffectiveImage.Probe(test: ["CMD-SHELL", "wget"], interval: 30_000_000_000, retries: 3)
    image.inherits = [.shell, .stopSignal]
    return image
  }()

  static func check(
    _ id: String,
    _ severity: CheckResult.Severity,
    _ status: CheckResult.Status,
    reason: String? = nil,
    points: Int,
    of maxPoints: Int,
    message: String,
    range: SourceRange? = nil,
    label: String? = nil,
    why: String? = nil,
    fix: String? = nil,
    notes: [Diagnostic] = []
  ) -> CheckResult {
    CheckResult(
      id: id,
      title: "Title of \(id)",
      severity: severity,
      status: status,
      reason: reason,
      points: points,
      maxPoints: maxPoints,
      message: message,
      range: range,
      label: label,
      why: why,
      fix: fix,
      lesson: CheckResult.Lesson(id: "practical-exercise", number: 19),
      notes: notes
    )
  }
}
