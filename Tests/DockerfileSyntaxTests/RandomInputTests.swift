import DockerfileSyntax
import Testing

/// Bytes that no one would write: nothing may trap, and what is said about them must hold.
struct RandomInputTests {
  private static let fragments = [
    "FROM ", "RUN ", "COPY ", "ADD ", "ENV ", "LABEL ", "ARG ", "CMD ", "ENTRYPOINT ", "SHELL ", "EXPOSE ", "VOLUME ",
    "USER ",
    "WORKDIR ", "STOPSIGNAL ", "MAINTAINER ", "HEALTHCHECK ", "ONBUILD ", "from ", "FOO ", "--", "--from=", "--mount=",
    "--link",
    "--platform=", "--interval=1s ", "--device=", "type=cache,", "target=/x", "from=", "a", "b", "alpine", " AS ", "\n",
    "\n", "\n",
    "\\\n", "\\", "`", " ", "\t", "\r\n", "\r", "#", "# escape=`\n", "# syntax=x\n", "\"", "'", "=", "<<", "<<EOF",
    "<<-", "EOF",
    "\nEOF\n", "[", "]", "[\"a\"]", "\"a\",", "\\u00e9", "{", "}", "$", "${", "$X", ":-", "//", "\u{FEFF}", "\u{A0}",
    "\u{2028}",
    "\u{FC}", "\u{1F600}", "CMD", "NONE", "1", "<", "\0", "\u{0B}", "\u{85}", "ENV A=1 B", "RUN <<A <<B\n", "\nA\n",
  ]

  @Test(arguments: UInt64(0)..<40)
  func `reads anything, always the same way`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for _ in 0..<100 {
      let bytes = Self.bytes(&random)
      let document = Document(parsing: bytes)
      let found = violations(of: document)
      #expect(found.isEmpty, "\(found) in \(bytes)")
      let again = Document(parsing: bytes)
      #expect(document.problems == again.problems)
      #expect(document.derived == again.derived)
      #expect(document.words == again.words)
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `expands anything`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let variables = ["X": "a*b", "a": "${X}", "b": "\\"]
    for _ in 0..<200 {
      let bytes = Self.bytes(&random)
      let expansion = Expansion(options: Expansion.Options(rawValue: UInt8(random.next() & 15)))
      let first = Result { try expansion.expandAndSplit(bytes, with: variables).whole }
      let second = Result { try expansion.expandAndSplit(bytes, with: variables).whole }
      switch (first, second) {
      case (.success(let left), .success(let right)): #expect(left == right)
      case (.failure(let left), .failure(let right)): #expect(left as? ExpansionError == right as? ExpansionError)
      default: Issue.record("two answers for \(bytes)")
      }
    }
  }

  /// Fragments in any order, some bytes of them changed.
  private static func bytes(_ random: inout SplitMix) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<random.next() % 24 {
      bytes += fragments[Int(random.next() % UInt64(fragments.count))].utf8
    }
    for _ in 0..<random.next() % 4 where !bytes.isEmpty {
      let index = Int(random.next() % UInt64(bytes.count))
      switch random.next() % 3 {
      case 0: bytes[index] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.remove(at: index)
      default: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: index)
      }
    }
    return bytes
  }
}
