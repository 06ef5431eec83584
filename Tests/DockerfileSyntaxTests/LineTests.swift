import DockerfileSyntax
import Testing

/// How physical lines become instructions.
struct LineTests {
  @Test(arguments: [
    ("FROM a", ["FROM 1-1 |a|"]),
    ("FROM a\n\n\nRUN b\n", ["FROM 1-1 |a|", "RUN 4-4 |b|"]),
    ("  \tfrom a\n", ["from 1-1 |a|"]),
    ("\u{FEFF}FROM a\n", ["FROM 1-1 |a|"]),
    ("FROM a\r\nRUN b \\\r\n  c\r\n", ["FROM 1-1 |a|", "RUN 2-3 |b   c|"]),
    ("FROM a\rRUN b", ["FROM 1-1 |a|RUN|b|"]),
    ("FROM\u{0B}a\u{0C}AS\tb", ["FROM 1-1 |a|AS|b|"]),
    ("\u{A0}FROM a", ["FROM 1-1 |a|"]),
    ("FROM\u{A0}a", ["FROM\u{A0}a 1-1 ||"]),
    ("RUN a\\\nb", ["RUN 1-2 |ab|"]),
    ("RUN a\\\n  b", ["RUN 1-2 |a  b|"]),
    ("RUN a \\ \t\nb", ["RUN 1-2 |a b|"]),
    ("RU\\\nN a", ["RUN 1-2 |a|"]),
    ("RUN a \\\\\nRUN b", ["RUN 1-1 |a \\\\|", "RUN 2-2 |b|"]),
    ("RUN a \\\\\\\nRUN b", ["RUN 1-1 |a \\\\\\|", "RUN 2-2 |b|"]),
    ("RUN a \\", ["RUN 1-1 |a|"]),
    ("\\\nRUN a", ["RUN 1-2 |a|"]),
    ("\\", [" 1-1 ||"]),
    ("RUN a \\\n# c \\\n  # d\n b", ["RUN 1-4 |a  b|"]),
    ("RUN a \\\n\n \t\nRUN b", ["RUN 1-4 |a RUN b|"]),
    ("RUN a # b", ["RUN 1-1 |a # b|"]),
    ("RUN a\\\n#b", ["RUN 1-2 |a|"]),
  ])
  func `joins what belongs together`(text: String, nodes: [String]) {
    #expect(Outline(text).nodes == nodes)
  }

  @Test
  func `warns of an empty line in an instruction, at its last line`() throws {
    let outline = Outline("FROM a\nRUN b \\\n\n  c\nRUN d")
    let warning = try #require(outline.document.warnings.first)
    #expect(outline.document.warnings.count == 1)
    #expect(warning.message == "Empty continuation line found in: RUN b   c")
    #expect(warning.dockerLine == 4)
    #expect(warning.range == outline.document.nodes[1].range)
    #expect(outline.document.problems.isEmpty)
  }

  @Test(arguments: [
    ("# a\n#  b  \nFROM x", ["a", "b"]),
    ("# a\n\nFROM x", ["a"]),
    ("# a\n#\n# b\nFROM x", ["b"]),
    ("  # a\nFROM x", ["# a"]),
    ("# syntax=x\n# a\nFROM x", ["a"]),
    ("FROM x", []),
  ])
  func `keeps the comments above an instruction`(text: String, comments: [String]) {
    let document = Outline(text).document
    #expect(document.nodes.first.map { document[$0.comments].map { document.string($0) } } == comments)
  }

  @Test
  func `gives each instruction its own comments`() {
    let document = Outline("# a\nFROM x\n# b\nRUN y \\\n# inside\n z\nRUN w").document
    #expect(document.nodes.map { document[$0.comments].map { document.string($0) } } == [["a"], ["b"], []])
  }

  @Test(arguments: [(65_535, true, true), (65_536, true, false), (65_535, false, true), (65_536, false, false)])
  func `limits the length of a line`(length: Int, endsInLineFeed: Bool, isRead: Bool) {
    let line = "RUN " + String(repeating: "a", count: length - 4) + (endsInLineFeed ? "\n" : "")
    let outline = Outline("FROM x\n" + line)
    let message = "1: dockerfile line greater than max allowed size of 65535"
    #expect(outline.document.nodes.count == (isRead ? 2 : 1))
    #expect(outline.problems == (isRead ? [] : [message]))
    #expect(outline.document.isCutOff == !isRead)
  }

  @Test
  func `reads the rest of a long line when it continues an instruction, as Docker does`() {
    let outline = Outline("FROM x\nRUN a \\\n" + String(repeating: "b", count: 70_000) + "\nRUN c")
    #expect(outline.document.nodes.count == 3)
    #expect(outline.document.nodes[2].keyword.text.offsets.count == 65_536)
    #expect(outline.problems.first == "3: dockerfile line greater than max allowed size of 65535")
  }

  @Test
  func `reads long instructions of many short lines`() {
    let outline = Outline(
      "FROM x\nRUN a" + String(repeating: " \\\n" + String(repeating: "b", count: 1000), count: 100)
    )
    #expect(outline.problems.isEmpty)
    #expect(outline.document.nodes[1].body.offsets.count == 100_101)
  }

  @Test
  func `keeps a trigger that is a comment out of the comments of the next instruction`() throws {
    let document = Outline("FROM a\nONBUILD # b\n# c\nRUN d").document
    let run = try #require(document.nodes.last)
    #expect(document[run.comments].map { document.string($0) } == ["c"])
  }
}
