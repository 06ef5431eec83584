import DockerfileSyntax
import Testing

struct DirectiveTests {
  @Test(arguments: [
    ("# escape=`\nFROM a", "`"),
    ("#escape = ` \nFROM a", "`"),
    ("# ESCAPE\t=\t`\nFROM a", "`"),
    ("  # escape=`\nFROM a", "`"),
    ("\u{FEFF}# escape=`\nFROM a", "`"),
    ("# syntax=docker/dockerfile:1\n# check=skip=all\n# escape=`\nFROM a", "`"),
    ("# escape=\\\nFROM a", "\\"),
    ("\n# escape=`\nFROM a", "\\"),
    ("# hello\n# escape=`\nFROM a", "\\"),
    ("# foo=bar\n# escape=`\nFROM a", "\\"),
    ("# escape=\n# escape=`\nFROM a", "\\"),
    ("#!/bin/x\n# escape=`\nFROM a", "\\"),
    ("FROM a\n# escape=`", "\\"),
  ])
  func `reads the escape in the run of lines at the top`(text: String, escape: String) {
    let outline = Outline(text)
    #expect(outline.document.escape == escape.utf8.first)
    #expect(outline.problems.isEmpty)
  }

  @Test
  func `knows the line and the value of a directive`() {
    let document = Outline("# syntax = docker/dockerfile:1  \r\n# check=skip=A;error=true\r\nFROM a").document
    #expect(document.directives.map(\.kind) == [.syntax, .check])
    #expect(document.directives.map(\.line) == [1, 2])
    #expect(document.directives.map { document.string($0.value) } == ["docker/dockerfile:1", "skip=A;error=true"])
  }

  @Test(arguments: [
    ("# escape=x\nFROM a", "0: invalid escape token 'x' does not match ` or \\", "x"),
    ("# escape=``\nFROM a", "0: invalid escape token '``' does not match ` or \\", "``"),
    ("# escape=  \nFROM a", "0: invalid escape token ' ' does not match ` or \\", " "),
    ("# escape=`\n# escape=`\nFROM a", "1: only one escape parser directive can be used", "# escape=`"),
    ("# syntax=a\n# Syntax=b\nFROM a", "1: only one syntax parser directive can be used", "# Syntax=b"),
    ("# check=a\n# escape=`\n# check=b\nFROM a", "2: only one check parser directive can be used", "# check=b"),
  ])
  func `refuses a bad one`(text: String, problem: String, culprit: String) {
    let outline = Outline(text)
    #expect(outline.problems == [problem])
    #expect(outline.culprit == culprit)
    #expect(outline.document.problems.first?.phase == .reading)
    #expect(outline.nodes == ["FROM \(text.split(separator: "\n").count)-\(text.split(separator: "\n").count) |a|"])
  }

  @Test
  func `uses the backquote for continuations, words and flags`() {
    let text = "# escape=`\nFROM a\nRUN b `\n c\\\nENV X=a` b Y=\\\nCOPY --from=`\"x d e"
    #expect(
      Outline(text).nodes == [
        "FROM 2-2 |a|", "RUN 3-4 |b  c\\|", "ENV 5-5 |X=a` b|Y=\\|", "COPY 6-6 --from=\"x |d|e|",
      ]
    )
  }
}
