import Diagnostics
import DockerfileSyntax
import ShellSyntax

/// Reads the commands of a stage with the environment that they find there.
struct ScriptReading {
  let state: StageState

  /// A HEALTHCHECK's test: `CMD-SHELL` with a text, `CMD` with an argument list.
  func trace(probe test: [String]) -> ShellTrace {
    switch test.first {
    case "CMD-SHELL": trace(script: (test.dropFirst().first ?? "").utf8)
    case "CMD": trace(arguments: test.dropFirst().map { ShellWord($0, at: SourceRange(0, 0)) })
    default: ShellTrace()
    }
  }

  /// A shell form, read as the stage's SHELL reads it. What is no POSIX shell cannot be followed.
  func trace(script: some Collection<UInt8>) -> ShellTrace {
    var options = ShellOptions()
    if let shell = state.image.shell {
      guard let read = ShellOptions(shell: shell) else {
        let problem = ShellProblem("\(shell.first ?? "") is no POSIX shell", at: SourceRange(0, 0))
        return ShellTrace(ending: .either, problem: problem)
      }
      options = read
    }
    return plainTrace(script, environment: environment, options: options)
      ?? ShellSyntax.trace(ArraySlice(script), environment: environment, options: options)
  }

  /// A heredoc that names its interpreter, which then gets it as a file. What is no POSIX shell cannot be followed.
  func trace(program: some Collection<UInt8>) -> ShellTrace {
    let program = Array(program)
    guard let options = ScriptTexts.interpreter(of: String(decoding: program, as: UTF8.self)) else {
      return ShellTrace(ending: .either, problem: ShellProblem("not a script of a POSIX shell", at: SourceRange(0, 0)))
    }
    return ShellSyntax.trace(program, environment: environment, options: options)
  }

  func trace(arguments: [ShellWord]) -> ShellTrace {
    ShellSyntax.trace(exec: arguments, environment: environment)
  }

  /// What a command of the stage finds in its environment; what an unknown base sets is not known.
  private var environment: (String) -> ShellValue? {
    let variables = state.variables
    let isOpen = state.external.isUnknown
    let isRoot = state.worksAsRoot
    return { name in
      if let value = variables[name] { return .known(value) }
      if name == "HOME", isRoot { return .known("/root") }
      return isOpen ? .unknown : nil
    }
  }
}
