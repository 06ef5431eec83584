import Diagnostics
import Rubric

/// A submission as learners write them, for the look of the text report.
enum ExampleReport {
  private static let dockerfile = """
    FROM node:26-alpine AS builder
    WORKDIR /app
    COPY package*.json ./
    RUN npm ci
    COPY . .
    RUN npm run build

    FROM node:26-alpine
    WORKDIR /app
    COPY package*.json ./
    RUN npm ci --omit-dev && npm cache clean --force
    COPY --from=builder /app/build ./build
    CMD ["node", "server/index.js"]

    """

  static let failed = SubmissionResult(
    submission: "Dockerfile",
    sha256: String(repeating: "89", count: 32),
    status: .failed,
    score: 60,
    maxScore: 100,
    checks: passedChecks + failedChecks,
    imageSummary: [
      "The final image would be: user root · entrypoint none · cmd node server/index.js (exec form) · port none",
      "node_modules: npm ci at line 11, with development dependencies",
    ],
    source: SourceFile(path: "Dockerfile", text: dockerfile)
  )

  static let passed = SubmissionResult(
    submission: "Dockerfile",
    sha256: String(repeating: "89", count: 32),
    status: .passed,
    score: 100,
    maxScore: 100,
    checks: passedChecks,
    imageSummary: ["The final image would be: user node · port 3000 · healthcheck yes"],
    source: SourceFile(path: "Dockerfile", text: dockerfile)
  )

  private static let passedChecks = [
    SampleReport.check(
      "builder-stage",
      .required,
      .passed,
      points: 20,
      of: 20,
      message: "builder runs `npm run build`; build/ reaches the final image"
    ),
    SampleReport.check(
      "production-stage",
      .required,
      .passed,
      points: 20,
      of: 20,
      message: "node:26-alpine, takes build/ from builder"
    ),
  ]

  private static let failedChecks = [
    SampleReport.check(
      "healthcheck",
      .required,
      .failed,
      reason: "none",
      points: 0,
      of: 15,
      message: "the image has no health check",
      range: range(of: "FROM node:26-alpine\n"),
      why: "Without a probe a stuck server counts as healthy.",
      fix: "HEALTHCHECK CMD wget --quiet --spider http://localhost:3000/health"
    ),
    SampleReport.check(
      "production-dependencies",
      .required,
      .failed,
      reason: "development dependencies end up in the final image",
      points: 0,
      of: 20,
      message: "npm does not know `--omit-dev` and installs everything",
      range: range(of: "--omit-dev"),
      label: "did you mean --omit=dev?",
      why: "test runners and compilers are the largest part of node_modules, and an attack surface",
      fix: "RUN npm ci --omit=dev && npm cache clean --force"
    ),
    SampleReport.check(
      "small-dependencies",
      .praise,
      .notJudged,
      reason: "waits for production-dependencies",
      points: 0,
      of: 0,
      message: "waits for production-dependencies"
    ),
  ]

  private static func range(of needle: String) -> SourceRange? {
    let text = Array(dockerfile.utf8)
    let needle = Array(needle.utf8)
    return text.indices.first { text[$0...].starts(with: needle) }
      .map { SourceRange($0..<$0 + needle.count - (needle.last == 10 ? 1 : 0)) }
  }

  /// A class of many, some of them refused or unreadable.
  static let folder: Report = {
    let results = (1...40).map { number in
      var result = number % 3 == 0 ? failed : passed
      result.submission = "student-\(number)/Dockerfile"
      if number % 3 == 0 { result.score = number * 2 }
      if number == 7 { result = SampleReport.rejected }
      if number == 8 { result = SampleReport.unreadable }
      return result
    }
    return Report(tool: SampleReport.hostile.tool, exercise: SampleReport.exercise, results: results)
  }()
}
