import BuildModel
import DockerfileSyntax

/// What an image stands on.
extension ImageRows {
  /// The image outside of the file, by the FROM that names it.
  func base() -> ImageRow {
    let root = trace.chain.first ?? image.build.target
    var row = from(root, word: 0, field: "base", value: image.base.name)
    let names = trace.chain.dropFirst().map { image.build.stages[$0].displayName }
    if let last = names.last, last != image.build.stages[root].displayName {
      row.result = (names.count > 1 ? "through " + names.dropLast().joined(separator: ", ") + " to " : "") + last
    }
    return row
  }

  /// Of the last FROM that says one; nil where none does.
  func platform() -> ImageRow? {
    guard let stage = trace.chain.last(where: { image.build.stages[$0].platform != nil }) else { return nil }
    return from(stage, word: 1, field: "platform", value: image.build.stages[stage].platform ?? "")
  }

  private func from(_ stage: Int, word: Int, field: String, value: String) -> ImageRow {
    let syntax = image.build.stages[stage].syntax
    let node = syntax.instructions.lowerBound
    let origin = Origin(instruction: node, stage: stage, range: image.document.nodes[node].range)
    let words = trace.words(of: origin)
    let own = TraceStep(
      kind: .instruction,
      written: image.document.string(word == 0 ? syntax.from.base : syntax.from.platform ?? syntax.from.base),
      origin: origin
    )
    let steps = words.indices.contains(word) ? trace.steps(of: [words[word]]) : []
    return ImageRow(field: field, value: value, source: .file, steps: [own] + steps)
  }
}
