import Diagnostics

extension Parser {
  /// ONBUILD keeps its trigger as text, and only some keywords are refused at once.
  mutating func readOnBuild(_ node: Node) -> Instruction {
    guard node.sub >= 0 else { return refuse(node, requiresOneArgument(node)) }
    guard accepts([], node) else { return .invalid }
    let sub = subnodes[Int(node.sub)]
    let keyword = LetterCase.upper(bytes(sub.keyword.text))
    switch keyword {
    case "ONBUILD":
      return refuse(node, "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed", at: sub.keyword.range)
    case "MAINTAINER", "FROM":
      return refuse(node, "\(keyword) isn't allowed as an ONBUILD trigger", at: sub.keyword.range)
    default: break
    }
    guard !isReadingTrigger else { return .invalid }
    let line = triggerLine(node.original)
    let expression = node.heredocs.isEmpty ? line : withHeredocs(line, Array(heredocs[node.heredocs]))
    triggers.append(readTrigger(expression, sub))
    return .onBuild(OnBuild(expression: expression, trigger: triggers.count - 1))
  }

  /// What is left of a line without `^\s*ONBUILD\s*`.
  private mutating func triggerLine(_ original: Text) -> Word {
    let bytes = bytes(original)
    var index = bytes.startIndex
    while index < bytes.endIndex, isPatternSpace(bytes[index]) { index += 1 }
    let keyword = Array("onbuild".utf8)
    if bytes[index...].prefix(keyword.count).map({ $0 | 0x20 }) == keyword {
      index += keyword.count
      while index < bytes.endIndex, isPatternSpace(bytes[index]) { index += 1 }
    } else {
      index = bytes.startIndex
    }
    let start = original.offsets.lowerBound
    let text = Text(isDerived: original.isDerived, start + index..<start + bytes.endIndex)
    return Word(text: text, range: sourceRange(of: text))
  }

  /// A trigger is read as a Dockerfile of its own when it fires, with the default escape.
  private mutating func readTrigger(_ expression: Word, _ sub: Node) -> Trigger {
    let copy = Array(bytes(expression.text))
    let origin = Origin(isDerived: expression.text.isDerived, bias: expression.text.offsets.lowerBound)
    var outer = Outer()
    outer.exchange(with: &self)
    let first = nodes.count
    let outerEscape = escape
    escape = UInt8(ascii: "\\")
    isReadingTrigger = true
    read(copy.span, from: origin)
    isReadingTrigger = false
    escape = outerEscape
    outer.exchange(with: &self)
    defer {
      nodes.truncate(to: first)
      instructions.truncate(to: first)
    }
    let count = nodes.count - first
    let problem = outer.problem(nodeCount: count, at: expression.range)
    guard count > 0 else { return Trigger(node: sub, instruction: .invalid, problem: problem) }
    return Trigger(node: nodes[first], instruction: problem == nil ? instructions[first] : .invalid, problem: problem)
  }

  /// What the file's own reading is about, put aside while a trigger is read; afterwards, what that has found.
  private struct Outer: ~Copyable {
    private var joined = Scratch<UInt8>()
    private var readingProblems: [SyntaxProblem] = []
    private var instructionProblems: [SyntaxProblem] = []
    private var warnings: [SyntaxProblem] = []

    mutating func exchange(with parser: inout Parser) {
      swap(&joined, &parser.joined)
      swap(&readingProblems, &parser.readingProblems)
      swap(&instructionProblems, &parser.instructionProblems)
      swap(&warnings, &parser.warnings)
    }

    /// What Docker says when the trigger fires.
    func problem(nodeCount: Int, at range: SourceRange) -> SyntaxProblem? {
      var found = readingProblems.first
      if found == nil, nodeCount == 1 { found = instructionProblems.first }
      if found == nil, nodeCount == 1 { return nil }
      let message = found?.message ?? "onbuild trigger should be a single expression"
      return SyntaxProblem(
        dockerMessage: message,
        message: message,
        dockerLine: -1,
        range: found?.range ?? range,
        suggestion: found?.suggestion,
        phase: .conversion
      )
    }
  }
}
