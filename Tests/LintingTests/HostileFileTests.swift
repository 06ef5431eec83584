import DockerfileSyntax
import Linting
import Testing

/// Files that would take for ever where an effort grows with the square of their size.
@Suite struct HostileFileTests {
  private static let count = 20_000

  private static func lines(_ make: (Int) -> String) -> String { (0..<count).map(make).joined(separator: "\n") }

  private static let files: [(name: String, text: String)] = [
    ("arguments", "FROM a\n" + lines { "ARG A\($0)=$A\($0 - 1)" }),
    ("undefined variables", "FROM a\n" + lines { "ENV B\($0)=$A\($0)x" }),
    ("global arguments", lines { "ARG A\($0)=1" } + "\nFROM a$A7\n" + lines { "ARG A\($0)" }),
    ("stages", lines { "FROM s\($0 - 1) AS s\($0)\nENV A\($0)=$A\($0 / 2)" }.replacing("FROM s-1 ", with: "FROM a ")),
    (
      "stages with the same base",
      "FROM a AS b\n" + lines { "ENV A\($0)=1" } + "\n" + lines { "FROM b\nENV A\($0)=$A1" }
    ),
    ("links", lines { "FROM a AS s\($0)\nCOPY --from=s\($0 / 2) x y" }),
    ("forward links", lines { "FROM a AS s\($0)\nCOPY --from=s\($0 + 1) x y" }),
    ("names of images", "FROM a\n" + lines { "COPY --from=b\($0) x y" }),
    ("duplicate names", lines { _ in "FROM a AS B" }),
    ("hidden variables", "FROM a AS b\n" + lines { "ENV A\($0)=1\nARG A\($0)=2" } + "\n" + lines { _ in "FROM b" }),
    ("triggers", "FROM a AS b\n" + lines { _ in "ONBUILD ENV A=1" } + "\n" + lines { _ in "FROM b" }),
    ("chained triggers", lines { "FROM a AS s\($0)\nONBUILD COPY --from=s\($0 - 1) x y\nFROM s\($0)" }),
    ("folders", "FROM a\n" + lines { _ in "WORKDIR b" }),
    ("growing values", "FROM a\n" + lines { _ in "ENV A=$A$A$A" }),
    ("copied values", "FROM a\nENV A=\(String(repeating: "x", count: 60_000))\n" + lines { _ in "LABEL b=y$A" }),
    ("ports", "FROM a\n" + lines { _ in "EXPOSE 0-65535/TCP" }),
    ("comments", "FROM a\n" + lines { _ in "# check=skip=all" } + "\nENV A b\n"),
    ("mounts", "FROM a\nRUN " + lines { _ in "--mount=type=cache,target=/x \\" } + "\n b\n"),
    ("underscores", "FROM a\nENV \(String(repeating: "_", count: 60_000))=1\n"),
  ]

  @Test(.timeLimit(.minutes(2)), arguments: files.map(\.name))
  func `stays linear`(name: String) throws {
    let text = try #require(Self.files.first { $0.name == name }).text
    let document = Document(parsing: Array(text.utf8))
    #expect(document.problems.isEmpty)
    let time = ContinuousClock().measure { _ = Linter().lint(document) }
    #expect(time < .seconds(20), "\(time)")
  }

  @Test func `bytes that are no text are looked at as well`() {
    for byte in UInt8.min...UInt8.max {
      let bytes =
        Array("FROM a\nENV A=".utf8) + [byte, 0x24, byte] + Array("\nCOPY ".utf8) + [byte, byte] + Array(" /\n".utf8)
      _ = Linter().lint(Document(parsing: bytes))
    }
  }
}
