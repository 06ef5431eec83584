import DockerfileSyntax
import Testing

/// Dockerfiles that are known in all their parts before they are written: the parser must find the same parts.
struct GeneratedDraftTests {
  @Test(arguments: UInt64(0)..<40)
  func `reads what was written`(seed: UInt64) {
    var generator = DraftGenerator(seed: seed)
    for _ in 0..<75 {
      let draft = generator.draft()
      guard !Self.differences(draft).isEmpty else { continue }
      let smallest = DraftShrinker { !Self.differences($0).isEmpty }.shrunk(draft)
      let found = Self.differences(smallest).joined(separator: "\n")
      Issue.record("seed \(seed): \(Document.shown(DraftWriter(smallest).bytes))\n\(found)")
      return
    }
  }

  private static func differences(_ draft: Draft) -> [String] {
    let writer = DraftWriter(draft)
    let document = Document(parsing: writer.bytes)
    return writer.truth.differences(from: document) + violations(of: document)
  }

  @Test
  func `writes every kind of instruction, good and bad, and every part`() {
    var generator = DraftGenerator(seed: 1)
    let truths = (0..<400).map { _ in DraftWriter(generator.draft()).truth }
    let nodes = truths.flatMap(\.nodes)
    #expect(Set(nodes.compactMap(\.kind)) == Set(Keyword.allCases))
    #expect(nodes.contains { $0.kind == nil })
    #expect(nodes.contains { $0.heredocs.count > 1 } && nodes.contains { $0.isJSON && $0.flags.count > 1 })
    #expect(nodes.contains { $0.lines.count > 5 && $0.heredocs.isEmpty })
    #expect(truths.contains { $0.problems.isEmpty } && truths.contains { $0.warnings.count > 1 })
    #expect(truths.contains { $0.problems.first?.phase == .reading && $0.problems.last?.phase == .instructions })
    #expect(Set(truths.map(\.escape)).count == 2)
  }

  /// A failing draft comes out as little more than what it fails for.
  @Test
  func `shrinks a draft to what it fails for`() throws {
    var generator = DraftGenerator(seed: 2)
    let hasVolume = { (draft: Draft) in DraftWriter(draft).truth.nodes.contains { $0.kind == .volume } }
    let drafts = (0..<200).map { _ in generator.draft() }.filter(hasVolume)
    #expect(drafts.count > 5)
    for draft in drafts {
      let written = DraftWriter(DraftShrinker(fails: hasVolume).shrunk(draft))
      #expect(written.truth.nodes.map(\.kind) == [.volume])
      #expect(written.bytes.count < 60, "\(Document.shown(written.bytes))")
    }
  }
}
