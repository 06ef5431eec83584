import DockerfileSyntax

/// Makes a draft smaller for as long as something stays true of it, so that a failure shows what it is about.
struct DraftShrinker {
  /// Whether a draft still fails.
  let fails: (Draft) -> Bool

  func shrunk(_ draft: Draft) -> Draft {
    var smallest = draft
    while let next = candidates(smallest).first(where: fails) { smallest = next }
    return smallest
  }

  /// Drafts with a little less in them, the largest steps first. Each has fewer parts or plainer ones, so this ends.
  private func candidates(_ draft: Draft) -> [Draft] {
    var found: [Draft] = []
    for index in draft.items.indices {
      var smaller = draft
      smaller.items.remove(at: index)
      if !smaller.items.isEmpty { found.append(smaller) }
    }
    if draft.hasByteOrderMark { found.append(changed(draft) { $0.hasByteOrderMark = false }) }
    if draft.lineEnds != ["\n"] { found.append(changed(draft) { $0.lineEnds = ["\n"] }) }
    if draft.endsInLineEnd { found.append(changed(draft) { $0.endsInLineEnd = false }) }
    for index in draft.directives.indices { found.append(changed(draft) { $0.directives.remove(at: index) }) }
    for (index, item) in draft.items.enumerated() {
      guard case .instruction(let instruction) = item else { continue }
      for smaller in candidates(instruction) {
        found.append(changed(draft) { $0.items[index] = .instruction(smaller) })
      }
    }
    return found
  }

  private func candidates(_ instruction: InstructionDraft) -> [InstructionDraft] {
    var found: [InstructionDraft] = []
    if !instruction.indent.isEmpty { found.append(changed(instruction) { $0.indent = "" }) }
    if !instruction.tail.isEmpty { found.append(changed(instruction) { $0.tail = "" }) }
    if instruction.keywordSplit != nil { found.append(changed(instruction) { $0.keywordSplit = nil }) }
    for index in instruction.flags.indices { found.append(changed(instruction) { $0.flags.remove(at: index) }) }
    if instruction.gaps.count > 1 {
      for index in instruction.gaps.indices { found.append(changed(instruction) { $0.gaps.remove(at: index) }) }
    } else if let gap = instruction.gaps.first, gap.afterEscape != nil || gap.before != " " {
      found.append(changed(instruction) { $0.gaps = [.blank] })
      if !gap.dropped.isEmpty { found.append(changed(instruction) { $0.gaps[0].dropped.removeLast() }) }
    }
    for index in instruction.heredocs.indices {
      guard !instruction.heredocs[index].lines.isEmpty else { continue }
      found.append(changed(instruction) { $0.heredocs[index].lines.removeLast() })
    }
    guard instruction.heredocs.isEmpty else { return found }
    return found
      + candidates(instruction.arguments).map { arguments in
        changed(instruction) { $0.arguments = arguments }
      }
  }

  /// Words may go from the end where any number of them will do.
  private func candidates(_ arguments: InstructionDraft.Arguments) -> [InstructionDraft.Arguments] {
    switch arguments {
    case .whole(let words) where words.count > 1: [.whole(words.dropLast())]
    case .array(let words) where words.count > 2: [.array(Array(words.dropFirst()))]
    case .words(let words) where words.count > 3: [.words(Array(words.dropFirst()))]
    case .legacy(let name, let words) where words.count > 1: [.legacy(name, words.dropLast())]
    case .typed(let type, let rest): candidates(rest).map { .typed(type, $0) }
    case .trigger(let inner): candidates(inner).map { .trigger($0) }
    default: []
    }
  }

  private func changed<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
    var value = value
    change(&value)
    return value
  }
}
