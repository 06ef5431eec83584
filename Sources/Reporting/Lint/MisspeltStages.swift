import Diagnostics
package import DockerfileSyntax

/// Words behind `--from` and `from=` that name no stage, and are nearly the name of one.
///
/// Docker takes each for an image, asks a registry for it, and speaks of a missing image in the end. It has no check
/// for this: a stage and an image can have names that are alike.
package struct MisspeltStages {
  private let document: Document

  package init(in document: Document) {
    self.document = document
  }

  package func notes() -> [LintedFile.Remark] {
    var names: [String] = []
    var notes: [LintedFile.Remark] = []
    for stage in document.stages {
      // Docker knows the stages above alone; one further down is most likely meant all the same.
      for index in stage.instructions {
        for (name, range) in references(document.instructions[index]) where !names.contains(name.lowercased()) {
          if let note = note(name, at: range) { notes.append(note) }
        }
      }
      names.append(document.name(of: stage))
    }
    return notes
  }

  private func references(_ instruction: Instruction) -> [(name: String, range: SourceRange)] {
    switch instruction {
    case .copy(let copy):
      let from = document.flag("from", in: copy.flags).flatMap(\.value)
      return from.map { [(document.string($0), $0.range)] } ?? []
    case .run(let run):
      guard !run.flags.isEmpty else { return [] }
      return document.unresolvedMounts(of: run).filter { !$0.from.isEmpty }.map { ($0.from, $0.range) }
    default: return []
    }
  }

  private func note(_ name: String, at range: SourceRange) -> LintedFile.Remark? {
    // Variables, numbers, and what only an image can be called.
    let signs: [Character] = ["$", "/", ":", "@"]
    guard !name.contains(where: signs.contains), Int(name) == nil, name.lowercased() != "scratch" else { return nil }
    let known = document.stages.map { document.name(of: $0) }.filter { !$0.isEmpty }
    guard !known.contains(name.lowercased()), let nearest = NearestName.of(name, in: known) else { return nil }
    let message = "`\(name)` is no stage of this file, so Docker takes it for an image"
    return LintedFile.Remark(message, at: range, suggestion: nearest)
  }
}
