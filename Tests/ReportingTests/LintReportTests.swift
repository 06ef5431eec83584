import Diagnostics
import DockerfileSyntax
import Foundation
import Linting
import Rubric
import TestKit
import Testing

@testable import Reporting

/// What `stagecraft lint` shows.
struct LintReportTests {
  private static let texts: [(name: String, text: String)] = [
    (
      "shop/Dockerfile",
      """
      ARG BASE=node:24-slim
      FROM $BASE as Builder
      WORKDIR app
      COPY . .
      RUN npm ci \\

          && npm run build
      FROM nginx:1.29
      ARG VERSION=1
      LABEL version=$VERISON
      COPY --from=biulder /app/dist /usr/share/nginx/html
      CMD nginx -g daemon
      """
    ),
    ("shop/clean.Dockerfile", "FROM alpine:3.23\n"),
    ("shop/refused.Dockerfile", "FROM alpine\nRUNN x\nCOPY --form=a b c\nFROM alpine as b\nENV A\n"),
    ("shop/h\u{1B}[2J%,:\n.Dockerfile", "FROM a AS b\u{202E}\u{1B}[31m%0A::error::x\nFROM alpine as \u{1B}[2Jx\n"),
  ]

  private static let report = LintReport(
    tool: Report.Tool(name: "stagecraft", version: "1.2.3"),
    files: texts.map { file($0.name, $0.text) } + [LintedFile(name: "gone", unreadable: "no such file")]
  )

  private static func file(_ name: String, _ text: String) -> LintedFile {
    let document = Document(parsing: Array(text.utf8))
    return LintedFile(
      name: name,
      source: SourceFile(path: name, text: text),
      document: document,
      result: Linter().lint(document),
      notes: MisspeltStages(in: document).notes()
    )
  }

  private static let cases: [(name: String, format: LintFormat, style: Style, width: Int)] = [
    ("lint-80.txt", .text, .uncoloured, 80), ("lint-40.txt", .text, .plain, 40),
    ("lint-100-coloured.txt", .text, .coloured, 100), ("lint.json", .json, .plain, 80),
    ("lint.jsonl", .jsonl, .plain, 80), ("lint.github.txt", .github, .plain, 80),
  ]

  static let goldens = cases.map(\.name)

  @Test(arguments: cases.indices)
  func `shows findings, refusals and notes as recorded`(index: Int) throws {
    let (name, format, style, width) = Self.cases[index]
    let bytes = format.bytes(of: Self.report, TextOptions(width: width, style: style))
    #expect(try GoldenFile(name).difference(from: bytes) == nil)
  }

  @Test
  func `says in JSON what the text says`() throws {
    let lines = LintFormat.jsonl.bytes(of: Self.report, TextOptions()).split(separator: 0x0A)
    let files = try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]) }
    #expect(files.map { $0["status"] as? String } == ["findings", "clean", "refused", "refused", "unreadable"])
    let rules = (files[0]["findings"] as? [[String: Any]])?.compactMap { $0["rule"] as? String }
    let expected = [
      "FromAsCasing", "StageNameCasing", "WorkdirRelativePath", "NoEmptyContinuation", "UndefinedVar",
      "JSONArgsRecommended",
    ]
    #expect(Set(rules ?? []) == Set(expected))
    let refusals = (files[2]["refusals"] as? [[String: Any]])?.compactMap { $0["message"] as? String }
    #expect(refusals?.first == "ENV must have two arguments")
    #expect(refusals?.count == 3)
  }

  @Test(arguments: LintFormat.allCases)
  func `sends nothing that moves a cursor`(format: LintFormat) {
    let text = String(decoding: format.bytes(of: Self.report, TextOptions(style: .uncoloured)), as: UTF8.self)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.properties.isBidiControl })
  }

  @Test(arguments: [
    ("FROM a AS builder\nFROM b\nCOPY --from=biulder x y", ["builder"]),
    ("FROM a AS builder\nFROM b\nRUN --mount=type=bind,from=Buildr x", ["builder"]),
    ("FROM a AS one\nFROM b\nCOPY --from=tow x y\nFROM c AS two", ["two"]),
    ("FROM a AS builder\nFROM b\nCOPY --from=BUILDER x y", []),
    ("FROM a AS builder\nFROM b\nCOPY --from=nginx x y", []),
    ("FROM a AS builder\nFROM b\nCOPY --from=0 x y", []),
    ("FROM a AS builder\nFROM b\nCOPY --from=$builde x y", []),
    ("FROM a AS builder\nFROM b\nCOPY --from=me/builde x y\nCOPY --from=builde:1 x y", []),
    ("FROM a AS nginx\nFROM b\nCOPY --from=nginx x y", []),
    ("FROM a AS scratchy\nFROM b\nRUN --mount=from=scratch,target=/x y", []),
  ])
  func `notes what is nearly the name of a stage`(text: String, suggestions: [String]) {
    let notes = MisspeltStages(in: Document(parsing: Array(text.utf8))).notes()
    #expect(notes.compactMap(\.suggestion) == suggestions)
  }

  @Test
  func `shows a hundred of many in a file`() {
    let text = "FROM alpine\n" + String(repeating: "LABEL a $b\n", count: 150)
    let report = LintReport(tool: Self.report.tool, files: [Self.file("x", text)])
    let shown = String(decoding: LintFormat.text.bytes(of: report, TextOptions()), as: UTF8.self)
    #expect(shown.contains("\n200 more in x; --format json has all of them\n"))
    #expect(shown.contains("x: 300 findings\n"))
  }
}
