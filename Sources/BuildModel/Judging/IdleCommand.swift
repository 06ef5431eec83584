import ShellSyntax

/// Commands that work wherever their program is there, and tell nothing about the application.
struct IdleCommand {
  private let state: StageState

  init(in state: StageState) {
    self.state = state
  }

  func matches(_ execution: Execution) -> Bool {
    // What is read or written may be the question: bash opens /dev/tcp/HOST/PORT.
    guard execution.redirections.allSatisfy({ Self.isHarmless($0) }), let first = execution.words.first?.value else {
      return false
    }
    let arguments = execution.words.dropFirst().map(\.value)
    let program = PathText.lastComponent(first)
    if Self.constants.contains(program) { return true }
    let directory = execution.directory.map { PathText.join(state.directory, $0.isEmpty ? "." : $0) }
    if readsOwnFiles(program, arguments, directory ?? state.directory) { return true }
    if arguments.count == 1, let only = arguments.first, let only, Self.questions.contains(only) { return true }
    return program == "node" && isIdle(node: arguments, directory ?? state.directory)
  }

  private static func isHarmless(_ redirection: Redirection) -> Bool {
    redirection.kind == .duplicate || redirection.target.value == "/dev/null"
  }

  // MARK: - Files

  /// `ls /`, `cat package.json`, `test -f server.js`: what is in the image stays there whatever the application does.
  private func readsOwnFiles(_ program: String, _ arguments: [String?], _ directory: String) -> Bool {
    var operands = arguments
    switch program {
    case "test", "[":
      if program == "[" { operands = operands.dropLast() }
      guard operands.count == 2, let sign = operands.first, let sign, Self.fileTests.contains(sign) else {
        return false
      }
      operands = Array(operands.dropFirst())
    case "ls", "cat", "stat", "head", "tail", "wc", "file", "du": break
    default: return false
    }
    let files = operands.filter { $0.map { !$0.hasPrefix("-") } ?? true }
    return files.allSatisfy { $0.map { isOwn(PathText.join(directory, $0)) } ?? false }
  }

  private static let fileTests: Set<String> = ["-e", "-f", "-d", "-r", "-s", "-x"]

  /// A folder of every system, or what instructions of the file put exactly there.
  private func isOwn(_ path: String) -> Bool {
    if path == state.directory || Self.everywhere.contains(path) { return true }
    return state.files.items.contains { $0.path == path && !$0.isWork }
  }

  private static let everywhere: Set<String> = [
    "/", "/bin", "/bin/sh", "/etc", "/etc/hostname", "/etc/hosts", "/etc/passwd", "/proc", "/sys", "/tmp", "/usr",
    "/var",
  ]

  private static let constants: Set<String> = [
    "true", "echo", "printf", "date", "id", "whoami", "hostname", "uname", "pwd", "sleep", "env", ":", "exit",
  ]

  private static let questions: Set<String> = ["--version", "-v", "-V", "-version", "--help", "-h", "version"]

  // MARK: - Programs of Node's

  private func isIdle(node arguments: [String?], _ directory: String) -> Bool {
    guard let first = arguments.first, let first else { return false }
    if ["-e", "--eval", "-p", "--print", "-pe"].contains(first) {
      guard arguments.count >= 2, let code = arguments[1] else { return false }
      return ScriptWords.askNothing(of: code)
    }
    return state.scripts.text(at: PathText.join(directory, first)).map(ScriptWords.askNothing) ?? false
  }
}

extension FileItem {
  /// Made by commands of a build, which may as well have left it out.
  fileprivate var isWork: Bool {
    switch content {
    case .output, .base, .modules: true
    default: false
    }
  }
}
