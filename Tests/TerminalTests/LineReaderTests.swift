import Glibc
import Session
import Terminal
import Testing

struct LineReaderTests {
  private func lines(_ bytes: [UInt8]) throws -> [InputLine] {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    #expect(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    var reader = LineReader(descriptor: ends[0])
    var lines: [InputLine] = []
    repeat { lines.append(reader.next(prompt: "", completions: { _ in [] })) } while lines.last != .end
    return lines
  }

  @Test(
    arguments: [
      ("", [.end]), ("a\nb", [.line("a"), .line("b"), .end]), ("\n\n", [.line(""), .line(""), .end]),
      ("a\r\n", [.line("a"), .end]),
    ] as [(String, [InputLine])]
  )
  func `reads lines`(text: String, expected: [InputLine]) throws {
    #expect(try lines(Array(text.utf8)) == expected)
  }

  @Test
  func `cuts what no command can be`() throws {
    let read = try lines(Array(repeating: UInt8(ascii: "x"), count: 50_000) + Array("\nquit\n".utf8))
    #expect(read == [.line(String(repeating: "x", count: 4096)), .line("quit"), .end])
  }

  @Test
  func `takes bytes that are no text`() throws {
    #expect(try lines([0xFF, 0x0A]) == [.line("\u{FFFD}"), .end])
  }

  @Test
  func `a closed descriptor is the end`() {
    var reader = LineReader(descriptor: -1)
    #expect(reader.next(prompt: "", completions: { _ in [] }) == .end)
  }
}
