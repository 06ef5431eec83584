import Diagnostics
import Testing

@testable import Course

/// Questions as authors write them: read with every part, refused with line and column, judged as learners type.
struct QuizTests {
  private static func parts(_ markdown: String) throws -> [LessonPart] {
    try LessonBody(path: "Lessons/04-x.md", firstLine: 9).read(markdown)
  }

  private static func question(_ yaml: String) throws -> QuizQuestion {
    let parts = try parts("Text.\n\n```quiz\n\(yaml)\n```\n\nMore.\n")
    let found = parts.compactMap { part in if case .question(let question) = part { question } else { nil } }
    return try #require(found.first)
  }

  private static func problems(_ yaml: String) -> [String] {
    do {
      _ = try question(yaml)
      return []
    } catch CourseError.problems(let problems) {
      return problems.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  private static let single = """
    id: target
    kind: single
    ask: Which stage is built?
    options:
      - text: the first
        why: Only if it is needed.
      - text: the `last`
        right: true
        why: It is the default.
    """

  @Test
  func `stand between the text that they belong to`() throws {
    let parts = try Self.parts("# One\n\n```quiz\n\(Self.single)\n```\n\n```sh\nls\n```\n\nEnd.")
    #expect(parts.count == 3)
    #expect(parts.first == .markdown("# One\n"))
    #expect(parts.last == .markdown("\n```sh\nls\n```\n\nEnd."))
  }

  @Test(arguments: ["b", " B ", "b)", "the last", "The `last`."])
  func `a right letter or its words`(answer: String) throws {
    #expect(try Self.question(Self.single).judge(answer) == .right("It is the default."))
  }

  @Test
  func `other letters are wrong for their own reason, and what is no letter is no answer`() throws {
    let question = try Self.question(Self.single)
    #expect(question.judge("a") == .wrong(["Only if it is needed."]))
    for line in ["c", "ab", "", "1", "next"] {
      #expect(question.judge(line) == .unclear(.letter(last: "b")), "\(line)")
      #expect(!question.takes(line))
    }
  }

  private static let several = """
    id: gains
    kind: several
    ask: What is gained?
    options:
      - {text: size, right: true, why: Tools stay behind.}
      - {text: colour, why: Images have none.}
      - {text: safety, right: true, why: Fewer programs.}
    """

  @Test(arguments: ["a c", "c,a", "ca", "A, C"])
  func `all that are right, in any order`(answer: String) throws {
    #expect(try Self.question(Self.several).judge(answer) == .right("Tools stay behind. Fewer programs."))
  }

  @Test
  func `every letter too many or too few has its reason`() throws {
    let question = try Self.question(Self.several)
    #expect(question.judge("a b") == .wrong(["b) Images have none.", "c) Fewer programs."]))
    #expect(question.judge("a a") == .unclear(.letters(last: "c")))
  }

  private static let order = """
    id: order
    kind: order
    ask: In which order?
    steps:
      - {text: FROM, why: First.}
      - {text: COPY, why: Second.}
      - {text: RUN, why: Third.}
      - {text: CMD, why: Last.}
    """

  @Test
  func `steps are shown in another order, the same each time, and their letters are judged`() throws {
    let question = try Self.question(Self.order)
    #expect(question.choices.sorted() == ["CMD", "COPY", "FROM", "RUN"])
    #expect(question.choices != ["FROM", "COPY", "RUN", "CMD"])
    #expect(try Self.question(Self.order).choices == question.choices)
    #expect(question.judge(question.solution) == .right("First. Second. Third. Last."))
    #expect(question.judge("a b") == .unclear(.everyLetter(last: "d")))
    let from = try #require(question.choices.firstIndex(of: "FROM"))
    let others = question.choices.indices.filter { $0 != from } + [from]
    let wrong = others.map { String(QuizQuestion.letter($0)) }.joined()
    #expect(question.judge(wrong) == .misplaced(place: 1, why: "First."))
  }

  private static let line = """
    id: user
    kind: line
    ask: Which line?
    dockerfile: |
      FROM node:26
      USER node
      EXPOSE 80
    lines: [2]
    why: It is not root.
    mistakes:
      - {line: 1, why: Its user is root.}
    otherwise: That says nothing of users.
    """

  @Test
  func `lines of a file`() throws {
    let question = try Self.question(Self.line)
    #expect(question.judge("2") == .right("It is not root."))
    #expect(question.judge("line 1") == .wrong(["Its user is root."]))
    #expect(question.judge("3") == .wrong(["That says nothing of users."]))
    #expect(question.judge("4") == .unclear(.line(last: 3)))
    #expect(question.judge("two") == .unclear(.line(last: 3)))
  }

  private static let short = """
    id: flag
    kind: short
    ask: Which option?
    accept: ["--target", target]
    why: It names the stage.
    mistakes:
      - {answer: "--stage", why: There is none.}
    otherwise: It begins with a t.
    """

  @Test
  func `words, whatever their letter case and blanks`() throws {
    let question = try Self.question(Self.short)
    for answer in ["--target", "`--TARGET`", " target. "] {
      #expect(question.judge(answer) == .right("It names the stage."))
    }
    #expect(question.judge("--stage") == .wrong(["There is none."]))
    #expect(question.judge("next") == .wrong(["It begins with a t."]))
    #expect(question.takes("--stage"))
    #expect(!question.takes("next"))
  }

  @Test(arguments: [
    (single + "\nlines: [1]", "21:8: unknown key `lines`; known here: `options` and `predict`"),
    (
      "id: x\nkind: singel\nask: y",
      "13:7: `singel` is none of `single`, `several`, `short`, `order` and `line`; did you mean `single`?"
    ),
    (
      several.replacing("kind: several", with: "kind: single"),
      "16:3: 2 options are `right: true`; of `kind: single` exactly one is"
    ),
    (line.replacing("lines: [2]", with: "lines: [4]"), "19:9: there is no line 4; the file has 3"),
    (short.replacing("--stage", with: "target"), "18:14: `target` is right and a mistake"),
    (order.replacing("COPY", with: "FROM"), "17:12: the step `FROM` stands there twice, so its order cannot be told"),
    (single + "\npredict: user", "21:10: the question needs a `dockerfile`"),
  ])
  func `mistakes of authors have their place`(yaml: String, problem: String) {
    let problems = Self.problems(yaml)
    #expect(problems.contains("Lessons/04-x.md:\(problem)"), "\(problems)")
  }

  @Test
  func `ids are unique, and a block has an end`() {
    let twice = "```quiz\n\(Self.single)\n```\n```quiz\n\(Self.single)\n```\n"
    #expect { try Self.parts(twice) } throws: { "\($0)" == "Lessons/04-x.md:21:5: `target` is listed twice" }
    #expect { try Self.parts("```quiz\n\(Self.single)") } throws: {
      "\($0)" == "Lessons/04-x.md:9:1: the question does not end: a line of backquotes is missing"
    }
  }
}
