import Diagnostics
import Rubric
import Session

@testable import Course

/// Two lessons, one exercise with three checks, and a judge that looks for one word per check.
enum SmallCourse {
  static let start = "FROM node:26\n"

  static let syllabus = Syllabus(
    title: "Small course",
    lessons: [
      .init(id: "why", number: 1, title: "Why stages", summary: "", minutes: 5, exercises: []),
      .init(id: "practice", number: 19, title: "Practice", summary: "", minutes: 60, exercises: ["react-node"]),
    ],
    exercises: [.init(id: "react-node", title: "Convert it", lesson: "practice")],
    lessonParts: { $0 == "why" ? [.markdown(why)] + questions.map(LessonPart.question) : [.markdown(practice)] },
    exercise: { _ in exercise }
  )

  private static let why = "# Why stages\n\nBecause.\n"

  /// One of each kind.
  static let questions = [
    QuizQuestion(
      id: "target",
      ask: "Which stage is built?",
      kind: .single([
        .init(text: "the first", isRight: false, why: "Only if the last needs it."),
        .init(text: "the `last`", isRight: true, why: "It is the default target."),
      ])
    ),
    QuizQuestion(
      id: "gains",
      ask: "What is gained?",
      kind: .several([
        .init(text: "size", isRight: true, why: "Tools stay behind."),
        .init(text: "colour", isRight: false, why: "Images have none."),
        .init(text: "safety", isRight: true, why: "Fewer programs."),
      ])
    ),
    QuizQuestion(
      id: "flag",
      ask: "Which option names a stage?",
      kind: .short(
        .init(
          accepted: ["--target", "target"],
          why: "It names the stage to stop at.",
          mistakes: [.init(answer: "--stage", why: "There is no such option.")],
          otherwise: "It begins with a t."
        )
      )
    ),
    QuizQuestion(
      id: "order",
      ask: "In which order?",
      kind: .order([
        .init(text: "FROM", why: "A stage begins with it."),
        .init(text: "COPY", why: "The sources come first."),
        .init(text: "RUN", why: "It needs the sources."),
      ])
    ),
    QuizQuestion(
      id: "user",
      ask: "Which line makes it safe?",
      dockerfile: "FROM node:26\nUSER node",
      kind: .line(
        .init(
          right: [2],
          why: "It is not root.",
          mistakes: [.init(line: 1, why: "Its user is root.")],
          otherwise: "No."
        )
      )
    ),
  ]
  private static let practice = """
    # Practice

    Short words first.

    ## One

    First section.

    ```sh
    ## no section
    ```

    ## Two

    Second section.
    """

  static let exercise = Exercise(
    id: "react-node",
    title: "Convert it",
    lesson: "practice",
    rubric: Rubric(passMark: 80, items: ["stage", "user", "probe"].map(item)),
    rubricSHA256: "",
    brief: "Make *two* stages.",
    files: [
      ContentFile(path: "Dockerfile", bytes: Array(start.utf8)),
      ContentFile(path: "src/main.js", bytes: Array("//\n".utf8)),
    ],
    hints: [
      .init(check: "stage", steps: ["Think of two.", "Write `AS`.", "`FROM node:26 AS build`"]),
      .init(check: "user", steps: ["Who runs it?"]),
    ],
    solution: Array("STAGE USER PROBE\n".utf8),
    commentary: "It is *small*.",
    examples: []
  )

  private static func item(_ id: String) -> Rubric.Item {
    Rubric.Item(
      id: id,
      title: id,
      why: "because of \(id)",
      question: .all([]),
      points: id == "stage" ? 60 : 20,
      severity: .required,
      lesson: nil
    )
  }

  /// A check passes when its name in capitals is in the file; `REFUSED` is what Docker refuses.
  static func report(_ bytes: [UInt8]) -> Report {
    let text = String(decoding: bytes, as: UTF8.self)
    let isRefused = text.contains("REFUSED")
    let checks = exercise.rubric.items.map { item in
      let isPassed = text.contains(item.id.uppercased())
      return CheckResult(
        id: item.id,
        title: item.title,
        severity: item.severity,
        status: isRefused ? .notJudged : isPassed ? .passed : .failed,
        points: isPassed ? item.points : 0,
        maxPoints: item.points,
        message: isPassed ? "\(item.id) is fine" : "no \(item.id)",
        range: SourceRange(0..<4)
      )
    }
    let score = isRefused ? 0 : checks.reduce(0) { $0 + $1.points }
    let result = SubmissionResult(
      submission: "Dockerfile",
      sha256: nil,
      status: isRefused ? .rejected : checks.allSatisfy { $0.status == .passed } ? .passed : .failed,
      score: score,
      maxScore: 100,
      error: isRefused ? "unknown instruction: REFUSED" : nil,
      checks: checks,
      imageSummary: ["user root"],
      source: SourceFile(path: "Dockerfile", bytes: bytes)
    )
    return Report(
      tool: .init(name: "stagecraft", version: "0"),
      exercise: .init(id: "react-node", title: "Convert it", rubricSHA256: "", passMark: 80, maxScore: 100),
      results: [result]
    )
  }
}
