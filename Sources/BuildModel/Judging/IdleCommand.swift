import ShellSyntax

/// Commands that work wherever their program is there, and tell nothing about the application.
enum IdleCommand {
  static func matches(_ execution: Execution) -> Bool {
    // What is read or written may be the question: bash opens /dev/tcp/HOST/PORT.
    guard execution.redirections.allSatisfy({ isHarmless($0) }), let first = execution.words.first?.value else {
      return false
    }
    let arguments = execution.words.dropFirst().map(\.value)
    let program = PathText.lastComponent(first)
    if constants.contains(program) { return true }
    if arguments.count == 1, let only = arguments.first, let only { return questions.contains(only) }
    guard program == "node", arguments.count == 2, let code = arguments.last, let code else { return false }
    return ["-e", "--eval"].contains(arguments.first) && exits.contains(code.filter { $0 != " " && $0 != ";" })
  }

  private static func isHarmless(_ redirection: Redirection) -> Bool {
    redirection.kind == .duplicate || redirection.target.value == "/dev/null"
  }

  private static let constants: Set<String> = [
    "true", "echo", "printf", "date", "id", "whoami", "hostname", "uname", "pwd", "sleep", "env", ":", "exit",
  ]

  private static let questions: Set<String> = ["--version", "-v", "-V", "-version", "--help", "version"]

  private static let exits: Set<String> = ["process.exit(0)", "process.exit()", "process.exitCode=0", ""]
}
