import Diagnostics

extension Parser {
  @inline(never)
  mutating func report(
    _ phase: SyntaxProblem.Phase,
    _ message: String,
    line: Int,
    at range: SourceRange,
    suggestion: String? = nil
  ) {
    let text = suggestion.map { "\(message) (did you mean \($0)?)" } ?? message
    let problem = SyntaxProblem(
      dockerMessage: phase == .instructions ? "dockerfile parse error on line \(line): \(text)" : text,
      message: text,
      dockerLine: line,
      range: range,
      suggestion: suggestion,
      phase: phase
    )
    add(problem)
  }

  mutating func add(_ problem: SyntaxProblem) {
    switch problem.phase {
    case .reading:
      if readingProblems.count < Self.problemLimit { readingProblems.append(problem) }
    case .instructions, .conversion:
      if instructionProblems.count < Self.problemLimit { instructionProblems.append(problem) }
    }
  }

  /// Docker refuses an instruction.
  @inline(never)
  @discardableResult
  mutating func refuse(
    _ node: Node,
    _ message: String,
    at range: SourceRange? = nil,
    suggestion: String? = nil
  ) -> Instruction {
    let place = range ?? node.keyword.range
    report(.instructions, message, line: Int(node.startLine), at: place, suggestion: suggestion)
    return .invalid
  }

  /// BuildKit's parser refuses the line.
  @inline(never)
  mutating func breakOff(_ draft: inout NodeDraft, _ message: String, _ line: LogicalLine, at range: SourceRange) {
    draft.isBroken = true
    report(.reading, message, line: line.start, at: range)
  }
}
