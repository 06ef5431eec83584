import Diagnostics
import DockerfileSyntax
import Testing

/// Where things stand in the file.
struct RangeTests {
  private func written(_ document: Document, _ range: SourceRange) -> String {
    String(decoding: document.source[range.offsets], as: UTF8.self)
  }

  @Test
  func `places keywords, flags, words and bodies`() throws {
    let document = Outline("# c\n  FROM --platform=p a AS b \\\n\nRUN <<E\nx\nE\n").document
    let node = document.nodes[0]
    #expect(written(document, node.keyword.range) == "FROM")
    #expect(written(document, node.range) == "FROM --platform=p a AS b \\\n\nRUN <<E")
    #expect(document[node.flags].map { written(document, $0.range) } == ["--platform=p"])
    #expect(document[node.arguments].map { written(document, $0.range) } == ["a", "AS", "b", "RUN", "<<E"])
  }

  @Test
  func `ends an instruction with its last heredoc`() {
    let document = Outline("FROM a\nRUN <<E b\nx\nE\r\nCMD c").document
    #expect(document.nodes.map { written(document, $0.range) } == ["FROM a", "RUN <<E b\nx\nE", "CMD c"])
    #expect(document.heredocs.map { written(document, $0.name.range) } == ["E"])
    #expect(document.heredocs.map { written(document, document.range(of: $0.content)) } == ["x\n"])
  }

  @Test
  func `places what continuation lines join`() {
    let document = Outline("FROM a\nENV A=1 \\\n  # x\n  B=\"2 \\\n3\"").document
    let words = document[document.nodes[1].arguments]
    #expect(words.map { document.string($0) } == ["A=1", "B=\"2 3\""])
    #expect(words.map { written(document, $0.range) } == ["A=1", "B=\"2 \\\n3\""])
    #expect(written(document, document.range(of: 3..<6, in: words[words.startIndex + 1].text)) == "2 \\\n3")
    #expect(document.pairs.map { written(document, $0.name.range) } == ["A", "B"])
    #expect(document.pairs.compactMap { $0.value.map { written(document, $0.range) } } == ["1", "\"2 \\\n3\""])
  }

  @Test
  func `places flags that are quoted`() throws {
    let document = Outline("FROM a\nCOPY --ch\"own\"='u:\u{E9}' b c").document
    let flag = try #require(document.flags.first)
    #expect(document.string(flag.name) == "chown")
    #expect(written(document, flag.range) == "--ch\"own\"='u:\u{E9}'")
    #expect(written(document, flag.name.range) == "ch\"own\"")
    let value = try #require(flag.value)
    #expect(document.string(value) == "u:\u{C3}\u{A9}")
    #expect(written(document, value.range) == "'u:\u{E9}'")
    #expect(written(document, document.range(of: 2..<6, in: value.text)) == "\u{E9}")
  }

  @Test
  func `places strings of JSON`() {
    let document = Outline("FROM a\nCMD [\"a\\u00e9b\", \\\n\"c\"]").document
    let words = document[document.nodes[1].arguments]
    #expect(words.map { written(document, $0.range) } == ["\"a\\u00e9b\"", "\"c\""])
    let first = words[words.startIndex].text
    #expect(written(document, document.range(of: 1..<3, in: first)) == "\\u00e9")
    #expect(written(document, document.range(of: 3..<4, in: first)) == "b")
  }

  @Test(arguments: ["\\", "\\\n\n", "\\ \n# d\n\\\n"])
  func `places a line of nothing but escapes`(line: String) throws {
    let document = Outline("# c\nFROM a\n\(line)").document
    let node = try #require(document.nodes.last)
    #expect(document.nodes.count == 2)
    #expect(node.range.offsets.lowerBound == 11)
    #expect(node.keyword.range.offsets == 11..<11)
    #expect(document.problems.map(\.range.offsets.lowerBound) == [11])
    #expect(violations(of: document) == [])
  }

  @Test
  func `cuts offsets that lie outside of a text`() {
    let document = Outline("FROM abc").document
    let word = document.words[0]
    #expect(written(document, document.range(of: 1..<9, in: word.text)) == "bc")
  }
}
