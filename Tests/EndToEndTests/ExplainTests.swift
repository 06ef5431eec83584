import Foundation
import TestKit
import Testing

/// What `explain FILE:LINE` and `image` say, and with which exit status.
@Suite(.serialized)
struct ExplainTests {
  private static let text = """
    ARG APP_USER=node
    FROM node:26-alpine AS builder
    RUN npm ci && npm run build
    FROM node:26-alpine
    ARG APP_USER
    COPY --from=builder /app/build /app
    USER ${APP_USER}

    """

  private static func learner() throws -> Learner {
    let learner = try Learner()
    for name in ["Dockerfile", "a:3", "UndefinedVar"] { try learner.desk.write(Array(text.utf8), to: name) }
    try learner.desk.write(Array("FROM node\nUSSER x\nUSER node\n".utf8), to: "refused")
    return learner
  }

  @Test(
    arguments: [
      (["Dockerfile:7"], 0, "Sets the user to `node`"), (["Dockerfile:7"], 0, "This is the user of the image."),
      (["Dockerfile:7"], 0, "ARG APP_USER (line 5) -> ARG APP_USER=node (line 1)"),
      (["Dockerfile:7", "--build-arg", "APP_USER=1000"], 0, "Sets the user to `1000`"),
      (["Dockerfile:3:5"], 0, "^^^^^^ installs exactly what the lockfile says"),
      (["Dockerfile:3", "--target", "builder"], 0, "What it changes is a layer of the image."),
      (["Dockerfile:6", "--target", "builder"], 0, "stage `stage-1` is never run for `builder`"),
      (["a:3:7"], 0, "a:3:7 - USER"), (["./UndefinedVar:7"], 0, "This is the user of the image."),
      (["UndefinedVar"], 0, "An instruction uses a variable"),
      (["refused:3"], 1, "unknown instruction: USSER"), (["refused:3"], 1, "Sets the user to `node`"),
      (["Dockerfile:7", "--format", "json"], 0, "\"effect\":\"final\""),
    ] as [([String], Int32, String)]
  )
  func `explains a line`(arguments: [String], status: Int32, words: String) throws {
    let output = try Self.learner().run(["explain"] + arguments)
    #expect(output.status == status)
    #expect(output.words.contains(words), "\(output.text)\(output.errors)")
    #expect(output.errors == "")
    #expect(output.undressed)
  }

  @Test
  func `explains standard input`() throws {
    let output = try Self.learner().run(["explain", "-:7"], input: Self.text)
    #expect(output.status == 0)
    #expect(output.text.hasPrefix("standard input:7 - USER"))
  }

  @Test(
    arguments: [
      (["explain", "Dockerfile:8"], 2, "Dockerfile has 7 lines, and no line 8"),
      (["explain", "Dockerfile:0"], 2, "no line 0"),
      (["explain", "Dockerfile"], 2, "write `stagecraft explain Dockerfile:LINE`"),
      (["explain", "Dockerfile:1", "--target", "x"], 2, "target stage \"x\" could not be found"),
      (["explain", "--colour", "Dockerfile:1"], 2, "there is no option `--colour`"),
      (["explain", "Dockerfile:1", "Dockerfile:2"], 2, "explain takes one line"),
      (["explain", "missing:1"], 3, "missing: no such file"),
      (["image", "missing"], 3, "missing: no such file"),
      (["image", "--target", "bulider"], 2, "did you mean builder?"),
      (["image", "--build-arg", "=x"], 2, "has no name"),
    ] as [([String], Int32, String)]
  )
  func `says what is wrong`(arguments: [String], status: Int32, words: String) throws {
    let output = try Self.learner().run(arguments)
    #expect(output.status == status)
    #expect(output.text == "")
    #expect(output.errors.contains(words), "\(output.errors)")
  }

  @Test(
    arguments: [
      ([], 0, "USER ${APP_USER} (line 7) -> ARG APP_USER (line 5) -> ARG APP_USER=node (line 1) -> node"),
      (["--build-arg", "APP_USER=me"], 0, "--build-arg APP_USER=me (ARG, line 5) -> me"),
      (["--target", "builder"], 0, "line 4: is never run for this target"),
      (["refused"], 1, "Docker refuses to build it"),
      (["--format", "jsonl", "refused"], 1, "\"image\":null"),
      (["--format", "json"], 0, "\"schema\":\"stagecraft.image/1\""),
    ] as [([String], Int32, String)]
  )
  func `shows an image`(arguments: [String], status: Int32, words: String) throws {
    let output = try Self.learner().run(["image"] + arguments)
    #expect(output.status == status)
    #expect(output.words.contains(words), "\(output.text)\(output.errors)")
    #expect(output.undressed)
  }
}
