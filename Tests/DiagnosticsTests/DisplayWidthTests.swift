import Diagnostics
import Testing

struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("✓ ok", 4),
    ("\u{200B}", 0), ("\u{FEFF}a", 1), ("a\u{200D}b", 2), ("\u{1B}[1m", 3), ("\r\n", 0), ("\u{20000}", 2),
    ("\u{7F}", 0),
  ])
  func `counts columns`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }
}

struct PrintableTests {
  @Test(arguments: [
    ("npm ci", "npm ci"),
    ("\u{1B}[31mred", "\\u{1B}[31mred"),
    ("a\rb", "a\\u{D}b"),
    ("a\r\nb", "a\\u{D}\\u{A}b"),
    ("a\tb", "a   b"),
    ("\u{202E}evil\u{2066}", "\\u{202E}evil\\u{2066}"),
    ("COPY\u{A0}a", "COPY\\u{A0}a"),
    ("a\u{200B}b", "a\\u{200B}b"),
    ("\u{301}a", "\\u{301}a"),
    ("e\u{301} 漢 👨‍👩‍👧 🇩🇪", "e\u{301} 漢 👨‍👩‍👧 🇩🇪"),
    ("\0\u{85}\u{2028}\u{FEFF}", "\\u{0}\\u{85}\\u{2028}\\u{FEFF}"),
  ])
  func `escapes what a terminal obeys`(text: String, shown: String) {
    #expect(Printable.line(text) == shown)
  }

  @Test(
    arguments: [
      ([0xFF], "\\xFF"), ([0x61, 0xC3, 0x28], "a\\xC3("), ([0xED, 0xA0, 0x80], "\\xED\\xA0\\x80"),
      ([0xF0, 0x9F, 0x91], "\\xF0\\x9F\\x91"), ([0xC0, 0x80], "\\xC0\\x80"), ([0x9B], "\\x9B"),
    ] as [([UInt8], String)]
  )
  func `shows bytes that are not UTF-8 one by one`(bytes: [UInt8], shown: String) {
    #expect(Printable.line(bytes: bytes) == shown)
  }

  @Test
  func `keeps line feeds in paragraphs alone`() {
    #expect(Printable.paragraphs("a\n\tb\u{7}") == "a\n    b\\u{7}")
    #expect(Printable.line("a\nb") == "a\\u{A}b")
  }

  @Test
  func `shows marks without end as numbers`() {
    let shown = Printable.line("e" + String(repeating: "\u{301}", count: 1000))
    #expect(shown.hasPrefix("\\u{65}\\u{301}"))
    let isASCII = shown.utf8.allSatisfy { $0 < 0x80 }
    #expect(isASCII)
  }
}

struct TextLayoutTests {
  @Test(arguments: [
    ("one two three", 8, ["one two", "three"]),
    ("", 8, [""]),
    ("a\n\nb", 8, ["a", "", "b"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("x abcdefghij y", 4, ["x", "abcd", "efgh", "ij y"]),
    ("漢字漢字 ab", 5, ["漢字", "漢字", "ab"]),
    ("漢字", 1, ["漢", "字"]),
    ("  in dented text", 10, ["  in", "  dented", "  text"]),
    ("  spread   out  ", 20, ["  spread out"]),
    ("wide", 0, ["w", "i", "d", "e"]),
  ])
  func `wraps at blanks`(text: String, width: Int, lines: [String]) {
    #expect(TextLayout.wrapped(text, to: width) == lines)
  }

  @Test(arguments: [
    ("short", 5, "short"), ("longer", 5, "long…"), ("漢字漢字", 6, "漢字…"), ("漢字漢字", 5, "漢字…"), ("ab", 1, "a"),
    ("ab", 0, ""),
  ])
  func `cuts to a width`(text: String, width: Int, cut: String) {
    #expect(TextLayout.truncated(text, to: width) == cut)
  }

  @Test
  func `pads by columns`() {
    #expect(TextLayout.padded("漢", to: 4) == "漢  ")
    #expect(TextLayout.padded("5", onTheLeftTo: 3) == "  5")
    #expect(TextLayout.padded("long", to: 2) == "long")
  }
}

struct NearestNameTests {
  @Test(arguments: [
    ("healthchek", "healthcheck"), ("HEALTHCHECK", "healthcheck"), ("buidl", "build"), ("json", "jsonl"), ("xyz", nil),
    ("", nil),
    (String(repeating: "a", count: 100_000), nil),
  ])
  func `finds what was meant`(word: String, name: String?) {
    #expect(NearestName.of(word, in: ["build", "healthcheck", "jsonl", "junit"]) == name)
  }

  @Test
  func `takes the first of two that are as near`() {
    #expect(NearestName.of("tast", in: ["test", "task"]) == "test")
  }
}
