import Course
import Diagnostics
import Terminal
import Testing

@Suite struct MarkdownSurveyTests {
  private static func places(_ survey: MarkdownSurvey) -> [String] {
    survey.overflows.map { "\($0.position.line): \($0.needed) > \($0.room)" }
  }

  @Test(
    arguments: [
      ("```\n\(String(repeating: "x", count: 54))\n```\n", []),
      ("text\n\n```\nshort\n\(String(repeating: "x", count: 55))\n```\n", ["5: 55 > 54"]),
      ("1. one\n\n   ```\n   \(String(repeating: "x", count: 52))\n   ```\n", ["4: 52 > 51"]),
      ("> ```\n> \(String(repeating: "x", count: 53))\n> ```\n", ["2: 53 > 52"]),
      ("    \(String(repeating: "漢", count: 28))\n", ["1: 56 > 54"]),
      // Prose is wrapped, and so are the cells of a table, between their words.
      (String(repeating: "word ", count: 50) + "\n", []),
      ("| a | b |\n|---|---|\n| \(String(repeating: "word ", count: 50)) | c |\n", []),
      ("x\n\n| a | b |\n|---|---|\n| \(String(repeating: "x", count: 55)) | c |\n", ["3: 59 > 58"]),
    ]
  )
  func `finds what 60 columns cannot hold`(markdown: String, told: [String]) {
    #expect(Self.places(MarkdownSurvey(of: markdown, columns: 60)) == told)
  }

  @Test func `finds links and code with their lines`() {
    let markdown = """
      See [the page](https://example.org) and
      ![a picture](b.png).

      - Say `stagecraft hint a`.

      | a | b |
      |---|---|
      | `c` | [d](e) |

      ```sh
      stagecraft lesson 2
      ```

      """
    let survey = MarkdownSurvey(of: markdown, columns: 80)
    #expect(survey.links.map { "\($0.position.line) \($0.text)" } == ["1 https://example.org", "2 b.png", "8 e"])
    #expect(survey.code.map(\.text) == ["stagecraft hint a", "c", "stagecraft lesson 2"])
    #expect(survey.code.first?.position == SourcePosition(line: 4, column: 8))
    #expect(survey.code.last?.position.line == 11)
  }
}
