import Course
import Diagnostics
import Rubric
import Testing

/// What `exercise.yml` may ask, and what its author is told about a mistake.
struct RubricLanguageTests {
  private static let yml = CourseProblemTests.yml

  /// The small course with checks of the real catalogue; the first one is on line 7 of the file.
  private static func course(_ checks: String) -> MemoryCourse {
    let head = "format: 1\nid: small\ntitle: A small exercise\nlesson: first\npass: 80\nchecks:\n"
    return CourseProblemTests.right.adding(yml, head + checks)
  }

  private static func rubric(_ checks: String) throws -> Rubric {
    let registry = CheckRegistry.standard
    let names = CheckNames(ids: registry.ids) { registry[$0] }
    return try CourseCatalog(course(checks), checks: names).rubric(of: "small").rubric
  }

  /// A required check and a recommended one around what is tried.
  private static func entry(_ lines: String...) -> String {
    let hints = "    hints: [One., Two., Three.]\n"
    return "  - id: healthcheck\n    severity: required\n    points: 60\n" + hints
      + lines.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 + "\n" }.joined()
      + "    severity: recommended\n    points: 40\n"
  }

  @Test func `reads values, stages, needs and feedback`() throws {
    let item = try Self.rubric(
      Self.entry(
        "- id: port-3000",
        "check: exposed-port",
        "with: { port: 3000 }",
        "stage: { name: Web }",
        "needs: [healthcheck]",
        "title: Say where it listens",
        "why: people must find it",
        "feedback:",
        "  failed: \"{port}, not {actual}\""
      )
    ).items[1]
    #expect(item.id == "port-3000")
    #expect(item.title == "Say where it listens")
    #expect(item.rationale == "people must find it")
    #expect(item.needs == ["healthcheck"])
    #expect(item.feedback.failed != nil && item.feedback.passed == nil)
    let asked = try #require(item.question.check)
    #expect(asked.check.id == "exposed-port")
    #expect(asked.stage == .named("Web"))
    #expect(asked.arguments["port"] == .integer(3000))
    #expect(asked.arguments["protocol"] == .text("tcp"))
  }

  @Test func `reads questions in questions, with points for parts`() throws {
    let item = try Self.rubric(
      Self.entry(
        "- id: small-runtime",
        "title: Small",
        "all:",
        "  - { check: base-kind, with: { kinds: [alpine, slim] }, points: 30 }",
        "  - any: [{ check: non-root-user }, { not: { check: shell-in-image } }]",
        "    points: 10"
      )
    ).items[1]
    guard case .all(let parts) = item.question else {
      Issue.record("\(item.question)")
      return
    }
    #expect(parts.map(\.points) == [30, 10])
    #expect(item.isPartial)
    #expect(item.question.check == nil)
  }

  @Test func `a check rests on what it needs by itself, of the same stage`() throws {
    let items = try Self.rubric(Self.entry("- id: healthcheck-probe")).items
    #expect(items[1].question.check?.needs == ["healthcheck"])
    let other = try Self.rubric(Self.entry("- id: healthcheck-probe", "stage: any")).items
    #expect(other[1].question.check?.needs == [])
  }

  @Test func `the rubric of the built-in course has no partial points`() throws {
    let registry = CheckRegistry.standard
    let catalog = try CourseCatalog(EmbeddedCourse(), checks: CheckNames(ids: registry.ids) { registry[$0] })
    let items = try catalog.rubric(of: "react-node").rubric.items
    #expect(items.allSatisfy { !$0.isPartial && $0.question.check?.stage == .final && $0.feedback == Feedback() })
  }

  private static let mistakes: [(entry: String, told: [String])] = [
    (entry("- id: exposed-port"), ["11:5: the check `exposed-port` needs the parameter `port`"]),
    (
      entry("- id: exposed-port", "with: { prt: 3000, port: 1 }"),
      ["12:13: the check `exposed-port` has no parameter `prt`; did you mean `port`?"]
    ),
    (entry("- id: exposed-port", "with: { port: \"3000\" }"), ["12:19: expected a whole number"]),
    (entry("- id: exposed-port", "with: { port: 70000 }"), ["12:19: 70000 is out of range: 1 to 65535 is possible"]),
    (entry("- id: exposed-port", "with: 3000"), ["12:11: expected keys and their values"]),
    (entry("- id: non-root-user", "with: { a: 1 }"), ["12:11: the check `non-root-user` takes no parameters"]),
    (
      entry("- id: base-kind", "with: { kinds: [alpne] }"),
      [
        "12:21: `alpne` is none of `sdk`, `full`, `slim`, `alpine`, `distroless`, `scratch`, `runtime`, `server`, "
          + "`test` " + "and `tool`; did you mean `alpine`?"
      ]
    ),
    (entry("- id: base-kind", "with: { kinds: [slim, slim] }"), ["12:27: `slim` is listed twice"]),
    (entry("- id: base-kind", "with: { kinds: [] }"), ["12:20: expected a list of 1 to 64 items"]),
    (
      entry("- id: files-in-image", "with: { paths: [app] }"),
      ["12:21: expected an absolute path, which begins with /"]
    ),
    (
      entry("- id: healthcheck-timing", "with: { longest-interval: soon }"),
      ["12:31: expected a duration such as 30s or 1m30s"]
    ),
    (
      entry("- id: stage-count", "with: { at-least: 3, at-most: 2 }"),
      ["12:35: no file has at least 3 and at most 2"]
    ),
    (
      entry("- id: runs-tests", "stage: bulder"),
      ["12:12: `bulder` is none of `final`, `builder`, `contributing` and `any`; did you mean `builder`?"]
    ),
    (
      entry("- id: runs-tests", "stage: test"),
      [
        "12:12: `test` is none of `final`, `builder`, `contributing` and `any`; "
          + "a stage's name is written `{ name: … }`"
      ]
    ),
    (
      entry("- id: stage-count", "stage: builder"),
      ["12:12: the check `stage-count` is about the whole file, not about a stage"]
    ),
    (
      entry("- id: runs-tests", "needs: [healthchek]"),
      ["12:13: `healthchek` is not listed before this check; did you mean `healthcheck`?"]
    ),
    (entry("- id: runs-tests", "needs: [runs-tests]"), ["12:13: `runs-tests` is not listed before this check"]),
    (
      entry("- id: runs-tests", "partial: true"),
      ["12:14: nothing here can be right in part; `partial` is for `all` and for checks that count parts"]
    ),
    (
      entry("- id: runs-tests", "feedback: { failed: \"{mesage}\" }"),
      ["12:25: nothing here is called `mesage`; did you mean `message`?"]
    ),
    (
      entry("- id: runs-tests", "feedback: { failed: \"{message\" }"),
      ["12:25: a brace has no partner; braces themselves are written `{{` and `}}`"]
    ),
    (entry("- id: runs-tests", "feedback: { fialed: x }"), ["12:17: unknown key `fialed`; did you mean `failed`?"]),
    (
      entry("- id: both", "title: x", "check: runs-tests", "not: { check: lint-clean }"),
      ["14:10: a question has one of `check` and `not`, not several"]
    ),
    (entry("- id: some", "any: [{ check: runs-tests }]"), ["11:5: the key `title` is missing"]),
    (entry("- id: some", "title: x", "any: []"), ["13:10: 0 parts: 1 to 24 are possible"]),
    (
      entry("- id: some", "title: x", "any: [{ chek: runs-tests }]"),
      [
        "13:11: nothing is asked: one of `check`, `all`, `any` and `not` is missing",
        "13:13: unknown key `chek`; did you mean `check`?",
      ]
    ),
    (
      entry("- id: some", "title: x", "with: { a: 1 }", "all: [{ check: runs-tests }]"),
      ["13:11: `with` belongs to a single check"]
    ),
    (
      entry("- id: some", "title: x", "all: [{ check: runs-tests, points: 30 }, { check: lint-clean }]"),
      ["13:46: the key `points` is missing"]
    ),
    (
      entry("- id: some", "title: x", "all: [{ check: runs-tests, points: 30 }, { check: lint-clean, points: 5 }]"),
      ["13:10: the points of the parts add up to 35, not to 40"]
    ),
    (
      entry("- id: Some", "title: x", "not: { check: runs-tests }"),
      ["11:9: `Some` is no id: lower-case letters and digits in words that single hyphens join"]
    ),
    (
      entry("- id: deep", "title: x", "not: { not: { not: { not: { not: { check: runs-tests } } } } }"),
      ["13:38: questions go 5 levels deep at most"]
    ),
  ]

  @Test(arguments: mistakes.indices)
  func `points at a mistake`(index: Int) throws {
    let (entry, told) = Self.mistakes[index]
    let error = #expect(throws: CourseError.self) { _ = try Self.rubric(entry) }
    guard case .problems(let problems) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.sorted().map(\.description) == told.map { "\(Self.yml):\($0)" })
  }

  @Test func `a wide or deep rubric is refused, not followed`() throws {
    let deep = String(repeating: "{ not: ", count: 900) + "{ check: runs-tests }" + String(repeating: " }", count: 900)
    #expect(throws: CourseError.self) { try Self.rubric(Self.entry("- id: deep", "title: x", "not: \(deep)")) }
    let wide = Array(repeating: "{ check: runs-tests }", count: 5000).joined(separator: ", ")
    #expect(throws: CourseError.self) { try Self.rubric(Self.entry("- id: wide", "title: x", "any: [\(wide)]")) }
  }
}
