import Diagnostics

extension Parser {
  /// The typed instruction of a node.
  mutating func type(_ node: Node) -> Instruction {
    switch node.kind {
    case .from: readFrom(node)
    case .run: readRun(node)
    case .cmd: readCommand(node) { .cmd($0) }
    case .entrypoint: readCommand(node) { .entrypoint($0) }
    case .shell: readShell(node)
    case .copy: readCopy(node)
    case .add: readAdd(node)
    case .env: readEnv(node)
    case .label: readLabel(node)
    case .arg: readArg(node)
    case .expose: readExpose(node)
    case .volume: readVolume(node)
    case .user: readSingle(node) { .user($0) }
    case .workdir: readSingle(node) { .workdir($0) }
    case .stopsignal: readSingle(node, checksFlags: false) { .stopSignal($0) }
    case .maintainer: readSingle(node) { .maintainer($0) }
    case .healthcheck: readHealthcheck(node)
    case .onbuild: readOnBuild(node)
    case nil: refuseUnknown(node)
    }
  }

  /// In a file that is no Dockerfile every line ends here, so that nothing is said past the limit.
  private mutating func refuseUnknown(_ node: Node) -> Instruction {
    guard instructionProblems.count < Self.problemLimit else { return .invalid }
    let word = Array(bytes(node.keyword.text))
    return refuse(node, "unknown instruction: \(text(of: word))", suggestion: Suggestion.keyword(for: word))
  }

  /// Puts an instruction into its stage.
  mutating func place(_ instruction: Instruction, _ node: Node) {
    let index = nodes.count - 1
    if node.kind == .from {
      finishStage()
      hasFrom = true
      if case .from(let from) = instruction {
        let name = from.name.map { lowered($0) } ?? Text(source: 0..<0)
        stages.append(StageSyntax(from: from, name: name, run: Run32(index..<index)))
        stageIsOpen = true
      }
      return
    }
    guard !hasFrom else { return }
    if node.kind == .arg, globalArguments == index { globalArguments += 1 }
    guard node.kind != .arg, !complainedAboutStage else { return }
    if case .invalid = instruction { return }
    complainedAboutStage = true
    let message = "no build stage in current context"
    let problem = SyntaxProblem(
      dockerMessage: message,
      message: message,
      dockerLine: Int(node.startLine),
      range: node.range,
      suggestion: nil,
      phase: .instructions
    )
    add(problem)
  }

  /// The open stage ends before the node that was added last, or with the file.
  mutating func finishStage(atEndOfFile: Bool = false) {
    guard stageIsOpen else { return }
    let end = atEndOfFile ? nodes.count : nodes.count - 1
    let stage = stages[stages.count - 1]
    let run = Run32<Node>(stage.instructions.lowerBound..<end)
    stages[stages.count - 1] = StageSyntax(from: stage.from, name: stage.name, run: run)
    stageIsOpen = false
  }

  /// A stage's name as it compares: most are written that way.
  private mutating func lowered(_ word: Word) -> Text {
    let bytes = bytes(word.text)
    guard bytes.contains(where: { ($0 >= 0x41 && $0 <= 0x5A) || $0 >= 0x80 }) else { return word.text }
    var name = LetterCase.lower(bytes)
    let base = derived.end
    derived.note(word.range)
    name.withUTF8 { derived.bytes.append(contentsOf: $0) }
    return Text(derived: base..<derived.end)
  }

  /// `USER`, `WORKDIR`, `STOPSIGNAL`, `MAINTAINER`. STOPSIGNAL never looks at its flags.
  @inline(__always)
  private mutating func readSingle(
    _ node: Node,
    checksFlags: Bool = true,
    _ make: (Argument) -> Instruction
  ) -> Instruction {
    guard node.arguments.count == 1 else {
      return refuse(node, "\(node.kind?.name ?? "") requires exactly one argument")
    }
    guard !checksFlags || accepts([], node) else { return .invalid }
    return make(Argument(word: words[node.arguments.indices.lowerBound]))
  }

  func requiresOneArgument(_ node: Node) -> String { "\(node.kind?.name ?? "") requires at least one argument" }
}
