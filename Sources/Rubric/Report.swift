package import BuildModel
package import Diagnostics

/// Everything that a grading run found out; the formats are views on it.
package struct Report: Sendable {
  package var tool: Tool
  package var exercise: ExerciseSummary
  /// In the order of the input.
  package var results: [SubmissionResult]

  package init(tool: Tool, exercise: ExerciseSummary, results: [SubmissionResult]) {
    self.tool = tool
    self.exercise = exercise
    self.results = results
  }

  package struct Tool: Hashable, Sendable {
    package var name: String
    package var version: String

    package init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  package struct ExerciseSummary: Hashable, Sendable {
    package var id: String
    package var title: String
    /// Of the rubric's bytes, in lower-case hexadecimal digits.
    package var rubricSHA256: String
    package var passMark: Int
    package var maxScore: Int

    package init(id: String, title: String, rubricSHA256: String, passMark: Int, maxScore: Int) {
      self.id = id
      self.title = title
      self.rubricSHA256 = rubricSHA256
      self.passMark = passMark
      self.maxScore = maxScore
    }
  }
}

/// What one submission got.
package struct SubmissionResult: Sendable {
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case passed
    case failed
    /// Docker refuses the file.
    case rejected
    /// It could not be read; there are no checks, `error` says why.
    case unreadable
  }

  package var submission: String
  /// nil when the file was not read.
  private var digest: FileDigest?
  package var status: Status
  package var score: Int
  package var maxScore: Int
  package var error: String?
  package var checks: [CheckResult]
  /// Findings beside the checks: the parser's, notes. Checks carry their own places.
  package var diagnostics: [Diagnostic]
  package var image: EffectiveImage?
  /// Lines for people about the final image: user, command, ports, node_modules and where they come from.
  package var imageSummary: [String]
  /// For excerpts and positions; nil when it was not read.
  package var source: SourceFile?
  /// What a real build said; nil when none was asked for.
  package var build: BuildConfirmation?

  /// - Parameter sha256: of the file; nil for that of the source, where there is one.
  package init(
    submission: String,
    sha256: String? = nil,
    status: Status,
    score: Int,
    maxScore: Int,
    error: String? = nil,
    checks: [CheckResult] = [],
    diagnostics: [Diagnostic] = [],
    image: EffectiveImage? = nil,
    imageSummary: [String] = [],
    source: SourceFile? = nil
  ) {
    self.submission = submission
    digest = sha256.map { .known($0) } ?? source.map { .of($0.bytes) }
    self.status = status
    self.score = score
    self.maxScore = maxScore
    self.error = error
    self.checks = checks
    self.diagnostics = diagnostics
    self.image = image
    self.imageSummary = imageSummary
    self.source = source
  }
}

extension SubmissionResult {
  /// Of the file's bytes, in lower-case hexadecimal digits; nil when it was not read.
  package var sha256: String? { digest?.text }

  /// It is worked out only where somebody asks for it, for that takes longer than reading the file.
  private enum FileDigest {
    case known(String)
    case of([UInt8])

    var text: String {
      switch self {
      case .known(let text): text
      case .of(let bytes): SHA256.hexadecimal(of: bytes)
      }
    }
  }
}

/// What one check said about one submission.
package struct CheckResult: Sendable {
  package enum Status: String, Hashable, Sendable, CaseIterable {
    case passed
    case failed
    case notJudged = "not-judged"
  }

  package enum Severity: String, Hashable, Sendable, CaseIterable {
    case required
    case recommended
    case praise
  }

  package var id: String
  package var title: String
  package var severity: Severity
  package var status: Status
  /// The same few words for all submissions that got it wrong in this way: `plain npm ci in the final stage`; what a
  /// check that is not judged waits for. nil for passed.
  package var reason: String?
  package var points: Int
  package var maxPoints: Int
  /// What was found, about this submission: one line.
  package var message: String
  /// Where; nil where nothing can be pointed at.
  package var range: SourceRange?
  /// A few words beside the carets.
  package var label: String?
  package var why: String?
  package var fix: String?
  /// The lesson to go back to.
  package var lesson: Lesson?
  /// Remarks at full marks: a newer spelling exists.
  package var notes: [Diagnostic]

  package struct Lesson: Hashable, Sendable {
    package var id: String
    package var number: Int

    package init(id: String, number: Int) {
      self.id = id
      self.number = number
    }
  }

  package init(
    id: String,
    title: String,
    severity: Severity,
    status: Status,
    reason: String? = nil,
    points: Int,
    maxPoints: Int,
    message: String,
    range: SourceRange? = nil,
    label: String? = nil,
    why: String? = nil,
    fix: String? = nil,
    lesson: Lesson? = nil,
    notes: [Diagnostic] = []
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.status = status
    self.reason = reason
    self.points = points
    self.maxPoints = maxPoints
    self.message = message
    self.range = range
    self.label = label
    self.why = why
    self.fix = fix
    self.lesson = lesson
    self.notes = notes
  }
}
