import Diagnostics
import Session
import Terminal
import Testing

struct TypesetterTests {
  private func lines(_ blocks: [Block], width: Int = 40, style: Style = .plain) -> [String] {
    Typesetter(style: style, width: width).lines(blocks).map { $0.rendered(style) }
  }

  @Test
  func `a title has its ends at both ends`() {
    #expect(lines([.title("left", "right")]) == ["left" + String(repeating: " ", count: 31) + "right"])
    let long = Text(String(repeating: "x", count: 38))
    #expect(lines([.title(long, "right")]) == [String(repeating: "x", count: 38), "right"])
  }

  @Test
  func `a paragraph keeps its indentation`() {
    let words = Text("  " + String(repeating: "word ", count: 10))
    #expect(lines([.text(words)]) == ["  word word word word word word word", "  word word word"])
  }

  @Test(
    arguments: [
      ([["a", "b"], ["long", "c"]], ["a     b", "long  c"]),
      ([["", "b"], ["", "c"]], ["b", "c"]),
      ([["  a", "", "c"]], ["  a  c"]),
      ([["a"], ["b", "c"]], ["a", "b  c"]),
      ([[]], []),
    ] as [([[Text]], [String])]
  )
  func `cells stand below each other`(rows: [[Text]], expected: [String]) {
    #expect(lines([.table(rows)]) == expected)
  }

  @Test
  func `a long cell is wrapped below itself`() {
    let cell = Text(String(repeating: "word ", count: 9))
    #expect(
      lines([.table([["  name", cell]])]) == ["  name  word word word word word word", "        word word word"]
    )
  }

  @Test
  func `wide letters count for two`() {
    #expect(lines([.table([["港", "a"], ["bb", "c"]])]) == ["港  a", "bb  c"])
  }

  @Test(arguments: [(Style.plain, "passed -> failed"), (.uncoloured, "✓ → ✗")])
  func `symbols have words for where there are none`(style: Style, expected: String) {
    #expect(lines([.text("\(Symbol.passed) \(Symbol.arrow) \(Symbol.failed)")], style: style) == [expected])
  }

  @Test
  func `colour is the only place for escapes`() {
    let block = Block.text("say \(.code, "check")")
    #expect(lines([block], style: .uncoloured) == ["say `check`"])
    #expect(lines([block], style: .coloured) == ["say " + Style.coloured.apply(.code, "check")])
  }

  @Test
  func `what comes from outside is made safe`() {
    #expect(lines([.text("\("\u{1B}[2J\u{7}")")]) == ["\\u{1B}[2J\\u{7}"])
  }
}
