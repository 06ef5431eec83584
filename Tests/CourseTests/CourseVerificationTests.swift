import Course
import Diagnostics
import Rubric
import Testing

@Suite struct CourseVerificationTests {
  /// What grading finds in the small course: checks that do not pass, by the first line of the Dockerfile.
  static let verdicts: [String: [String]] = [
    "FROM start": ["healthcheck", "user-exists"],
    "FROM solution": [],
    "FROM half": ["healthcheck"],
    "FORM": ["healthcheck", "user-exists", "named-stages"],
  ]

  private static func verify(
    _ course: MemoryCourse,
    verdicts: [String: [String]] = verdicts
  ) throws -> CourseVerification {
    try CourseVerification(of: CourseCatalog(course, checks: .three), facts: CourseFacts()) { source, exercise in
      let text = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
      return result(source, exercise, failing: verdicts[text] ?? [], isRefused: text == "FORM")
    }
  }

  static func result(
    _ source: SourceFile,
    _ exercise: Exercise,
    failing: [String],
    isRefused: Bool
  ) -> SubmissionResult {
    let checks = exercise.rubric.items.map { item in
      let passes = !failing.contains(item.id)
      return CheckResult(
        id: item.id,
        title: item.title,
        severity: item.severity,
        status: passes ? .passed : isRefused ? .notJudged : .failed,
        points: passes ? item.points : 0,
        maxPoints: item.points,
        message: ""
      )
    }
    let score = checks.reduce(0) { $0 + $1.points }
    let isPassed = score >= exercise.rubric.passMark && !failing.contains("healthcheck")
    return SubmissionResult(
      submission: source.path,
      sha256: nil,
      status: isRefused ? .rejected : isPassed ? .passed : .failed,
      score: score,
      maxScore: exercise.rubric.maxScore,
      checks: checks
    )
  }

  @Test func `finds nothing wrong with a right course`() throws {
    let verification = try Self.verify(MemoryCourse())
    #expect(verification.errors.map(\.description) == [])
    #expect(verification.notes.map(\.description) == Self.gaps)
    #expect(verification.summary == "1 exercise, 1 lesson: ok")
  }

  /// What the small course leaves open; only courses that ask for full proof are told so as a mistake.
  static let gaps = [
    "Exercises/01-small/exercise.yml:1:1: 0 right and 2 wrong examples: 3 and 6 are asked",
    "Exercises/01-small/exercise.yml:16:5: no example fails `user-exists`, so nothing shows that it can be failed",
  ]

  @Test func `asks for full proof where the course does`() throws {
    let course = MemoryCourse().adding("Lessons/course.yml", "format: 1\ntitle: x\nversion: 1\nstrict: true\n")
    let verification = try Self.verify(course)
    #expect(verification.errors.map(\.description) == Self.gaps)
    #expect(verification.notes.map(\.description) == [])
  }

  private static let right = MemoryCourse()

  private static let mistakes = [
    Mistake(
      "stray file",
      right.adding("Exercises/01-small/notes.txt"),
      "Exercises/01-small/notes.txt: nothing of this name is part of a course"
    ),
    Mistake(
      "stray example",
      right.adding("Exercises/01-small/examples/half.dockerfile"),
      "Exercises/01-small/examples/half.dockerfile: nothing of this name is part of a course"
    ),
    Mistake(
      "stray file of a solution",
      right.adding("Solutions/01-small/.DS_Store"),
      "Solutions/01-small/.DS_Store: nothing of this name is part of a course"
    ),
    Mistake(
      "stray file among exercises",
      right.adding("Exercises/README.md"),
      "Exercises/README.md: nothing of this name is part of a course"
    ),
    Mistake(
      "file for a folder",
      right.adding("Exercises/01-small/context"),
      "Exercises/01-small/context: nothing of this name is part of a course"
    ),
    Mistake(
      "misnamed lesson",
      right.adding("Lessons/second.md"),
      "Lessons/second.md: the name must have the form `NN-slug.md`"
    ),
    Mistake(
      "misnamed exercise",
      right.adding("Exercises/1_big/brief.md"),
      "Exercises/1_big: the name must have the form `NN-slug`"
    ),
    Mistake(
      "solution without an exercise",
      right.adding("Solutions/02-big/Dockerfile"),
      "Solutions/02-big: has no counterpart `Exercises/02-big`"
    ),
    Mistake(
      "lesson with a number that is taken",
      right.adding(
        "Lessons/01-other.md",
        MemoryCourse.lesson
          .replacing("id: first", with: "id: other").replacing("[small]", with: "[]")
      ),
      "Lessons/01-other.md: has the same number as `Lessons/01-first.md`"
    ),
    Mistake(
      "exercise that its lesson does not list",
      right.replacing("[small]", with: "[]", in: "Lessons/01-first.md"),
      "Exercises/01-small/exercise.yml: the lesson `first` does not list its exercise `small`"
    ),
    Mistake(
      "exercise of another lesson",
      right.adding("Lessons/02-second.md", MemoryCourse.lesson.replacing("id: first", with: "id: second")),
      "Lessons/02-second.md: the exercise `small` says that it belongs to `first`"
    ),
    Mistake(
      "bad title of the course",
      right.adding("Lessons/course.yml", "format: 1\ntitle: x\n"),
      "Lessons/course.yml:1:1: the key `version` is missing"
    ),
    Mistake(
      "two files at once",
      right.removing("Exercises/01-small/brief.md").replacing(
        "minutes: 20",
        with: "minutes: x",
        in: "Lessons/01-first.md"
      ),
      "Exercises/01-small/brief.md: the file is missing",
      "Lessons/01-first.md:5:10: expected a whole number"
    ),
  ]

  @Test(arguments: mistakes)
  func `tells the author of a mistake`(mistake: Mistake) throws {
    let verification = try Self.verify(mistake.course)
    #expect(verification.errors.map(\.description) == mistake.told)
    #expect(verification.summary.hasSuffix(mistake.told.count == 1 ? ": 1 error" : ": 2 errors"))
  }

  @Test func `tells of an exercise without a solution`() throws {
    let course = MemoryCourse().removing("Solutions/01-small/Dockerfile").removing("Solutions/01-small/commentary.md")
    #expect(
      try Self.verify(course).errors.map(\.description) == [
        "Exercises/01-small: has no counterpart `Solutions/01-small`",
        "Solutions/01-small/Dockerfile: the file is missing",
        "Solutions/01-small/commentary.md: the file is missing",
      ]
    )
  }

  @Test func `notes lessons that are not written yet`() throws {
    let course = MemoryCourse().removing("Lessons/01-first.md").adding(
      "Lessons/02-frist.md",
      MemoryCourse.lesson.replacing("id: first", with: "id: frist").replacing("[small]", with: "[]")
        .replacing("prerequisites: []", with: "prerequisites: [nothing]")
    )
    let verification = try Self.verify(course)
    #expect(verification.errors.map(\.description) == [])
    #expect(
      verification.notes.map(\.description) == [
        "Exercises/01-small/exercise.yml: the lesson `first` is not written yet; did you mean `frist`?",
        Self.gaps[0], Self.gaps[1],
        "Lessons/02-frist.md: the lesson `nothing` is not written yet",
      ]
    )
  }

  @Test(
    arguments: [
      (
        "FROM start", [],
        "Exercises/01-small/Dockerfile:1:1: the Dockerfile to start from passes already, with 100 points"
      ),
      (
        "FROM solution", ["user-exists"],
        "Solutions/01-small/Dockerfile:1:1: the solution gets 60 of 100 points; not passed: `user-exists`"
      ),
      ("FROM half", ["healthcheck", "named-stages"], nil),
      (
        "FORM", ["healthcheck", "user-exists"],
        "Exercises/01-small/examples/outcomes.yml:7:5: the example `refused` passes `named-stages`, which it must not"
      ),
    ] as [(String, [String], String?)]
  )
  func `compares grading with what the course says`(dockerfile: String, failing: [String], told: String?) throws {
    var verdicts = Self.verdicts
    verdicts[dockerfile] = failing
    let errors = try Self.verify(MemoryCourse(), verdicts: verdicts).errors
    #expect(errors.map(\.description) == (told.map { [$0] } ?? []))
  }

  @Test func `tells of a start that is refused and of an example that gets something else`() throws {
    let course = MemoryCourse().adding("Exercises/01-small/Dockerfile", "FORM\n")
    var verdicts = Self.verdicts
    verdicts["FROM half"] = ["user-exists"]
    let example = "Exercises/01-small/examples/half"
    #expect(
      try Self.verify(course, verdicts: verdicts).errors.map(\.description) == [
        "Exercises/01-small/Dockerfile:1:1: the Dockerfile to start from is refused; learners need one that builds: ",
        "\(example).Dockerfile:1:1: the example does not pass `user-exists` (failed), which it must",
        "Exercises/01-small/examples/outcomes.yml:3:5: the example `half` gets 60 points, not 40",
        "Exercises/01-small/examples/outcomes.yml:3:5: the example `half` passes `healthcheck`, which it must not",
      ]
    )
  }

  @Test func `tells what Docker's build checks find in a solution`() throws {
    let course = MemoryCourse().adding("Solutions/01-small/Dockerfile", "FROM solution\nCOPY .git /\ncmd a\n")
    #expect(
      try Self.verify(course).errors.map(\.description) == [
        "Solutions/01-small/Dockerfile:2:6: Attempting to Copy file \".git\" that is excluded by .dockerignore "
          + "(CopyIgnoredFile)",
        "Solutions/01-small/Dockerfile:3:1: Command 'cmd' should match the case of the command majority (uppercase) "
          + "(ConsistentInstructionCasing)",
        "Solutions/01-small/Dockerfile:3:5: JSON arguments recommended for cmd to prevent unintended behavior related "
          + "to OS signals (JSONArgsRecommended)",
      ]
    )
  }

  @Test func `tells of a .dockerignore that Docker refuses`() throws {
    let course = MemoryCourse().adding("Exercises/01-small/context/.dockerignore", "a\n[\n")
    #expect(
      try Self.verify(course).errors.map(\.description) == [
        "Exercises/01-small/context/.dockerignore:2:1: Docker refuses the file: syntax error in pattern"
      ]
    )
  }
}
