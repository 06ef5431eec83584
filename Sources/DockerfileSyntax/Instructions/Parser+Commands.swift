import Diagnostics

extension Parser {
  /// The command of CMD, ENTRYPOINT, SHELL and RUN in one of its two spellings.
  mutating func form(_ node: Node) -> CommandForm {
    node.isJSON ? .exec(node.arguments) : .shell(commandLine(node))
  }

  /// All that follows the keyword and the flags.
  mutating func commandLine(_ node: Node) -> Word {
    if !node.isJSON, !node.arguments.isEmpty { return words[node.arguments.indices.lowerBound] }
    return Word(text: node.body, range: sourceRange(of: node.body))
  }

  @inline(__always)
  mutating func readCommand(_ node: Node, _ make: (Command) -> Instruction) -> Instruction {
    accepts([], node) ? make(Command(form: form(node))) : .invalid
  }

  mutating func readShell(_ node: Node) -> Instruction {
    guard accepts([], node) else { return .invalid }
    if node.arguments.isEmpty { return refuse(node, requiresOneArgument(node)) }
    guard node.isJSON else {
      let place = sourceRange(of: node.body)
      return refuse(node, shellMessage(node), at: place)
    }
    return .shell(Command(form: form(node)))
  }

  private func shellMessage(_ node: Node) -> String { "SHELL requires the arguments to be in JSON form" }
}
