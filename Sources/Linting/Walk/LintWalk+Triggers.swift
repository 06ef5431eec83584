import BuildModel
import DockerfileSyntax

extension LintWalk {
  /// How many triggers may fire in all: each stage fires those of its base.
  private static var triggerLimit: Int { 100_000 }

  /// The stage to build, which is the last one where none is asked for.
  mutating func chooseTarget() throws(LintError) {
    target = stages.count - 1
    guard case .target(let name?) = options.scope else { return }
    var written = name
    guard let index = written.withUTF8({ stageNames.stage(inAnyCase: $0) }) else {
      let known = (0..<stages.count).map { index in
        tables.name(index).isEmpty ? "stage-\(index)" : DockerText.string(tables.name(index))
      }
      let nearest = DockerText.nearest(to: name, among: known)
      let hint = nearest.map { " (did you mean \($0)?)" } ?? ""
      throw LintError(message: BuildError.unknownTarget(name) + hint, line: -1, range: nil, suggestion: nearest)
    }
    target = index
  }

  /// Finds the stages that the target starts from or takes from, and reads the triggers that fire in them, which may
  /// make it need more stages.
  mutating func reachStages() throws(LintError) {
    let graph = LinkGraph(Array(links.elements), count: stages.count)
    let knownImages = imported.count
    var waiting = [target]
    while let index = waiting.popLast() {
      if stages[index].isReachable { continue }
      stages[index].isReachable = true
      let below = Int(stages[index].below)
      if below >= 0 { waiting.append(below) }
      waiting += graph.sources(of: index)
      let known = links.count
      if hasTriggers, below >= 0 { try fire(in: index) }
      for link in links[known..<links.count] { waiting.append(Int(link.source)) }
    }
    try refuseBadImports(from: knownImages)
  }

  private mutating func fire(in stage: Int) throws(LintError) {
    let line = tables.from(stage).pointee.startLine
    let first = fired.count
    defer { stages[stage].triggers = Run32(first..<fired.count) }
    for index in tables.stage(Int(stages[stage].below)).pointee.instructions.dropFirst() {
      guard case .onBuild(let onBuild) = tables.instructions[index] else { continue }
      let trigger = tables.document.triggers[onBuild.trigger]
      if let problem = trigger.problem {
        let range = onBuild.expression.range
        throw LintError(message: problem.message, line: Int(line), range: range, suggestion: problem.suggestion)
      }
      guard fired.count < Self.triggerLimit else {
        throw LintError(message: "too many triggers fire", line: Int(line), range: onBuild.expression.range)
      }
      do throws(LintError) {
        var instruction = trigger.instruction
        try withUnsafePointer(to: &instruction) { (instruction) throws(LintError) in
          try link(instruction, stage: stage, node: index, line: line)
        }
      } catch {
        var error = error
        error.line = Int(line)
        throw error
      }
      fired.append(UInt32(truncatingIfNeeded: onBuild.trigger))
    }
  }
}
