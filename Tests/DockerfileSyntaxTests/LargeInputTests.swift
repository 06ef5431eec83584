import DockerfileSyntax
import Testing

/// Large files of one kind of line: an effort beyond the linear would not end in time.
struct LargeInputTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "RUN a \\\n", "RUN a\n", "\\\n", "# c\n", "\n", "ENV A=\"\\\"\" \\\n", "COPY --from=\"a\" \\\n",
      "--a=\\\"x\\\" \\\n",
      "ONBUILD \\\n", "RUN <<A\nA\n", "RUN <<A \\\n", "[", "CMD [\"\\n\", \\\n", "$", "<<", "\"",
      "ONBUILD RUN a \\\n b\n",
    ]
  )
  func `stays linear`(line: String) {
    let text = "FROM a\n" + String(repeating: line, count: 400_000 / line.utf8.count)
    #expect(Outline(text).document.source.count == text.utf8.count)
    // Checking everything takes much longer than reading it.
    let part = "FROM a\n" + String(repeating: line, count: 20_000 / line.utf8.count)
    #expect(violations(of: Outline(part).document).isEmpty)
  }

  @Test
  func `reads 64 MB without a line end`() {
    let document = Document(parsing: [UInt8](repeating: UInt8(ascii: "["), count: 64 << 20))
    #expect(document.problems.map(\.message) == ["file with no instructions"])
  }
}
