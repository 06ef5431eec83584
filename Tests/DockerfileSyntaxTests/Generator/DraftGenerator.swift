import DockerfileSyntax

/// Makes drafts at random; a seed names one.
struct DraftGenerator {
  var random: SplitMix
  /// How far a line's parts lie apart.
  private var isCalm = false

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func draft() -> Draft {
    var draft = Draft()
    isCalm = random.once(in: 3)
    draft.hasByteOrderMark = random.once(in: 6)
    draft.lineEnds = random.pick([["\n"], ["\n"], ["\n"], ["\r\n"], ["\n", "\r\n"], ["\n", "\n", "\r\r\n"]])
    draft.endsInLineEnd = !random.once(in: 4)
    if random.once(in: 3) { draft.directives = directives() }
    // A comment at the top that is no directive.
    if random.once(in: 8) { draft.items.append(.comment("# escape is = x", "escape is = x")) }
    for _ in 0..<random.below(3) where random.once(in: 3) { draft.items.append(.instruction(instruction(.arg))) }
    if !random.once(in: 12) { draft.items.append(.instruction(instruction(.from))) }
    for _ in 0..<1 + random.below(8) { draft.items.append(item()) }
    if random.once(in: 10) { draft.items.append(.instruction(openHeredoc())) }
    if draft.items.allSatisfy({ if case .instruction = $0 { false } else { true } }) {
      draft.items.append(.instruction(instruction(.from)))
    }
    return draft
  }

  private mutating func item() -> Draft.Item {
    switch random.below(10) {
    case 0: .blank(random.pick(["", "  ", "\t", "\u{A0}", " \u{2003}"]))
    case 1:
      random.pick([
        .comment("# a", "a"), .comment("#", ""), .comment("#\t b # \u{E9} \t", "b # \u{E9}"), .comment("## c", "# c"),
        .comment("#RUN d \\", "RUN d \\"), .comment("  # e", "# e"), .comment("#\u{A0}f\u{2003}", "f"),
      ])
    case 2: .instruction(refused())
    default: .instruction(instruction(random.pick(Keyword.allCases)))
    }
  }

  private mutating func directives() -> [Draft.Directive] {
    var found = [
      random.pick([
        Draft.Directive(kind: .escape, value: "`", written: "# escape=`"),
        Draft.Directive(kind: .escape, value: "`", written: "#EsCape \t=\t` "),
        Draft.Directive(kind: .escape, value: "\\", written: "  # escape = \\"),
      ])
    ]
    let others = [
      Draft.Directive(kind: .syntax, value: "docker/dockerfile:1", written: "# syntax=docker/dockerfile:1"),
      Draft.Directive(kind: .check, value: "skip=all; error=true", written: "#check =  skip=all; error=true"),
    ]
    for other in others where random.once(in: 2) { found.insert(other, at: random.below(found.count + 1)) }
    if random.once(in: 3) { found.removeAll { $0.kind == .escape } }
    return found
  }

  // MARK: - Parts of instructions

  /// A good instruction.
  mutating func instruction(_ kind: Keyword, inTrigger: Bool = false) -> InstructionDraft {
    var made = InstructionDraft(keyword: spelling(kind.name), kind: kind, arguments: .none)
    if !inTrigger, random.once(in: 8) { made.indent = random.pick([" ", "\t", "  \u{2003}"]) }
    if !isCalm, !inTrigger, random.once(in: 12) { made.keywordSplit = 1 + random.below(made.keyword.utf8.count - 1) }
    if random.once(in: 6) { made.tail = random.pick([" ", "\t", " \u{A0}"]) }
    made.arguments = arguments(&made, inTrigger: inTrigger)
    made.gaps = (0..<1 + random.below(4)).map { _ in gap(in: made) }
    if inTrigger { made.tail = "" }
    return made
  }

  private mutating func spelling(_ keyword: String) -> String {
    switch random.below(6) {
    case 0: keyword.lowercased()
    case 1: String(keyword.enumerated().map { $0.offset % 2 == 0 ? $0.element : Character($0.element.lowercased()) })
    default: keyword
    }
  }

  private mutating func gap(in instruction: InstructionDraft) -> Gap {
    guard !isCalm else { return .blank }
    var isArray = false
    if case .array = instruction.arguments { isArray = true }
    if case .typed(_, .array) = instruction.arguments { isArray = true }
    let blanks = isArray ? [" ", "  ", "\t"] : [" ", "  ", "\t", "\u{0B}", " \u{0C}"]
    guard random.once(in: 3) else { return Gap(before: random.pick(blanks)) }
    var gap = Gap(before: random.pick(blanks), afterEscape: random.pick(["", "", " ", "\t "]))
    for _ in 0..<random.below(4) where random.once(in: 3) {
      gap.dropped.append(random.pick(["# c", "  #", "\t# d \\", "", "  ", "\u{A0}"]))
    }
    gap.after = random.pick(["", "  ", "\t"])
    return gap
  }

  mutating func words(_ choices: [WordDraft], _ counts: ClosedRange<Int>) -> [WordDraft] {
    (0..<counts.lowerBound + random.below(counts.count)).map { _ in
      var word = random.pick(choices)
      let isPlain = word.written.allSatisfy { (0x61...0x7A).contains($0) }
      if !isCalm, isPlain, word.written.count > 1, random.once(in: 8) {
        word.split = 1 + random.below(word.written.count - 1)
      }
      return word
    }
  }
}
