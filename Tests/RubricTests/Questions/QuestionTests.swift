import BuildModel
import Course
import Diagnostics
import Rubric
import Testing

/// How outcomes go together, who speaks, and what they are worth.
struct QuestionTests {
  private static let file = "FROM alpine:3.24 AS first\nFROM alpine:3.24\nUSER app\n"

  private enum Answer: CaseIterable {
    case yes, no, unknown
  }

  private static func question(_ answer: Answer, _ name: String = "a", share: Share? = nil) throws -> Question {
    let check = Check(id: name, title: name, rationale: "why \(name)", good: [], bad: []) { image in
      switch answer {
      case .yes: .passed("\(name) is right", values: ["found": "much"])
      case .no: .failed(Finding("\(name) is wrong", "\(name) fails", at: image.fromRange, share: share))
      case .unknown: .notJudged(Finding("\(name) is open", "\(name) cannot be known", at: image.fromRange))
      }
    }
    return .check(try check.asked())
  }

  private static func grade(_ items: [Rubric.Item], _ text: String = file) throws -> SubmissionResult {
    let facts = try Judge.standard().facts
    let grader = Grader(
      rubric: Rubric(passMark: 1, items: items),
      baseImages: facts.baseImages,
      packageManagers: facts.packageManagers
    )
    return grader.grade(SourceFile(path: "Dockerfile", text: text))
  }

  private static func item(
    _ question: Question,
    id: String = "item",
    points: Int = 10,
    _ change: (inout Rubric.Item) -> Void = { _ in }
  )
    -> Rubric.Item
  {
    var item = Rubric.Item(
      id: id,
      title: id,
      question: question,
      points: points,
      severity: .recommended,
      lesson: nil
    )
    change(&item)
    return item
  }

  private static func status(_ question: Question) throws -> CheckResult.Status {
    try grade([item(question)]).checks[0].status
  }

  /// Kleene's tables: nil is unknown.
  @Test func `and, or and not follow the three-valued tables`() throws {
    let truth: [Answer: Bool?] = [.yes: true, .no: false, .unknown: nil]
    let statuses: [Bool?: CheckResult.Status] = [true: .passed, false: .failed, nil: .notJudged]
    for left in Answer.allCases {
      let value = truth[left] ?? nil
      #expect(try Self.status(.not(Self.question(left))) == statuses[value.map { !$0 }])
      for right in Answer.allCases {
        let pair = [value, truth[right] ?? nil]
        let both: Bool? = pair.contains(false) ? false : pair.contains(nil) ? nil : true
        let either: Bool? = pair.contains(true) ? true : pair.contains(nil) ? nil : false
        let questions = [try Self.question(left, "left"), try Self.question(right, "right")]
        #expect(try Self.status(.all(questions.map { .init($0) })) == statuses[both], "\(left) and \(right)")
        #expect(try Self.status(.any(questions)) == statuses[either], "\(left) or \(right)")
      }
    }
  }

  @Test func `the first that fails speaks, with its reason why`() throws {
    let parts = [try Self.question(.yes, "a"), try Self.question(.unknown, "b"), try Self.question(.no, "c")]
    let result = try Self.grade([Self.item(.all(parts.map { .init($0) }))]).checks[0]
    #expect(result.message == "c fails")
    #expect(result.why == "why c")
    #expect(result.range != nil)
    let either = try Self.grade([Self.item(.any([Self.question(.no, "a"), Self.question(.no, "b")]))]).checks[0]
    #expect(either.message == "a fails")
  }

  @Test func `what must not be is pointed at`() throws {
    let result = try Self.grade([Self.item(.not(Self.question(.yes)))]).checks[0]
    #expect(result.status == .failed)
    #expect(result.message == "a is right")
    #expect(result.range != nil)
    #expect(try Self.grade([Self.item(.not(Self.question(.no)))]).checks[0].message == "a fails")
  }

  @Test(arguments: [(Share(2, of: 3), 6), (Share(0, of: 3), 0), (Share(5, of: 3), 10), (Share(1, of: 0), 0)])
  func `points of a part are whole and rounded down`(share: Share, points: Int) throws {
    let question = try Self.question(.no, share: share)
    let partial = try Self.grade([Self.item(question) { $0.isPartial = true }])
    #expect(partial.checks[0].status == .failed)
    #expect(partial.checks[0].points == points)
    #expect(partial.score == points)
    #expect(partial.checks[0].maxPoints == 10)
    #expect(try Self.grade([Self.item(question)]).score == 0)
  }

  @Test func `parts earn their own points`() throws {
    let parts: [Question.Part] = [
      .init(try Self.question(.yes), points: 7), .init(try Self.question(.no), points: 2),
      .init(try Self.question(.unknown), points: 1),
    ]
    #expect(try Self.grade([Self.item(.all(parts)) { $0.isPartial = true }]).score == 7)
    #expect(try Self.grade([Self.item(.all([parts[0], parts[2]])) { $0.isPartial = true }]).score == 0)
  }

  @Test(arguments: [("no", "failed"), ("unknown", "not judged")])
  func `what it needs comes first`(answer: String, name: String) throws {
    let first = try Self.question(answer == "no" ? .no : .unknown)
    let items = [
      Self.item(first, id: "first"), Self.item(try Self.question(.yes), id: "second") { $0.needs = ["first"] },
      Self.item(try Self.question(.yes), id: "third") { $0.needs = ["second"] },
    ]
    let checks = try Self.grade(items).checks
    #expect(checks.map(\.status) == [answer == "no" ? .failed : .notJudged, .notJudged, .notJudged])
    #expect(checks[1].reason == "waits for first")
    #expect(checks[2].message == "waits for second")
    #expect(checks[1].why == nil)
    #expect(checks[1].points == 0)
  }

  @Test func `feedback stands in for the check's own words`() throws {
    let placeholders = ["port", "actual"] + Feedback.everywhere
    let check = try #require(CheckRegistry.standard["exposed-port"])
    let item = Self.item(.check(try check.asked(with: ["port": 3000]))) { item in
      item.feedback = Feedback(
        passed: try? .init("Well: {port}.", placeholders: placeholders),
        failed: try? .init("{port} is {{not}} there, {actual} is. {message}", placeholders: placeholders)
      )
    }
    #expect(try Self.grade([item], "FROM alpine:3.24\nEXPOSE 3000\n").checks[0].message == "Well: 3000.")
    let failed = try Self.grade([item], "FROM alpine:3.24\nEXPOSE 80\n").checks[0]
    #expect(failed.message == "3000 is {not} there, 80/tcp is. the image exposes 80/tcp, not 3000/tcp")
  }
}
