import Course
import Rubric
import Testing

/// A change to the small course and all that its author is then told.
struct Mistake: CustomTestStringConvertible, Sendable {
  var name: String
  var course: MemoryCourse
  var told: [String]

  init(_ name: String, _ course: MemoryCourse, _ told: String...) {
    self.name = name
    self.course = course
    self.told = told
  }

  var testDescription: String { name }
}

@Suite struct CourseProblemTests {
  static let yml = "Exercises/01-small/exercise.yml"
  static let outcomes = "Exercises/01-small/examples/outcomes.yml"
  static let lesson = "Lessons/01-first.md"
  static let right = MemoryCourse()

  static func inRubric(_ name: String, _ old: String, _ new: String, _ told: String...) -> Mistake {
    var mistake = Mistake(name, right.replacing(old, with: new, in: yml))
    mistake.told = told.map { "\(yml):\($0)" }
    return mistake
  }

  static let rubrics: [Mistake] = [
    inRubric(
      "unknown check",
      "id: healthcheck",
      "id: healtcheck",
      "7:9: unknown check `healtcheck`; did you mean `healthcheck`?"
    ),
    inRubric("check like no other", "id: healthcheck", "id: zzz", "7:9: unknown check `zzz`"),
    inRubric("unknown key", "pass: 80", "pass: 80\npas: 90", "6:1: unknown key `pas`; did you mean `pass`?"),
    inRubric(
      "unknown key like no other",
      "pass: 80",
      "pass: 80\nx: 90",
      "6:1: unknown key `x`; known here: `format`, `id`, `title`, `lesson`, `pass` and `checks`"
    ),
    inRubric("missing key", "title: A small exercise\n", "", "1:1: the key `title` is missing"),
    inRubric("duplicate key", "pass: 80", "pass: 80\npass: 90", "5:1: the key `pass` is given twice"),
    inRubric("text for a number", "pass: 80", "pass: many", "5:7: expected a whole number"),
    inRubric("quoted number", "pass: 80", "pass: \"80\"", "5:7: expected a whole number"),
    inRubric("number out of range", "pass: 80", "pass: 101", "5:7: 101 is out of range: 1 to 100 is possible"),
    inRubric("huge number", "pass: 80", "pass: 99999999999999999999", "5:7: expected a whole number"),
    inRubric("list for a text", "title: A small exercise", "title: [a]", "3:8: expected a text"),
    inRubric("empty text", "title: A small exercise", "title:", "3:7: the text is empty"),
    inRubric("other id", "id: small", "id: big", "2:5: the id is `big`, the name of the file says `small`"),
    inRubric(
      "newer format",
      "format: 1",
      "format: 2",
      "1:9: format 2 needs a newer stagecraft; this one reads format 1"
    ),
    inRubric(
      "bad severity",
      "severity: required",
      "severity: recuired",
      "8:15: `recuired` is none of `required`, `recommended` and `praise`; did you mean `required`?"
    ),
    inRubric("points that do not add up", "points: 40", "points: 35", "7:3: the points add up to 95, not to 100"),
    inRubric(
      "required check without points",
      "points: 60",
      "points: 0",
      "7:3: the points add up to 40, not to 100",
      "9:13: a required check has at least one point"
    ),
    inRubric("required check with no points at all", "    points: 60\n", "", "7:5: the key `points` is missing"),
    inRubric(
      "praise with points",
      "severity: praise",
      "severity: praise\n    points: 5",
      "7:3: the points add up to 105, not to 100",
      "21:13: praise gives no points"
    ),
    inRubric("no required check", "severity: required", "severity: recommended", "7:3: no check is required"),
    inRubric(
      "short ladder",
      "      - One.\n",
      "",
      "11:7: 2 hints are too few: a required check has at least 3"
    ),
    inRubric("repeated check", "id: named-stages", "id: healthcheck", "19:9: `healthcheck` is listed twice"),
    inRubric(
      "anchor",
      "title: A small exercise",
      "title: &a A small exercise",
      "3:8: anchors and aliases are not part of the format"
    ),
    inRubric("not YAML", "pass: 80", "pass: [80", "6:7: not valid YAML: did not find expected ',' or ']'"),
    inRubric(
      "several at once",
      "title: A small exercise\nlesson: first\npass: 80",
      "lessn: first\npass: x",
      "1:1: the key `lesson` is missing",
      "1:1: the key `title` is missing",
      "3:1: unknown key `lessn`; did you mean `lesson`?",
      "4:7: expected a whole number"
    ),
  ]

  static let others: [Mistake] = [
    Mistake(
      "text for a list",
      right.replacing("[healthcheck]", with: "healthcheck", in: outcomes),
      "\(outcomes):5:12: expected a list"
    ),
    Mistake(
      "check that the exercise has not",
      right.replacing("[healthcheck]", with: "[healthchek]", in: outcomes),
      "\(outcomes):5:13: the exercise has no check `healthchek`; did you mean `healthcheck`?"
    ),
    Mistake(
      "score that contradicts",
      right.replacing("score: 40", with: "score: 60", in: outcomes),
      "\(outcomes):4:12: a score of 60 contradicts `fails`, which leaves 40"
    ),
    Mistake(
      "example without a file",
      right.removing("Exercises/01-small/examples/half.Dockerfile"),
      "\(outcomes):3:11: there is no `half.Dockerfile` in `examples`"
    ),
    Mistake(
      "example without an outcome",
      right.adding("Exercises/01-small/examples/new.Dockerfile"),
      "Exercises/01-small/examples/new.Dockerfile: `outcomes.yml` does not say what this example must get"
    ),
    Mistake("no outcomes", right.removing(outcomes), "\(outcomes): the file is missing"),
    Mistake("no rubric", right.removing(yml), "\(yml): the file is missing"),
    Mistake("empty rubric", right.adding(yml, ""), "\(yml): the file is empty"),
    Mistake("rubric of comments", right.adding(yml, "# nothing\n"), "\(yml): the file is empty"),
    Mistake("list for a rubric", right.adding(yml, "- a\n"), "\(yml):1:1: expected keys and their values"),
    Mistake(
      "several files",
      right.removing("Exercises/01-small/brief.md").removing("Solutions/01-small/Dockerfile"),
      "Exercises/01-small/brief.md: the file is missing",
      "Solutions/01-small/Dockerfile: the file is missing"
    ),
    Mistake(
      "Dockerfile in context",
      right.adding("Exercises/01-small/context/Dockerfile"),
      "Exercises/01-small/context/Dockerfile: the Dockerfile to start from stands beside `context`, not in it"
    ),
  ]

  static let lessons: [Mistake] = [
    Mistake(
      "no front matter",
      right.adding(lesson, "# Title\n"),
      "\(lesson): the file does not begin with front matter between two lines `---`"
    ),
    Mistake(
      "open front matter",
      right.adding(lesson, "---\nid: first\n"),
      "\(lesson): the front matter does not end: a line `---` is missing"
    ),
    Mistake("empty lesson", right.adding(lesson, ""), "\(lesson): the file is empty"),
    Mistake(
      "line of the file, not of the front matter",
      right.replacing("minutes: 20", with: "minutes: 0", in: lesson),
      "\(lesson):5:10: 0 is out of range: 1 to 600 is possible"
    ),
    Mistake(
      "exercise that does not exist",
      right.replacing("[small]", with: "[small, smal]", in: lesson),
      "\(lesson):7:20: there is no exercise `smal`; did you mean `small`?"
    ),
    Mistake(
      "other id",
      right.replacing("id: first", with: "id: last", in: lesson),
      "\(lesson):2:5: the id is `last`, the name of the file says `first`"
    ),
  ]

  @Test(arguments: rubrics)
  func `points at the mistake in a rubric`(mistake: Mistake) throws {
    let catalog = try CourseCatalog(mistake.course, checks: .three)
    try expect(mistake.told) { try catalog.rubric(of: "small") }
  }

  @Test(arguments: others)
  func `points at the mistake in an exercise`(mistake: Mistake) throws {
    let catalog = try CourseCatalog(mistake.course, checks: .three)
    try expect(mistake.told) { try catalog.exercise("small") }
  }

  @Test(arguments: lessons)
  func `points at the mistake in a lesson`(mistake: Mistake) throws {
    let catalog = try CourseCatalog(mistake.course, checks: .three)
    try expect(mistake.told) { try catalog.lesson("first") }
  }

  private func expect(_ told: [String], _ body: () throws -> Any) throws {
    let error = #expect(throws: CourseError.self) { _ = try body() }
    guard case .problems(let problems) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problems.sorted().map(\.description) == told)
  }
}
