import Diagnostics
import Testing

struct CaretRendererTests {
  private let dockerfile = """
    FROM node:26 AS builder
    WORKDIR /app
    COPY package*.json ./
    RUN npm ci --omit-dev && npm cache clean --force

    """

  private func range(of needle: String, in text: String) -> SourceRange {
    let text = Array(text.utf8)
    let needle = Array(needle.utf8)
    let start = text.indices.first { text[$0...].starts(with: needle) } ?? 0
    return SourceRange(start..<start + needle.count)
  }

  private func render(
    _ diagnostic: Diagnostic,
    in text: String,
    related: [CaretRenderer.Mark] = [],
    style: Style = .uncoloured,
    width: Int = 80
  ) -> [String] {
    CaretRenderer(SourceFile(path: "Dockerfile", text: text), style: style, width: width)
      .lines(for: diagnostic, related: related, read: nil)
  }

  /// The rows of the excerpt alone, for a mark `⟦…⟧` in a text.
  private func excerpt(_ marked: String, label: String? = nil, width: Int = 80) -> [String] {
    let before = String(marked.prefix { $0 != "⟦" })
    let rest = marked.dropFirst(before.count + 1)
    let inside = String(rest.prefix { $0 != "⟧" })
    let text = before + inside + rest.dropFirst(inside.count + 1)
    let range = SourceRange(before.utf8.count..<before.utf8.count + inside.utf8.count)
    return Array(render(Diagnostic(.error, "m", at: range, label: label), in: text, width: width).dropFirst())
  }

  @Test
  func `shows place, context, carets, reason, fix and lesson`() {
    let diagnostic = Diagnostic(
      .error,
      rule: "production-dependencies",
      "npm does not know `--omit-dev` and installs everything",
      at: range(of: "--omit-dev", in: dockerfile),
      label: "did you mean --omit=dev?",
      why: "test runners and compilers are the largest part of node_modules, and an attack surface for everyone",
      fix: "RUN npm ci --omit=dev && npm cache clean --force"
    )
    let lines = CaretRenderer(SourceFile(path: "Dockerfile", text: dockerfile), style: .uncoloured, width: 90)
      .lines(for: diagnostic, read: "stagecraft lesson 19")
    #expect(
      lines == [
        "error: npm does not know `--omit-dev` and installs everything      production-dependencies",
        "  ╭─ Dockerfile:4:12",
        "2 │ WORKDIR /app",
        "3 │ COPY package*.json ./",
        "4 │ RUN npm ci --omit-dev && npm cache clean --force",
        "  │            ^^^^^^^^^^ did you mean --omit=dev?",
        "  ╰─ why   test runners and compilers are the largest part of node_modules, and an attack",
        "           surface for everyone",
        "     fix   RUN npm ci --omit=dev && npm cache clean --force",
        "     read  stagecraft lesson 19",
      ]
    )
  }

  @Test
  func `needs no symbols`() {
    let diagnostic = Diagnostic(.warning, "odd", at: range(of: "/app", in: dockerfile), why: "because")
    #expect(
      render(diagnostic, in: dockerfile, style: .plain) == [
        "warning: odd", "  --> Dockerfile:2:9", "1 | FROM node:26 AS builder", "2 | WORKDIR /app", "  |         ^^^^",
        "  =  why   because",
      ]
    )
  }

  @Test
  func `colours without moving anything`() {
    let diagnostic = Diagnostic(
      .error,
      rule: "r",
      "odd",
      at: range(of: "/app", in: dockerfile),
      label: "l",
      why: "y",
      fix: "f"
    )
    let coloured = render(diagnostic, in: dockerfile, style: .coloured).joined(separator: "\n")
    #expect(coloured.contains("\u{1B}["))
    #expect(withoutColour(coloured) == render(diagnostic, in: dockerfile).joined(separator: "\n"))
  }

  private func withoutColour(_ text: String) -> String {
    var shown = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" { isEscape = true }
      if !isEscape { shown.unicodeScalars.append(scalar) }
      if scalar == "m" { isEscape = false }
    }
    return shown
  }

  @Test
  func `says it without a place`() {
    let diagnostic = Diagnostic(
      .error,
      rule: "healthcheck",
      "the image has no probe",
      at: nil,
      fix: "HEALTHCHECK CMD …"
    )
    #expect(
      render(diagnostic, in: "", width: 60) == [
        "error: the image has no probe                    healthcheck", "  fix   HEALTHCHECK CMD …",
      ]
    )
  }

  @Test
  func `gives the rule a line of its own when there is no room`() {
    let diagnostic = Diagnostic(.note, rule: "production-dependencies", "a message of some length", at: nil)
    #expect(
      render(diagnostic, in: "", width: 40) == [
        "note: a message of some length", "                 production-dependencies",
      ]
    )
  }

  @Test(arguments: [
    (
      "FROM a\nRUN⟦⟧",
      ["  ╭─ Dockerfile:2:4", "1 │ FROM a", "2 │ RUN", "  │    ^"]
    ),
    ("FROM a\n⟦⟧", ["  ╭─ Dockerfile:1:7", "1 │ FROM a", "  │       ^"]),
    ("⟦⟧", ["  ╭─ Dockerfile:1:1", "1 │", "  │ ^"]),
    ("FR⟦⟧OM a", ["  ╭─ Dockerfile:1:3", "1 │ FROM a", "  │   ^"]),
    ("RUN\ta\t⟦b⟧", ["  ╭─ Dockerfile:1:7", "1 │ RUN a   b", "  │         ^"]),
    ("RUN a\r\nUSER ⟦b⟧\r\n", ["  ╭─ Dockerfile:2:6", "1 │ RUN a", "2 │ USER b", "  │      ^"]),
    ("RUN 漢 ⟦字⟧", ["  ╭─ Dockerfile:1:7", "1 │ RUN 漢 字", "  │        ^^"]),
    ("RUN e\u{301} ⟦b⟧", ["  ╭─ Dockerfile:1:8", "1 │ RUN e\u{301} b", "  │       ^"]),
    ("RUN a⟦\u{200B}⟧b", ["  ╭─ Dockerfile:1:6", "1 │ RUN a\\u{200B}b", "  │      ^^^^^^^^"]),
    ("RUN \u{1B}[2J⟦x⟧", ["  ╭─ Dockerfile:1:9", "1 │ RUN \\u{1B}[2Jx", "  │              ^"]),
    ("RUN a\r⟦b⟧", ["  ╭─ Dockerfile:1:7", "1 │ RUN a\\u{D}b", "  │           ^"]),
    ("FROM a⟦\n⟧RUN", ["  ╭─ Dockerfile:1:7", "1 │ FROM a", "  │       ^"]),
  ])
  func `puts the carets under the bytes`(marked: String, rows: [String]) {
    #expect(excerpt(marked) == rows)
  }

  @Test
  func `underlines every line of a short range`() {
    #expect(
      excerpt("A\n⟦RUN a \\\n  # why\n\n  b⟧ c\n", label: "here") == [
        "  ╭─ Dockerfile:2:1", "1 │ A", "2 │ RUN a \\", "  │ ^^^^^^^", "3 │   # why", "  │   ^^^^^", "4 │", "5 │   b c",
        "  │   ^ here",
      ]
    )
  }

  @Test
  func `leaves out the middle of a long range`() {
    let body = (1...20).map { "line \($0)" }.joined(separator: "\n")
    #expect(
      excerpt("⟦\(body)⟧", label: "all") == [
        "   ╭─ Dockerfile:1:1", " 1 │ line 1", "   │ ^^^^^^", " 2 │ line 2", "   │ ^^^^^^", " …", "20 │ line 20",
        "   │ ^^^^^^^ all",
      ]
    )
  }

  @Test
  func `labels two places on one line`() {
    let text = "COPY --from=build /app /app"
    let first = CaretRenderer.Mark(range(of: "build", in: text), label: "no such stage")
    let diagnostic = Diagnostic(.error, "m", at: range(of: "--from", in: text), label: "looked for here")
    #expect(
      Array(render(diagnostic, in: text, related: [first]).dropFirst(2)) == [
        "1 │ COPY --from=build /app /app", "  │      ^^^^^^ ----- no such stage", "  │      looked for here",
      ]
    )
  }

  @Test
  func `labels a place on another line`() {
    let text = "FROM a AS x\n\n\nCOPY --from=y . .\n"
    let related = CaretRenderer.Mark(range(of: "x", in: text), label: "the only stage")
    let diagnostic = Diagnostic(.error, "m", at: range(of: "y", in: text))
    #expect(
      Array(render(diagnostic, in: text, related: [related]).dropFirst(2)) == [
        "1 │ FROM a AS x", "  │           - the only stage", "…", "4 │ COPY --from=y . .", "  │             ^",
      ]
    )
  }

  @Test
  func `cuts long lines around the carets`() {
    let long = "RUN " + String(repeating: "abcdefg ", count: 30)
    let rows = excerpt("FROM scratch\n\(long)⟦HERE⟧ \(long)", label: "x", width: 40)
    #expect(
      rows == [
        "  ╭─ Dockerfile:2:245", "1 │ …", "2 │ …fg abcdefg HERE RUN abcdefg abcdef…", "  │             ^^^^ x",
      ]
    )
    #expect(rows.allSatisfy { DisplayWidth.columns(of: $0) <= 40 })
  }

  @Test
  func `puts a label that does not fit on rows of its own`() {
    let rows = excerpt("COPY a b c d e f ⟦g⟧", label: "a label that is far too long for the rest", width: 40)
    #expect(
      rows == [
        "  ╭─ Dockerfile:1:18", "1 │ COPY a b c d e f g", "  │                  ^",
        "  │                  a label that is far",
        "  │                  too long for the", "  │                  rest",
      ]
    )
  }

  @Test
  func `never trusts a range`() {
    for range in [SourceRange(5, 5_000_000), SourceRange(4_000_000_000, 4_000_000_001), SourceRange(3, 3)] {
      let rows = render(Diagnostic(.error, "m", at: range), in: "FROM a\n")
      #expect(rows.count == 4)
      #expect(rows[2] == "1 │ FROM a")
    }
  }

  @Test
  func `stays quick and narrow on a line of a megabyte`() {
    let text = String(repeating: "é\t", count: 400_000)
    let rows = render(Diagnostic(.error, "m", at: SourceRange(700_000, 1_100_000), label: "l"), in: text, width: 60)
    #expect(rows.count >= 4)
    #expect(rows.allSatisfy { DisplayWidth.columns(of: $0) <= 60 })
  }

  @Test(arguments: UInt64(0)..<300)
  func `renders any bytes within the width and without control characters`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet: [[UInt8]] = [
      [0x0A], [0x0D], [0x09], [0x1B], [0xFF], [0xE2, 0x80, 0xAE], Array("漢".utf8), Array("👍🏽".utf8), [0xCC, 0x81],
      [0x20],
      Array("RUN".utf8), [0xF0, 0x9F],
    ]
    let bytes = (0..<Int.random(in: 0...60, using: &generator)).flatMap { _ in
      alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
    }
    let lower = Int.random(in: 0...bytes.count + 3, using: &generator)
    let upper = Int.random(in: lower...bytes.count + 5, using: &generator)
    let width = Int.random(in: 20...60, using: &generator)
    let source = SourceFile(path: "Dockerfile", bytes: bytes)
    let diagnostic = Diagnostic(.error, "m", at: SourceRange(lower..<upper), label: "label of some words")
    let rows = CaretRenderer(source, style: .uncoloured, width: width).lines(for: diagnostic)
    for row in rows {
      #expect(DisplayWidth.columns(of: row) <= width, "seed \(seed): \(row.debugDescription)")
      let isObeyed = row.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }
      #expect(!isObeyed, "seed \(seed): \(row.debugDescription)")
    }
  }
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
