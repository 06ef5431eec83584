import Testing

@testable import Course

/// What a lesson shows is what it says: Dockerfiles, findings, refusals, predictions.
struct LessonProofTests {
  private static func problems(_ body: String) throws -> [String] {
    let lesson = Lesson(id: "x", number: 4, title: "X", summary: "", minutes: 5, exercises: [], body: body, bodyLine: 9)
    let parts = try LessonBody(path: "Lessons/04-x.md", firstLine: 9).read(body)
    let proof = LessonProof(lesson: lesson, parts: parts, path: "Lessons/04-x.md", facts: try CourseFacts())
    return proof.problems().map(\.description)
  }

  @Test(arguments: [
    ("```dockerfile\nFROM node:26\nUSER node\n```", [String]()),
    // A part of a file.
    ("```dockerfile\nCOPY . .\nRUN npm ci\n```", []),
    ("Text.\n```sh\nFORM\n```", []),
    (
      "```dockerfile\nFROM node:26\nCMD npm start\n```",
      [
        "11:1: JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS "
          + "signals"
      ]
    ),
    ("```dockerfile bad=JSONArgsRecommended\nFROM node:26\nCMD npm start\n```", []),
    ("```dockerfile bad=StageNameCasing\nFROM node:26\n```", ["9:1: there is no finding of `StageNameCasing`"]),
    (
      "```dockerfile\nCOPY\n```",
      [
        "10:1: Docker refuses this Dockerfile: COPY requires at least two arguments, but only one was provided. "
          + "Destination could not be determined"
      ]
    ),
    ("```dockerfile refused\nFROM node:26\nFRUM x\n```", []),
    ("```dockerfile refused\nFROM node:26\n```", ["9:1: Docker accepts this Dockerfile, which is said to be refused"]),
    (
      "```dockerfile good\nFROM node:26\n```",
      ["9:1: `good` says nothing about a Dockerfile: `refused` and `bad=RULE,…` do"]
    ),
    ("```sh\nls", ["9:1: the block of code does not end: its closing fence is missing"]),
  ])
  func `a Dockerfile is what its fence says`(body: String, expected: [String]) throws {
    let found = try Self.problems(body)
    #expect(found == expected.map { "Lessons/04-x.md:\($0)" })
  }

  private static func prediction(_ what: String, _ right: String, _ wrong: String, _ file: [String]) -> String {
    """
    ```quiz
    id: q
    kind: single
    ask: What?
    predict: \(what)
    dockerfile: |
    \(file.map { "  \($0)" }.joined(separator: "\n"))
    options:
      - {text: one, value: "\(right)", right: true, why: Yes.}
      - {text: two, value: "\(wrong)", why: No.}
    ```
    """
  }

  @Test(arguments: [
    ("user", "node", "root", ["FROM node:26 AS base", "USER node", "FROM base"]),
    ("user", "root", "node", ["FROM node:26 AS base", "USER node", "FROM node:26"]),
    ("workdir", "/app/src", "/app", ["FROM node:26", "WORKDIR /app", "WORKDIR src"]),
    ("command", "docker-entrypoint.sh node a.js", "node a.js", ["FROM node:26", "CMD [\"node\", \"a.js\"]"]),
    (
      "stages", "build 2", "build test 2",
      ["FROM node:26 AS build", "FROM build AS test", "FROM scratch", "COPY --from=build /a /a"]
    ),
    (
      "healthcheck", "no", "yes",
      ["FROM node:26", "HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1/", "HEALTHCHECK NONE"]
    ),
  ])
  func `a prediction comes true`(what: String, right: String, wrong: String, file: [String]) throws {
    let extra = what == "healthcheck" ? "findings: [MultipleInstructionsDisallowed]\n" : ""
    let question = Self.prediction(what, right, wrong, file).replacing("predict:", with: "\(extra)predict:")
    #expect(try Self.problems(question) == [])
    let turned = Self.prediction(what, wrong, right, file).replacing("predict:", with: "\(extra)predict:")
    #expect(try Self.problems(turned).count == 2)
  }

  @Test
  func `what the image holds must be known`() throws {
    let question = Self.prediction("user", "root", "node", ["FROM example.org/own"])
    #expect(
      try Self.problems(question) == [
        "Lessons/04-x.md: in the question `q`: the right option says `root`, the image is not known"
      ]
    )
  }
}
