import Foundation
import TestKit
import Testing

/// What `lint` and `explain` say, where, and with which exit status.
@Suite(.serialized)
struct LintTests {
  private static func learner() throws -> Learner {
    let learner = try Learner.withFiles()
    try learner.desk.write(Array("FROM alpine:3.23\nCOPY dist /srv\n".utf8), to: "web/Dockerfile")
    try learner.desk.write(Array("dist\n".utf8), to: "web/.dockerignore")
    try learner.desk.write(Array("FROM alpine:3.23\n".utf8), to: "web/clean.Dockerfile")
    try learner.desk.write(Array("[\n".utf8), to: "web/clean.Dockerfile.dockerignore")
    try learner.desk.write(Array("FROM alpine as b\n".utf8), to: "found")
    return learner
  }

  @Test(
    arguments: [
      (["good"], 0, "good: nothing found not judged: InvalidBaseImagePlatform"),
      (["found"], 1, "'as' and 'FROM' keywords' casing do not match FromAsCasing --> found:1:13"),
      (["found"], 1, "read stagecraft explain FromAsCasing found: 1 finding"),
      (["refused"], 1, "error: unknown instruction: WORKDR --> refused:2:1"),
      (["web/Dockerfile"], 1, "Attempting to Copy file \"dist\" that is excluded by .dockerignore"),
      (["web/clean.Dockerfile"], 1, "web/clean.Dockerfile.dockerignore, line 1: syntax error in pattern"),
      (["web"], 1, "2 files: 1 finding, 1 error"),
      (["missing"], 3, "error: missing: no such file"),
      (["pipe"], 3, "named pipe"),
      (["good", "missing", "found"], 3, "3 files: 1 finding, 1 unreadable"),
    ] as [([String], Int32, String)]
  )
  func `files and folders`(arguments: [String], status: Int32, words: String) throws {
    let output = try Self.learner().run(["lint"] + arguments)
    #expect(output.status == status)
    #expect(output.words.contains(words), "\(output.text)")
    #expect(output.errors == "")
    #expect(output.undressed)
  }

  @Test
  func `standard input, and a misspelt stage that Docker would take for an image`() throws {
    let text = "FROM node:26 AS builder\nFROM nginx:1.29\nCOPY --from=biulder /app /app\n"
    let output = try Self.learner().run(["lint", "-"], input: text)
    #expect(output.status == 0)
    #expect(output.words.contains("note: `biulder` is no stage of this file"))
    #expect(output.words.contains("--> standard input:3:13"))
    #expect(output.words.contains("did you mean builder?"))
    let inspected = try Self.learner().run(["inspect", "--format", "json", "-"], input: text)
    #expect(inspected.text.contains(#""lint":{"error":null,"warnings":[]}"#))
  }

  @Test(
    arguments: [
      (["explain", "JSONArgsRecommended"], 0, "SIGTERM"), (["explain", "json-args-recommended"], 0, "SIGTERM"),
      (["explain"], 0, "WorkdirRelativePath"),
    ] as [([String], Int32, String)]
  )
  func `explains`(arguments: [String], status: Int32, words: String) throws {
    let output = try Self.learner().run(arguments)
    #expect(output.status == status)
    #expect(output.words.contains(words))
  }

  @Test(
    arguments: [
      (["explain", "UndefinedVra"], "there is no build check `UndefinedVra`; did you mean `UndefinedVar`?"),
      (["explain", "zebra"], "there is no build check `zebra`; `stagecraft explain` lists them"),
      (["lint", "--format", "xml", "good"], "The value 'xml' is invalid"),
    ]
  )
  func `wrong usage`(arguments: [String], words: String) throws {
    let output = try Self.learner().run(arguments)
    #expect(output.status == 2)
    #expect(output.text == "")
    #expect(output.errors.contains(words), "\(output.errors)")
  }
}
