import DockerfileSyntax

/// Writes a draft down, and says at once what it must be read as.
struct DraftWriter {
  private(set) var bytes: [UInt8] = []
  private(set) var truth = Truth()
  private let draft: Draft
  /// Of the physical line that is being written.
  private var line = 1
  private var lineEnds = 0
  private var comments: [[UInt8]] = []
  private var refusals: [Truth.Problem] = []
  private var hasFrom = false
  private var complainedAboutStage = false

  init(_ draft: Draft) {
    self.draft = draft
    truth.escape = draft.escape
    if draft.hasByteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    for directive in draft.directives {
      put(directive.written)
      truth.directives.append(Array(directive.value.utf8))
      endLine()
    }
    for item in draft.items { write(item) }
    if !draft.endsInLineEnd, bytes.last == 0x0A {
      bytes.removeLast()
      if bytes.last == 0x0D { bytes.removeLast() }
    }
    let isReading = { (problem: Truth.Problem) in problem.phase == .reading }
    truth.problems = refusals.filter(isReading) + refusals.filter { !isReading($0) }
  }

  private mutating func put(_ text: some Sequence<UInt8>) { bytes += text }

  private mutating func put(_ text: String) { put(text.utf8) }

  private mutating func endLine() {
    put(draft.lineEnds[lineEnds % draft.lineEnds.count])
    lineEnds += 1
    line += 1
  }

  private mutating func write(_ item: Draft.Item) {
    switch item {
    case .blank(let blanks):
      put(blanks)
      endLine()
    case .comment(let written, let text):
      put(written)
      endLine()
      comments = text.isEmpty ? [] : comments + [Array(text.utf8)]
    case .instruction(let instruction): write(instruction)
    }
  }

  private mutating func write(_ instruction: InstructionDraft) {
    put(instruction.indent)
    let start = line
    var text = InstructionText(instruction, escape: draft.escape)
    text.write()
    for part in text.parts {
      switch part {
      case .bytes(let part): put(part)
      case .lineEnd: endLine()
      }
    }
    var node = text.node
    node.comments = comments
    comments = []
    if text.hasEmptyLine { truth.warnings.append(line) }
    var isOpen = false
    for heredoc in instruction.heredocs {
      endLine()
      let content = bytes.count
      for line in heredoc.lines {
        put(line)
        endLine()
      }
      let end = bytes.count
      guard let terminator = heredoc.terminator else {
        isOpen = true
        break
      }
      put(terminator)
      node.heredocs.append(
        Truth.Heredoc(
          name: Array(heredoc.name.utf8),
          expands: heredoc.expands,
          chomps: heredoc.chomps,
          content: Array(bytes[content..<end])
        )
      )
    }
    // The end of the file is no line.
    node.lines = start...(isOpen ? line - 1 : line)
    if !isOpen { endLine() }
    truth.nodes.append(node)
    note(instruction, at: start)
  }

  /// What Docker says of it.
  private mutating func note(_ instruction: InstructionDraft, at line: Int) {
    if let phase = instruction.refusal { refusals.append(Truth.Problem(phase: phase, line: line)) }
    if instruction.kind == .from { hasFrom = true }
    guard !hasFrom, instruction.kind != .arg, instruction.refusal == nil, !complainedAboutStage else { return }
    complainedAboutStage = true
    refusals.append(Truth.Problem(phase: .instructions, line: line))
  }
}

/// The logical line of an instruction: what is written, and what it is read as.
private struct InstructionText {
  enum Part {
    case bytes([UInt8])
    case lineEnd
  }

  private(set) var parts: [Part] = []
  private(set) var node = Truth.Node()
  private(set) var hasEmptyLine = false
  private let draft: InstructionDraft
  private let escape: UInt8
  private var gap = 0

  init(_ draft: InstructionDraft, escape: UInt8) {
    self.draft = draft
    self.escape = escape
  }

  mutating func write() {
    node = write(draft)
    put(draft.tail.utf8)
  }

  private mutating func write(_ draft: InstructionDraft) -> Truth.Node {
    var made = Truth.Node(keyword: Array(draft.keyword.utf8), kind: draft.kind)
    let start = node.original.count
    var keyword = WordDraft(draft.keyword)
    keyword.split = draft.keywordSplit
    put(keyword)
    for flag in draft.flags {
      putGap(draft)
      put(real(flag.written))
      made.flags.append(Truth.Flag(name: flag.name, value: flag.value.map(real)))
    }
    if draft.endsFlags {
      putGap(draft)
      put("--".utf8)
    }
    if case .none = draft.arguments { return finished(made, from: start) }
    putGap(draft)
    write(draft.arguments, of: draft, into: &made)
    return finished(made, from: start)
  }

  private func finished(_ made: Truth.Node, from start: Int) -> Truth.Node {
    var made = made
    // The gap before a trigger is the outer instruction's.
    made.original = Array(node.original[start...])
    // An unknown word has one empty argument.
    if made.kind == nil { made.arguments = [[]] }
    return made
  }

  private mutating func write(
    _ arguments: InstructionDraft.Arguments,
    of draft: InstructionDraft,
    into made: inout Truth.Node
  ) {
    switch arguments {
    case .words(let words):
      for (index, word) in words.enumerated() {
        if index > 0 { putGap(draft) }
        put(word)
        made.arguments.append(real(word.read))
      }
    case .whole(let words): made.arguments.append(writeWhole(words, draft))
    case .legacy(let name, let words):
      put(name)
      putGap(draft)
      made.arguments += [real(name.read), writeWhole(words, draft)]
    case .array(let words):
      made.isJSON = true
      put("[".utf8)
      for (index, word) in words.enumerated() {
        putGap(draft)
        put(word)
        putGap(draft)
        if index < words.count - 1 { put(",".utf8) }
        made.arguments.append(real(word.read))
      }
      put("]".utf8)
    case .typed(let type, let rest):
      put(type)
      made.arguments.append(real(type.read))
      putGap(draft)
      write(rest, of: draft, into: &made)
    case .trigger(let inner): made.sub = [write(inner)]
    case .none: break
    }
    // What Docker's parser refuses has no arguments.
    if draft.refusal == .reading, draft.heredocs.isEmpty {
      made.arguments = []
      made.isJSON = false
    }
  }

  private mutating func writeWhole(_ words: [WordDraft], _ draft: InstructionDraft) -> [UInt8] {
    let start = node.original.count
    for (index, word) in words.enumerated() {
      if index > 0 { putGap(draft) }
      put(word)
    }
    return Array(node.original[start...])
  }

  private mutating func put(_ text: some Sequence<UInt8>) {
    parts.append(.bytes(Array(text)))
    node.original += text
  }

  private mutating func put(_ word: WordDraft) {
    let written = real(word.written)
    guard let split = word.split, split > 0, split < written.count else { return put(written) }
    put(written[..<split])
    parts += [.bytes([escape]), .lineEnd]
    put(written[split...])
  }

  private mutating func putGap(_ draft: InstructionDraft) {
    let chosen = draft.gaps[gap % draft.gaps.count]
    gap += 1
    put(chosen.before.utf8)
    if let blanks = chosen.afterEscape {
      parts += [.bytes([escape] + Array(blanks.utf8)), .lineEnd]
      for line in chosen.dropped { parts += [.bytes(Array(line.utf8)), .lineEnd] }
      hasEmptyLine = hasEmptyLine || chosen.hasEmptyLine
    }
    put(chosen.after.utf8)
  }

  private func real(_ bytes: [UInt8]) -> [UInt8] { bytes.map { $0 == Draft.escapeMark ? escape : $0 } }
}
