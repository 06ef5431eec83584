import Diagnostics

/// A node while it is made.
struct NodeDraft {
  let keyword: Word
  let kind: Keyword?
  let original: Text
  let body: Range<Int>
  let flags: Run32<Flag>
  var arguments = Run32<Word>(0..<0)
  var isJSON = false
  var isLegacyPair = false
  var sub: Int32 = -1
  /// BuildKit's parser refuses its arguments.
  var isBroken = false
}

extension Parser {
  /// How many instructions behind nested ONBUILDs are kept; Docker refuses the second one anyway.
  static let nestingLimit = 16

  /// Makes a node and its instruction out of a logical line.
  mutating func addInstruction(
    _ bytes: Span<UInt8>,
    _ line: inout LogicalLine,
    file: Span<UInt8>,
    _ reading: inout Reading
  ) {
    let comments = Run32<Text>(reading.comments..<comments.count)
    var draft = split(bytes, line.range, line.origin)
    readArguments(bytes, &draft, line)
    let firstHeredoc = heredocs.count
    if !draft.isBroken, canHoldHeredoc(draft) {
      readHeredocs(bytes, file: file, &line, &reading)
    }
    let node = Node(
      keyword: draft.keyword,
      kind: draft.kind,
      range: SourceRange(draft.keyword.range.lower, sourceRange(line.lower..<line.upper, reading.origin).upper),
      original: draft.original,
      body: line.origin.text(draft.body),
      flags: draft.flags,
      arguments: draft.arguments,
      isJSON: draft.isJSON,
      isLegacyPair: draft.isLegacyPair,
      heredocs: Run32(firstHeredoc..<heredocs.count),
      comments: comments,
      startLine: UInt32(truncatingIfNeeded: line.start),
      endLine: UInt32(truncatingIfNeeded: line.end),
      sub: draft.sub
    )
    let instruction = draft.isBroken ? .invalid : type(node)
    // A trigger that is a comment is none of the next instruction.
    reading.comments = self.comments.count
    nodes.append(node)
    instructions.append(instruction)
    if !isReadingTrigger { place(instruction, node) }
  }

  /// Splits a line into keyword, flags and the rest.
  @inline(__always)
  private mutating func split(_ bytes: Span<UInt8>, _ line: Range<Int>, _ origin: Origin) -> NodeDraft {
    let trimmed = trimSpace(bytes, line)
    let keyword = trimmed.lowerBound..<endOfRun(bytes, from: trimmed.lowerBound, before: trimmed.upperBound)
    let start = skipSeparators(bytes, from: keyword.upperBound, before: trimmed.upperBound)
    let firstFlag = flags.count
    let rest = readFlags(bytes, start..<trimmed.upperBound, origin)
    return NodeDraft(
      keyword: word(keyword, origin),
      kind: Keyword(bytes, keyword),
      original: origin.text(line),
      body: trimSpace(bytes, rest..<trimmed.upperBound),
      flags: Run32(firstFlag..<flags.count)
    )
  }

  /// The words after the flags, each instruction in its own way.
  @inline(__always)
  private mutating func readArguments(_ bytes: Span<UInt8>, _ draft: inout NodeDraft, _ line: LogicalLine) {
    let first = words.count
    let body = draft.body
    switch draft.kind {
    case .add, .copy, .volume:
      if !readJSON(bytes, &draft, body, line) { splitWords(bytes, body, line.origin) }
    case .cmd, .entrypoint, .run, .shell:
      if !readJSON(bytes, &draft, body, line) { addWhole(body, line.origin) }
    case .healthcheck: readHealthcheck(bytes, &draft, line)
    case .from, .expose: splitWords(bytes, body, line.origin)
    case .arg: readWords(bytes, body, line.origin)
    case .env, .label: readPairs(bytes, &draft, line)
    case .maintainer, .stopsignal, .user, .workdir: addWhole(body, line.origin)
    case .onbuild: readSub(bytes, &draft, line)
    case nil: words.append(word(body.lowerBound..<body.lowerBound, line.origin))
    }
    if draft.isBroken { words.truncate(to: first) }
    if draft.kind != .onbuild { draft.arguments = Run32(first..<words.count) }
  }

  /// One word for all that is left; none when nothing is.
  @inline(__always)
  private mutating func addWhole(_ range: Range<Int>, _ origin: Origin) {
    if !range.isEmpty { words.append(word(range, origin)) }
  }

  /// `HEALTHCHECK TYPE …`: the type ends at the first blank, taken byte by byte.
  private mutating func readHealthcheck(_ bytes: Span<UInt8>, _ draft: inout NodeDraft, _ line: LogicalLine) {
    let body = draft.body
    var index = body.lowerBound
    while index < body.upperBound, !isLatinSpace(bytes[index]) { index += 1 }
    guard index > body.lowerBound else { return }
    words.append(word(body.lowerBound..<index, line.origin))
    while index < body.upperBound, isLatinSpace(bytes[index]) { index += 1 }
    let command = index..<body.upperBound
    if !readJSON(bytes, &draft, command, line) { addWhole(command, line.origin) }
  }

  /// What follows ONBUILD is a node of its own, and so on. Kept from the inside out, so that each knows the next.
  private mutating func readSub(_ bytes: Span<UInt8>, _ draft: inout NodeDraft, _ line: LogicalLine) {
    var drafts: [NodeDraft] = []
    var body = draft.body
    while !body.isEmpty {
      var inner = split(bytes, body, line.origin)
      body = inner.kind == .onbuild ? inner.body : body.upperBound..<body.upperBound
      if inner.kind != .onbuild { readArguments(bytes, &inner, line) }
      if drafts.count < Self.nestingLimit || inner.kind != .onbuild { drafts.append(inner) }
    }
    for var inner in drafts.reversed() {
      if inner.isBroken { draft.isBroken = true }
      inner.sub = draft.sub
      draft.sub = Int32(truncatingIfNeeded: subnodes.count)
      subnodes.append(subnode(inner, line.origin))
    }
  }

  private mutating func subnode(_ draft: NodeDraft, _ origin: Origin) -> Node {
    let original = sourceRange(of: draft.original)
    return Node(
      keyword: draft.keyword,
      kind: draft.kind,
      range: original,
      original: draft.original,
      body: origin.text(draft.body),
      flags: draft.flags,
      arguments: draft.arguments,
      isJSON: draft.isJSON,
      isLegacyPair: draft.isLegacyPair,
      heredocs: Run32(0..<0),
      comments: Run32(0..<0),
      startLine: 0,
      endLine: 0,
      sub: draft.sub
    )
  }

  /// RUN, COPY and ADD, or one ONBUILD before them; never with a JSON array.
  @inline(__always)
  private mutating func canHoldHeredoc(_ draft: NodeDraft) -> Bool {
    switch draft.kind {
    case .run, .copy, .add: return !draft.isJSON
    case .onbuild where draft.sub >= 0:
      let sub = subnodes[Int(draft.sub)]
      return !sub.isJSON && (sub.kind == .run || sub.kind == .copy || sub.kind == .add)
    default: return false
    }
  }
}
