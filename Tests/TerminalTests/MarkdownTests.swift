import Diagnostics
import Session
import Terminal
import TestKit
import Testing

/// A page with everything that a lesson may hold, at every width and in every dress.
struct MarkdownTests {
  enum Dress: String, CaseIterable {
    case plain, uncoloured, coloured

    var style: Style {
      switch self {
      case .plain: .plain
      case .uncoloured: .uncoloured
      case .coloured: .coloured
      }
    }
  }

  static let page = """
    # A page with everything in it

    Plain words with *emphasis*, **strong words**, `code spans`, ~~struck ones~~, **strong with `code`**,
    a [link](https://example.org/a/long/path?query=1), <https://example.org>, www.example.org and
    ![a ship](ship.png).  \\
    A hard break; 港の時刻表 is wide, 👩‍🚀 too.

    ## Lists

    - one
    - two, which is longer than the others and has to be wrapped at forty columns
      - nested
        1. deep
        2. deeper
    - [x] done
    - [ ] to do

    9. nine

       a second paragraph
    10. ten

    ### Quotes

    > A quote of `code`
    > > in a quote

    > [!WARNING]
    > Mind the *step*.
    >
    > - and the gap

    > [!NOTE]

    | stage | image | what it is for |
    |:------|:-----:|---------------:|
    | build | `node:26` | compiles the page with everything that a bundler needs, 港 |
    | final | node:26-alpine | serves |

    | a | b | c | d | e | f | g | h | i |
    |---|---|---|---|---|---|---|---|---|
    | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 |

    ```dockerfile
    # syntax=docker/dockerfile:1
    FROM --platform=$BUILDPLATFORM node:26 AS build
    RUN echo "one" && \\
        FROM nothing ${TWO}
    CMD ["node", "server/index.js", "--with", "a", "very", "long", "list", "of", "arguments", "港"]
    ```

    ```sh
    $ docker build . # a comment
    ```

        indented code	with a tab

    ---

    <!-- for authors -->

    <b>raw</b> HTML &amp; entities
    """

  private static let cases = [40, 80, 120].flatMap { width in Dress.allCases.map { (width, $0) } }

  @Test(arguments: cases)
  func `sets everything as written down`(width: Int, dress: Dress) throws {
    let text = Typesetter(style: dress.style, width: width).text([.markdown(Self.page)])
    let name = "markdown-\(width)-\(dress.rawValue).txt"
    #expect(try GoldenFile(name).difference(from: Array(text.utf8)) == nil)
  }

  @Test(arguments: [1, 40, 41, 59, 60, 77, 120, 999], Dress.allCases)
  func `no line is wider than asked for`(width: Int, dress: Dress) {
    let typesetter = Typesetter(style: dress.style, width: width)
    for line in typesetter.lines([.markdown(Self.page)]) { #expect(line.columns <= typesetter.width) }
  }

  @Test
  func `plain text has no escapes and no box characters`() {
    let text = Typesetter(style: .plain, width: 80).text([.markdown(Self.page)])
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || (0x2500...0x259F).contains($0.value) })
  }

  @Test(arguments: [
    "\u{1B}[2J", "`\u{1B}]0;title\u{7}`", "[\u{202E}](\u{1B}[31m)", "```\u{1B}[1m\n\u{9B}1m\n```", "<b \u{1B}[1m>",
    "| \u{1B}[1m |\n|---|\n| \u{8} |", "# \u{1B}c", "![\u{1B}c](x)",
  ])
  func `nothing in a text reaches the terminal as an order`(source: String) {
    let text = Typesetter(style: .uncoloured, width: 80).text([.markdown(source), .code(source, language: source)])
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) })
  }

  @Test(arguments: [
    String(repeating: "> ", count: 5000) + "x", String(repeating: "- ", count: 5000) + "x",
    String(repeating: "*a **b ", count: 2000), String(repeating: "[", count: 5000), String(repeating: "`", count: 4999),
    "| " + String(repeating: "a | ", count: 3000) + "\n|" + String(repeating: "---|", count: 3000) + "\n", "",
    "\n\n\n", "|\n|-\n", "> [!NOTE]", "- ", "#", "```", "\0",
  ])
  func `survives hostile texts`(source: String) {
    let typesetter = Typesetter(style: .uncoloured, width: 40)
    for line in typesetter.lines([.markdown(source)]) { #expect(line.columns <= 40) }
  }
}
