import ShellSyntax

/// Which commands are meant: those of some programs, with some words behind them.
package struct CommandPattern: Sendable {
  private let programs: Set<String>
  private let arguments: [String]

  package init(programs: [String], arguments: [String]) {
    self.programs = Set(programs)
    self.arguments = arguments
  }

  /// An argument stands for itself, and for an option that is given a value: `--exit-code=1`.
  package func matches(_ words: [String]) -> Bool {
    guard let program = words.first.map(PathText.lastComponent), programs.contains(program) else { return false }
    return arguments.allSatisfy { wanted in
      words.dropFirst().contains { $0 == wanted || $0.hasPrefix(wanted + "=") }
    }
  }
}

extension JudgedImage {
  /// The commands of the image's own stages that are meant, in the order in which they run.
  package func ownCommands(matching pattern: CommandPattern) -> [OwnCommand] {
    state.commands.flatMap { ownCommands(of: $0, matching: pattern) }
  }

  func ownCommands(of command: RunCommand, matching pattern: CommandPattern) -> [OwnCommand] {
    command.trace.executions.compactMap { execution in
      pattern.matches(execution.words.map { $0.value ?? "" }) ? ownCommand(execution, in: command) : nil
    }
  }
}
