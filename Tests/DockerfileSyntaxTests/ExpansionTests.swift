import DockerfileSyntax
import Testing

struct ExpansionTests {
  private static let variables = [
    "X": "aXbXc", "E": "", "S": "a b  c", "P": "foo/bar.tar.gz", "STAR": "a*b?c", "N": "x\ny", "U_1": "\u{FC}",
    "BS": "a\\",
  ]

  private func expand(_ word: String, _ expansion: Expansion = Expansion()) throws(ExpansionError) -> String {
    try expansion.expand(word.utf8, with: Self.variables).text
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("$X", "aXbXc"), ("${X}", "aXbXc"), ("a$X.b", "aaXbXc.b"), ("$XY", ""), ("$UN", ""),
    ("\\$X", "$X"), ("\"$X\"", "aXbXc"), ("'$X'", "$X"), ("a\"b c\"d", "ab cd"), ("\"\\$X\\\"\\a\\\\\"", "$X\"\\a\\"),
    ("'a\\b'", "a\\b"), ("a\\ b", "a b"), ("a\\", "a"), ("$", "$"), ("$ a", "$ a"), ("$1a$@", "a"), ("$U_1", "\u{FC}"),
    ("\u{FC}${E}\u{E9}", "\u{FC}\u{E9}"), ("$E\u{E9}", ""), ("a<b", "a<b"), ("<<  EOF", "<<  EOF"), ("\u{FEFF}a", "a"),
    ("${UN:-d}", "d"), ("${UN-d}", "d"), ("${E:-d}", "d"), ("${E-d}", ""), ("${X:-d}", "aXbXc"), ("${X:+s}", "s"),
    ("${UN:+s}", ""), ("${E:+s}", ""), ("${E+s}", "s"), ("${X:?m}", "aXbXc"), ("${E?m}", ""), ("${UN:-${X}}", "aXbXc"),
    ("${UN:-a b}", "a b"), ("${UN:-'a b'}", "a b"), ("${UN:-\"$S\"}", "a b  c"),
    ("${P#*/}", "bar.tar.gz"), ("${P##*.}", "gz"), ("${P%.*}", "foo/bar.tar"), ("${P%%.*}", "foo/bar"),
    ("${P#foo}", "/bar.tar.gz"),
    ("${P#x}", "foo/bar.tar.gz"), ("${P#???}", "/bar.tar.gz"), ("${P%\\*}", "foo/bar.tar.gz"), ("${STAR#*\\*}", "b?c"),
    ("${STAR%\\?*}", "a*b"), ("${UN#a}", ""), ("${N#*}", "x\ny"), ("${N##*}", "\ny"), ("${U_1#?}", ""),
    ("${X/X/_}", "a_bXc"), ("${X//X/_}", "a_b_c"), ("${X/X*/_}", "a_"), ("${X/*X/_}", "_c"), ("${X//?/_}", "_____"),
    ("${X//z/_}", "aXbXc"), ("${X///-}", "-a-X-b-X-c-"), ("${P/\\//_}", "foo_bar.tar.gz"), ("${X//X/}", "abc"),
    ("${X//b*/\\$0!}", "aX\\bXc!"), ("${X//b/\\$1}", "aX\\Xc"), ("${X//b/\\$\\$}", "aX\\$\\$Xc"), ("${UN/a/b}", ""),
    ("${X/$E/_}", "_aXbXc"), ("$X$X", "aXbXcaXbXc"),
  ])
  func `expands`(word: String, text: String) throws {
    #expect(try expand(word) == text)
  }

  @Test(arguments: [
    ("`$X", "$X"), ("\\$X", "\\aXbXc"), ("\"`$X\"", "$X"), ("a` b", "a b"), ("a`", "a"), ("\"a`b\"", "a`b"),
  ])
  func `takes the backquote for the escape`(word: String, text: String) throws {
    #expect(try expand(word, Expansion(escape: UInt8(ascii: "`"))) == text)
  }

  @Test(arguments: [
    ("${}", "syntax error: bad substitution"), ("${:a}", "syntax error: bad substitution"),
    ("${{X}}", "syntax error: bad substitution"), ("${", "syntax error: missing '}'"),
    ("${X", "unsupported modifier (\u{FFFD}) in substitution"), ("${X:0}", "unsupported modifier (:0) in substitution"),
    ("${X:#a}", "unsupported modifier (:#) in substitution"), ("${X^}", "unsupported modifier (^) in substitution"),
    ("${X:-a", "syntax error: missing '}'"), ("${X/a", "syntax error: missing '/' in ${}"),
    ("${X/a/b", "syntax error: missing '}'"), ("${UN?}", "UN: is not allowed to be unset"),
    ("${UN:?}", "UN: is not allowed to be unset"), ("${E:?}", "E: is not allowed to be empty"),
    ("${UN:?m n}", "UN: m n"),
    ("${X#a\\x}", "invalid pattern (a\\x) in substitution: invalid escape '\\x'"),
    ("${X#$BS}", "invalid pattern (a\\) in substitution: invalid escape '\\\u{FFFD}'"),
    ("'a", "unexpected end of statement while looking for matching single-quote"),
    ("\"a", "unexpected end of statement while looking for matching double-quote"),
  ])
  func `refuses`(word: String, reason: String) throws {
    let error = try #require(throws: ExpansionError.self) { try expand(word) }
    #expect(error.reason == reason)
  }

  @Test
  func `names the word in a message`() throws {
    let error = try #require(throws: ExpansionError.self) { try expand("\"\u{FC}\t${}") }
    #expect(error.dockerMessage == "failed to process \"\\\"\u{FC}\\t${}\": syntax error: bad substitution")
  }

  @Test(arguments: [
    ("a b  c", ["a", "b", "c"]), ("a\tb\u{A0}c", ["a", "b", "c"]), ("\"a b\" 'c d'", ["a b", "c d"]),
    ("$S", ["a", "b", "c"]),
    ("\"$S\"", ["a b  c"]), ("x$S.", ["xa", "b", "c."]), ("a\\ b c", ["a b", "c"]), ("", []), ("\"\"", []),
    ("a${UN:-b}", ["b"]),
  ])
  func `splits into words`(text: String, words: [String]) throws {
    #expect(try Expansion().words(in: text.utf8, with: Self.variables) == words)
  }

  private static let optionRows: [(word: String, options: Expansion.Options, text: String)] = [
    ("\"a b\" 'c' \\d", [.rawQuotes], "\"a b\" 'c' d"), ("a\\b", [.rawEscapes], "a\\b"),
    ("\"a\\\"b\" c\\d", [.rawEscapes], "a\\\"b c\\d"), ("\"$X'", [.skipProcessQuotes], "\"aXbXc'"),
    ("$UN ${UN} ${UN:-d} ${UN/a/b} $X", [.skipUnsetEnv], "$UN ${UN} ${UN:-d} ${UN/a/b} aXbXc"),
  ]

  @Test(arguments: optionRows)
  func `has options`(word: String, options: Expansion.Options, text: String) throws {
    #expect(try expand(word, Expansion(options: options)) == text)
  }

  @Test
  func `says which variables were asked for`() throws {
    let word = try Expansion().expand("$X${UN:-$S}$UN'$Q'${X:+$E}".utf8, with: Self.variables)
    #expect(word.matched == ["X", "S", "E"])
    #expect(word.unmatched == ["UN"])
  }

  @Test
  func `replaces bytes that are not UTF-8`() throws {
    #expect(try Expansion().expand([0xE2, 0x82, 0x41], with: NoVariables()).text == "\u{FFFD}\u{FFFD}A")
  }

  @Test
  func `bounds depth, growth and effort`() throws {
    let deep = String(repeating: "${a:-", count: 10_000) + String(repeating: "}", count: 10_000)
    let tooDeep = try #require(throws: ExpansionError.self) { try expand(deep) }
    #expect(tooDeep.reason == "substitutions are nested too deeply")
    let large = ["L": String(repeating: "a", count: 100_000)]
    let grown = try #require(throws: ExpansionError.self) {
      try Expansion().expand("${L//a/bbbbbbbbbbbbbbbbbbbbbbbbbbbb}".utf8, with: large)
    }
    #expect(grown.reason == "the text grows too large")
    let pattern = String(repeating: "a", count: 1_000) + "b"
    let tooMuch = try #require(throws: ExpansionError.self) {
      try Expansion().expand("${L#*\(pattern)}".utf8, with: large)
    }
    #expect(tooMuch.reason == "the pattern takes too long to match")
  }
}
