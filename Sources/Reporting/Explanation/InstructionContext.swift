import BuildModel
import Diagnostics
import DockerfileSyntax

/// An instruction with all that is known around it.
struct InstructionContext {
  let document: Document
  let options: BuildOptions
  let origin: Origin
  /// Of the stage that it stands in.
  let trace: ConfigurationTrace
  /// nil where Docker refuses to build.
  let image: JudgedImage?
  /// Of the stage that is built.
  let target: ConfigurationTrace?
  let text: TraceText

  var node: Node { document.nodes[origin.instruction] }
  var instruction: Instruction { document.instructions[origin.instruction] }

  func string(_ word: Word) -> String { document.string(word) }

  func quoted(_ text: String) -> String { text.isEmpty ? "nothing" : "`\(TraceText.cut(text))`" }

  func stageName(_ index: Int) -> String {
    guard document.stages.indices.contains(index) else { return "stage-\(index)" }
    let name = document.name(of: document.stages[index])
    return name.isEmpty ? "stage-\(index)" : name
  }

  /// It belongs to the stages that the image is made of.
  var isOwn: Bool { image?.isOwn(origin) ?? false }

  /// The expanded value of a word; as it is written where nothing is known.
  func value(_ index: Int, _ word: Word) -> String {
    let words = trace.words(of: origin)
    return words.indices.contains(index) ? words[index].value : string(word)
  }

  /// Who runs it, where, by which shell.
  var surroundings: Surroundings {
    trace.surroundings(of: origin) ?? Surroundings(user: "", directory: "/", shell: nil)
  }

  var userName: String {
    let user = surroundings.user
    if !user.isEmpty { return user }
    return trace.base.isUnknown && trace.fields[.user] == nil ? "the user of \(trace.base.name)" : "root"
  }

  /// The traces of all words in which variables are.
  func wordSteps() -> [[TraceStep]] {
    trace.words(of: origin).filter { !$0.uses.isEmpty }.map { trace.steps(of: [$0]) }.filter { !$0.isEmpty }
  }

  // MARK: - What it means for the image

  /// Of an instruction that is not part of the image's own stages, where it ends; nil for one that is.
  func elsewhere() -> (effect: Explanation.Effect, words: String)? {
    guard let image else {
      return (.refused, "There is no image: Docker refuses the build.")
    }
    guard !isOwn, origin.stage >= 0 else { return nil }
    let name = stageName(origin.stage)
    switch image.role(of: origin.stage) {
    case .dead:
      return (.unused, "It is not in the image: stage `\(name)` is never run for `\(image.stage.displayName)`.")
    case .gives(let carriers):
      let own = carriers.filter { image.isOwn($0) }.map { text.instruction($0) }
      let paths = StageRows(image: image, text: text).paths(of: origin.stage)
      let by = own.isEmpty ? "" : ", by \(list(own))"
      return (
        .contributes, "It is not in the image itself: stage `\(name)` only gives \(paths) to it\(by)."
      )
    case .supports(let users):
      return (
        .build,
        "It is not in the image: stage `\(name)` runs because \(list(users.map(stageName))) "
          + "\(users.count == 1 ? "needs" : "need") it, and nothing of it is kept."
      )
    case .target, .base: return nil
    }
  }

  /// What becomes of a field that this instruction sets.
  ///
  /// - Parameters:
  ///   - name: as `user`, `command`.
  ///   - field: of the configuration.
  func settle(_ field: EffectiveImage.Field, as name: String, _ points: inout Points) {
    let inStage = trace.fields[field] ?? []
    if let (effect, words) = elsewhere() {
      points.add(effect, words)
      if let next = Self.next(after: origin, in: inStage) {
        points.notes.append("Within its stage, \(ended(by: next)).")
      }
      return
    }
    let changes = target?.fields[field] ?? []
    if let next = Self.next(after: origin, in: changes) {
      points.add(.overridden, "It does not reach the image: \(ended(by: next)).")
    } else {
      points.add(.final, "This is the \(name) of the image.")
    }
    for replaced in ImageRows.replaced(changes) where replaced.by == origin {
      points.notes.append(text.replaced(replaced, subject: "It") + ".")
    }
  }

  private static func next(after origin: Origin, in changes: [ConfigurationChange]) -> ConfigurationChange? {
    guard let index = changes.lastIndex(where: { $0.origin == origin }) else { return nil }
    return changes[(index + 1)...].first
  }

  private func ended(by change: ConfigurationChange) -> String {
    let by = change.origin.map(text.instruction) ?? "something"
    switch change.effect {
    case .cleared: return "\(by) clears it"
    case .disabled: return "\(by) takes it away"
    case .set, .inherited:
      let value = change.value.map { " with `\(TraceText.cut(TraceText.words($0)))`" } ?? ""
      return "\(by) overrides it\(value)"
    }
  }

  /// The lines of the instructions of some kinds after this one, up to the next of its own kind in the stage.
  func reach(of kinds: Set<Keyword>) -> [Int] {
    guard document.stages.indices.contains(origin.stage) else { return [] }
    var found: [Int] = []
    for index in document.stages[origin.stage].instructions where index > origin.instruction {
      let other = document.nodes[index]
      if other.kind == node.kind { break }
      if let kind = other.kind, kinds.contains(kind) { found.append(Int(other.startLine)) }
    }
    return found
  }
}
