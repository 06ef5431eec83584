import Foundation
import TestKit
import Testing

/// Names and contents that want to be obeyed: by a terminal, a spreadsheet, a CI runner, an XML reader.
@Suite(.serialized)
struct HostileTests {
  private static let evil = "\u{1B}[31m::error::pwned</failure>]]>\u{7}\u{9B}2J\u{202E}=cmd()"

  private static let names = [
    "::error file=x::y.Dockerfile", "</failure>.Dockerfile", "=cmd()|'x'!A0.Dockerfile", "@SUM(1).Dockerfile",
    "a\n::error::b.Dockerfile", "b\r\n+1,\"2\".Dockerfile", "c\u{1B}]0;title\u{7}.Dockerfile",
    "d\u{202E}elif.Dockerfile",
    "e\u{9B}31m.Dockerfile", "f]]>&amp;<!--.Dockerfile", "-rf.Dockerfile", "g%0A::warning::x.Dockerfile",
    "\t.Dockerfile",
  ]

  private static let contents = [
    "FROM node:26-alpine\nLABEL a=\"\(evil)\"\nUSER \(evil)\nHEALTHCHECK CMD \(evil)\nRUN npm ci \(evil)\n",
    "FROM \(evil)\nCOPY --from=\(evil) . .\n",
    "\(evil) \(evil)\n",
    "FROM node:26 AS b\nCOPY --from=\"</failure>\" a b\nWORKDIR ::error::\nCMD \(evil)\r\n",
    "=cmd()\n",
    "FROM scratch\nENV \(evil)=1 =cmd()=2\n",
  ]

  /// All contents under all names, and names that are no UTF-8.
  private func lay(on desk: TemporaryFolder) throws -> [String] {
    var names: [String] = []
    for (index, content) in Self.contents.enumerated() {
      for name in Self.names {
        names.append("\(index)/\(name)")
        try desk.write(Array(content.utf8), to: "class/\(index)/\(name)")
      }
    }
    for byte in [0xFE, 0xFF] as [UInt8] {
      let path = Array((desk.path + "/class/z").utf8) + [byte] + Array(".Dockerfile".utf8) + [0]
      let file = path.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { path in
        path.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
      }
      try #require(file >= 0)
      close(file)
      names.append("z\u{FFFD}.Dockerfile")
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether nothing in a text moves a cursor, starts a command of a terminal or turns the reading direction.
  private func isHarmless(_ text: String, allowing allowed: Set<Unicode.Scalar> = ["\n"]) -> Bool {
    !text.unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control && !allowed.contains(scalar)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
  }

  @Test
  func `on a terminal and in a log`() throws {
    let learner = try Learner()
    let names = try lay(on: learner.desk)
    let whole = try learner.grade(["--all", "class"])
    #expect(whole.status == 1)
    #expect(isHarmless(whole.text + whole.errors))
    for file in names.filter({ !$0.hasPrefix("z") }) {
      for arguments in [["grade", "--all"], ["inspect"]] where file.hasPrefix("0/") || file.hasSuffix("(1).Dockerfile")
      {
        let output = try learner.run(arguments + ["class/" + file])
        #expect(isHarmless(output.text + output.errors), "\(arguments)")
        #expect(output.status == (arguments == ["inspect"] ? 0 : 1))
      }
    }
    let image = try learner.run(["image", "--all-targets", "class/0/" + Self.names[0]])
    #expect(isHarmless(image.text))
    let refused = try learner.run(["inspect", "no\u{1B}[31m\u{9B}such"])
    #expect(refused.status == 3)
    #expect(isHarmless(refused.text + refused.errors))
  }

  @Test
  func `in the course`() throws {
    for content in Self.contents {
      let learner = try Learner()
      try learner.desk.write(Array(content.utf8), to: "react-node/Dockerfile")
      let output = try learner.run(input: "exercise\ncheck\nhint\nimage\n\(Self.evil)\nlesson \(Self.evil)\n")
      #expect(output.status == 0)
      #expect(isHarmless(output.text + output.errors))
    }
  }

  @Test
  func `in JSON`() throws {
    let learner = try Learner()
    let names = try lay(on: learner.desk)
    let output = try learner.grade(["--format", "json", "--format", "jsonl=lines", "class"])
    #expect(isHarmless(output.text))
    let report = try JSONDecoder().decode(JSON.self, from: Data(output.text.utf8))
    #expect(Shape.report.misfit(report) == nil)
    #expect(report["results"]?.list.map { $0["submission"]?.text } == names)
    let lines = try learner.desk.bytes("lines").split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == names.count)
    #expect(lines.allSatisfy { $0.allSatisfy { $0 >= 0x20 } })
  }

  @Test
  func `in a table`() throws {
    let learner = try Learner()
    let names = try lay(on: learner.desk)
    let output = try learner.grade(["--format", "csv", "class"])
    let table = try Table(Array(output.text.utf8))
    #expect(table.rows.count == names.count + 1)
    #expect(Set(table.rows.map(\.count)).count == 1)
    for cell in table.rows.joined() {
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.unicodeScalars.first ?? "x"), "\(cell)")
    }
    #expect(isHarmless(table.rows.joined().joined(), allowing: ["\n", "\t"]))
  }

  @Test(.enabled(if: XMLLint.isHere, "needs xmllint"))
  func `in XML`() throws {
    let learner = try Learner()
    let names = try lay(on: learner.desk)
    let output = try learner.grade(["--format", "junit=report", "--all", "class"])
    #expect(output.status == 1)
    #expect(try XMLLint.complaint(learner.desk.path + "/report") == nil)
    let text = String(decoding: try learner.desk.bytes("report"), as: UTF8.self)
    #expect(isHarmless(text, allowing: ["\n", "\t"]))
    #expect(text.components(separatedBy: "<testsuite ").count == names.count + 1)
    #expect(text.components(separatedBy: "</failure>").count == text.components(separatedBy: "<failure ").count)
  }

  @Test
  func `in the log of a CI runner`() throws {
    let learner = try Learner()
    let names = try lay(on: learner.desk)
    let text = try learner.grade(["--format", "github", "class"]).text
    #expect(isHarmless(text))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("::stop-commands::") })
    let token = lines[start].dropFirst("::stop-commands::".count)
    #expect(token.count == 64)
    for line in lines[..<start] {
      #expect(["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) }, "\(line)")
    }
    #expect(lines[start...].filter { $0.contains(token) } == [lines[start], "::\(token)::"])
    #expect(lines.suffix(2) == ["::\(token)::", ""])
    #expect(lines[start...].count > names.count)
  }
}
