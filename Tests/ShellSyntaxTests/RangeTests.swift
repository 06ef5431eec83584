import Diagnostics
import Testing

@testable import ShellSyntax

@Suite struct RangeTests {
  /// Each row is a script and the texts that the words of its last execution were written as.
  @Test(arguments: [
    TraceRow("a && npm  ci --x", "npm|ci|--x"),
    TraceRow("npm \"c\"i 'x y' \\z", "npm|\"c\"i|'x y'|\\z"),
    TraceRow("sh -c 'a && npm ci'", "npm|ci"),
    TraceRow("sh -c \"a && npm \\\"ci\\\"\"", "npm|\"ci\\\""),
    TraceRow("sh -c \"npm $NODE_ENV\"", "npm|$NODE_ENV"),
    TraceRow("sh -c \"sh -c 'npm ci'\"", "npm|ci"),
    TraceRow("sh -c a\" n\"pm' ci'", "a|n\"pm|ci"),
    TraceRow("x=`npm ci`", "npm|ci"),
    TraceRow("x=`a \\`npm ci\\``", "a|`npm ci\\`"),
    TraceRow("eval npm 'ci x'", "npm|ci|x"),
    TraceRow("a $LIST", "a|$LIST|$LIST"),
    TraceRow("sh <<EOF\na\nnpm ci\nEOF", "npm|ci"),
    TraceRow("exec sh -c 'exec npm ci'", "npm|ci"),
  ])
  func `leads back to what was written`(_ row: TraceRow) throws {
    let bytes = Array(row.script.utf8)
    let execution = try #require(traced(row.script).executions.last)
    let words = execution.words.map { String(decoding: bytes[$0.range.offsets], as: UTF8.self) }
    #expect(words.joined(separator: "|") == row.expected)
  }

  @Test func `counts from the first byte of a slice`() {
    let bytes = Array("xxnpm ci".utf8)
    let found = trace(bytes[2...], environment: tableEnvironment)
    #expect(found.executions.map(\.range) == [SourceRange(0, 6)])
  }

  @Test func `follows the words of the exec form`() throws {
    // As in ["sh", "-c", "a && npm ci"]
    let words = [
      ShellWord("sh", at: SourceRange(1, 5)), ShellWord("-c", at: SourceRange(7, 11)),
      ShellWord("a && npm ci", at: SourceRange(13, 26)),
    ]
    let found = trace(exec: words, environment: tableEnvironment)
    #expect(text(of: found) == "sh -c a && npm ci; a; npm ci")
    #expect(try #require(found.executions.last).words.map(\.range) == [SourceRange(19, 22), SourceRange(23, 25)])

    let escaped = words.dropLast() + [ShellWord("exit \"1\"", at: SourceRange(13, 25))]
    let failing = trace(exec: Array(escaped), environment: tableEnvironment)
    #expect(failing.ending == .failure)
    #expect(failing.executions.last?.range == SourceRange(13, 25))

    let unknown = trace(exec: [ShellWord(nil, at: SourceRange(0, 2))], environment: tableEnvironment)
    #expect(text(of: unknown) == "_")
    #expect(unknown.ending == .either)
    #expect(trace(exec: [], environment: tableEnvironment).executions.isEmpty)
  }
}
