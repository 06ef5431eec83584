import BuildModel
import DockerfileSyntax
import Testing

@Suite struct StageGraphTests {
  /// What each stage refers to: `0:`, `1: 0 nginx:alpine`.
  private static func references(_ text: String, target: String? = nil) throws -> [String] {
    try JudgedImage(text, target: target).build.stages.map { stage in
      let names = stage.references.map { reference in
        switch reference.source {
        case .stage(let index): "\(index)"
        case .image(let name): name
        }
      }
      return "\(stage.index): " + names.joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      ("FROM node AS a\nFROM scratch\nCOPY --from=a /x /x", ["0: ", "1: 0"]),
      ("FROM node AS Aa\nFROM scratch\nCOPY --from=aA /x /x", ["0: ", "1: 0"]),
      ("FROM node\nFROM scratch\nCOPY --from=0 /x /x", ["0: ", "1: 0"]),
      ("FROM scratch\nCOPY --from=nginx:alpine /x /x", ["0: nginx:alpine"]),
      ("FROM node AS a\nFROM node\nRUN --mount=from=a,target=/a true", ["0: ", "1: 0"]),
      ("FROM node AS a\nFROM node\nRUN --mount=type=bind,from=A,target=/a true", ["0: ", "1: 0"]),
      ("FROM node AS a\nFROM node AS a\nFROM scratch\nCOPY --from=a /x /x", ["0: ", "1: ", "2: 1"]),
      ("FROM node AS a\nFROM scratch\nCOPY --from=b /x /x\nADD x /x", ["0: ", "1: b"]),
      // Behind the stages Docker counts the images that COPY and RUN took from; a mount without one is scratch.
      ("FROM scratch\nCOPY --from=nginx /x /x\nCOPY --from=1 /y /y", ["0: nginx nginx"]),
      ("FROM scratch\nRUN --mount=target=/a true\nCOPY --from=node /x /x\nCOPY --from=2 /y /y", ["0: node node"]),
      ("FROM node AS scratch\nRUN --mount=from=nginx,target=/a true\nCOPY --from=1 /y /y", ["0: nginx nginx"]),
    ]
  )
  func `references are stages by name or number, or else images`(text: String, references: [String]) throws {
    #expect(try Self.references(text) == references)
  }

  private static let four = """
    FROM node AS dependencies
    FROM dependencies AS builder
    FROM node AS test
    COPY --from=builder /app /app
    FROM scratch
    COPY --from=dependencies /m /m

    """

  @Test(
    arguments: [
      (nil, [0, 3]), ("test", [0, 1, 2]), ("TEST", [0, 1, 2]), ("builder", [0, 1]), ("dependencies", [0]),
    ] as [(String?, [Int])]
  )
  func `a target needs what it starts from and copies from`(target: String?, needed: [Int]) throws {
    let build = try JudgedImage(Self.four, target: target).build
    #expect(build.neededStages.map(\.index) == needed)
    #expect(build.unneededStages.map(\.index) == (0..<4).filter { !needed.contains($0) })
  }

  @Test func `a mount and a trigger make a stage needed`() throws {
    let mount = "FROM node AS a\nFROM node AS b\nFROM node\nRUN --mount=from=a,target=/a true\n"
    #expect(try JudgedImage(mount).build.neededStages.map(\.index) == [0, 2])
    let trigger = "FROM node AS a\nFROM node AS b\nONBUILD COPY --from=a /x /x\nFROM b\n"
    #expect(try JudgedImage(trigger).build.neededStages.map(\.index) == [0, 1, 2])
  }

  @Test func `a trigger may take from the stage in which it fires`() throws {
    let copy = "FROM scratch AS a\nCOPY x /x\nONBUILD COPY --from=b /x /y\nFROM a AS b\nUSER 1\n"
    #expect(try JudgedImage(copy).image.user == "1")
    let mount = "FROM node AS a\nONBUILD RUN --mount=from=b,target=/b true\nFROM a AS b\nUSER 1\n"
    #expect(try JudgedImage(mount).image.user == "1")
  }

  @Test(
    arguments: [
      ("EXPOSE 99999", "invalid containerPort: 99999"),
      // An accent on a colon or a slash leaves it one.
      ("EXPOSE 1:\u{301}2:3", "invalid IP address: 1"),
      (
        "EXPOSE 1/\u{301}tcp",
        "invalid port: \"1/\u{301}tcp\": "
          + "invalid proto: \u{301}tcp"
      ), ("EXPOSE [::1]:\u{301}2:3", "invalid hostPort: \u{301}2"),
      ("STOPSIGNAL SIGNO", "invalid signal: SIGNO"),
      ("USER ${A:?no user}", nil),
    ] as [(String, String?)]
  )
  func `a mistake refuses the build only where its stage is built`(line: String, message: String?) throws {
    let text = "FROM scratch AS broken\n\(line)\nFROM scratch AS right\nUSER 1\n"
    #expect(try JudgedImage(text).image.user == "1")
    let error = try #require(throws: BuildError.self) { try JudgedImage(text, target: "broken") }
    #expect(error.dockerLine == 2)
    if let message { #expect(error.message == message) }
  }

  @Test(
    arguments: [
      (
        "FROM scratch AS a\nCOPY --from=b /x /x\nFROM scratch AS b\n", "a",
        "cannot copy from stage \"b\", it needs to be defined before current stage \"a\"", 2
      ),
      (
        "FROM scratch AS a\nCOPY --from=b /x /x\nFROM scratch AS b\nCOPY --from=a /x /x\n", nil,
        "circular dependency detected on stage: a", nil
      ),
      (
        "FROM scratch AS a\nCOPY --from=b /x /x\nFROM a AS b\n", nil,
        "cannot copy from stage \"b\", it needs to be defined before current stage \"a\"", 2
      ),
      ("FROM scratch\nRUN --device=a b\n", nil, BuildError.devices, 2),
      ("FROM scratch\nADD https://a.org/b.git?c=d /\n", nil, "unexpected query \"c\"", 2),
      ("FROM scratch AS a\nCOPY --from=a /x /x\n", nil, "circular dependency detected on stage: a", nil),
      ("FROM scratch AS a\nCOPY --from=0 /x /x\n", nil, "circular dependency detected on stage: a", nil),
      ("FROM scratch\nCOPY --from=7 /x /x\n", nil, "invalid stage index 7", nil),
      ("ARG A\nFROM $A\n", nil, "base name ($A) should not be blank", 2),
      (
        "FROM Node\n", nil,
        "failed to parse stage name \"Node\": invalid reference format: "
          + "repository name (library/Node) must be lowercase",
        1
      ),
      ("FROM node:\n", nil, "failed to parse stage name \"node:\": invalid reference format", 1),
      (
        "ARG F=a\nFROM scratch AS a\nFROM scratch\nCOPY --from=$F /x /x\n", nil,
        "variable expansion is not supported for --from, define a new stage with FROM using ARG from global "
          + "scope as a workaround", nil
      ),
    ] as [(String, String?, String, Int?)]
  )
  func `what Docker refuses is refused in its words`(
    text: String,
    target: String?,
    message: String,
    line: Int?
  ) throws {
    let error = try #require(throws: BuildError.self) { try JudgedImage(text, target: target) }
    #expect(error.message == message)
    if let line { #expect(error.dockerLine == line) }
    #expect(error.range != nil)
  }

  @Test(
    arguments: [
      ("bulider", "builder"), ("Test2", "test"), ("zzzzzzzz", nil),
    ] as [(String, String?)]
  )
  func `an unknown target is refused, with the nearest name`(target: String, suggestion: String?) throws {
    let error = try #require(throws: BuildError.self) { try JudgedImage(Self.four, target: target) }
    #expect(error.message.contains("target stage \"\(target)\" could not be found"))
    #expect(error.suggestion == suggestion)
  }

  @Test func `a chain of very many stages is walked without recursion`() throws {
    let text = "FROM scratch AS s0\n" + (1..<3000).map { "FROM s\($0 - 1) AS s\($0)\n" }.joined()
    #expect(try JudgedImage(text).build.neededStages.count == 3000)
  }
}
