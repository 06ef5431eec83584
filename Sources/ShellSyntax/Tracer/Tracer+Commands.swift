import Diagnostics

extension Tracer {
  /// Runs a command: a function, a builtin of the shell, a wrapper around another command, or a program.
  mutating func invoke(_ invocation: Invocation, _ flow: Flow, findsFunctions: Bool = true) -> Outcome {
    guard !invocation.fields.isEmpty else { return Outcome(flow, .success) }
    if findsFunctions, !flow.state.functions.isEmpty, let name = invocation.name,
      let functions = flow.state.functions[name], let outcome = call(functions, invocation, flow)
    {
      return outcome
    }
    if findsFunctions, !flow.state.aliases.isEmpty, let name = invocation.name, flow.state.aliases.contains(name) {
      // Either the alias stands for other words, or the command runs as it is written.
      var plain = flow
      plain.state.aliases.remove(name)
      let outcome = join(invoke(invocation, plain, findsFunctions: false), Outcome(flow, .either))
      return outcome.mapState { $0.aliases.insert(name) }
    }
    let started = list(invocation, flow)
    let outcome = run(invocation, started)
    return outcome.failing(if: invocation.canFailToOpen)
  }

  /// Notes that a command runs here.
  private mutating func list(_ invocation: Invocation, _ flow: Flow) -> Flow {
    let step = graph.add(after: flow.step)
    if isListing {
      var execution = Execution(
        words: invocation.fields.map { $0.word(in: frame) },
        environment: flow.state.variables.exported,
        directory: flow.state.directory,
        redirections: invocation.redirections,
        range: invocation.range
      )
      execution.removedVariables = flow.state.variables.removed
      execution.hasClearedEnvironment = flow.state.variables.isCleared
      found.append((execution, step))
    }
    return Flow(step: step, state: flow.state)
  }

  private mutating func run(_ invocation: Invocation, _ flow: Flow) -> Outcome {
    guard let name = invocation.name, Self.isMeaningful(name) else { return Outcome(flow, .either) }
    if let outcome = builtin(name, invocation, flow) { return outcome }
    let program = Self.program(name)
    if let outcome = shell(program, invocation, flow) { return outcome }
    if let outcome = wrapper(program, invocation, flow) { return outcome }
    switch program {
    case "true", "echo", "printf": return Outcome(flow, .success)
    case _ where ConstantProgram.endsWell(program, invocation.fields.dropFirst()): return Outcome(flow, .success)
    case "false": return Outcome(flow, .failure)
    case "kill" where Self.onlyAsksForProcessOne(invocation): return Outcome(flow, .success)
    case "wait" where invocation.fields.count == 1: return Outcome(flow, .success)
    case "test", "[": return test(invocation, flow)
    default: return Outcome(flow, .either)
    }
  }

  /// A command's name without the folders before it.
  static func program(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "/")) else { return name }
    return name.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? name
  }

  /// Whether a command is more than a program that may succeed or fail: to the shell, or because it runs others.
  static func isMeaningful(_ name: String) -> Bool {
    withBytes(of: name) { CommandName.kind(of: $0) }.contains(.meaningful)
  }

  /// Every name that `run` knows, beside those of shells and wrappers.
  static let meaningful: Set<String> = [
    ":", "alias", "unalias", "hash", "trap", "umask", "ulimit", "times", "complete", "shopt", "exit", "return", "break",
    "continue", "cd", "pushd", "popd", "set", "shift", "export", "readonly", "local", "declare", "typeset", "unset",
    "read", "getopts", "mapfile", "readarray", "eval", "exec", "builtin", "command",
    "env", "sudo", "xargs", "su", "busybox", "toybox",
    "true", "false", "echo", "printf", "kill", "wait", "test", "[", "sleep", "tee", "tr", "date", "hostname", "id",
    "pwd", "uname", "whoami", "cat", "cut", "head", "nl", "sort", "tac", "tail", "uniq", "wc",
  ]

  /// `kill -0 1` asks whether process 1 lives: as long as a container does, it does.
  private static func onlyAsksForProcessOne(_ invocation: Invocation) -> Bool {
    let words = invocation.fields.dropFirst().map(\.value)
    return words == [.known("-0"), .known("1")] || words == [.known("-s"), .known("0"), .known("1")]
  }

  func test(_ invocation: Invocation, _ flow: Flow) -> Outcome {
    var arguments = invocation.fields.dropFirst().map { $0.isPattern ? Value.unknown : $0.value }
    if invocation.name?.hasSuffix("[") == true {
      guard arguments.last == .known("]") else { return Outcome(flow, .failure) }
      arguments.removeLast()
    }
    // A word that is not known may also be none or several.
    switch TestExpression.evaluate(arguments) {
    case true?: return Outcome(flow, .success)
    case false?: return Outcome(flow, .failure)
    case nil: return Outcome(flow, .either)
    }
  }

  /// Calls a function; nil where calls are too many or too deep to follow.
  private mutating func call(
    _ functions: [ShellState.Function],
    _ invocation: Invocation,
    _ flow: Flow
  ) -> Outcome? {
    guard budget.allowsRepetition else { return nil }
    return nested { tracer in
      var result = Outcome.never
      for function in functions {
        result = tracer.join(result, tracer.call(function, invocation, flow))
      }
      return result
    }
  }

  private mutating func call(_ function: ShellState.Function, _ invocation: Invocation, _ flow: Flow) -> Outcome {
    budget.spendCommand()
    let outer = (returns, loops, enclosing, frame)
    var inner = flow
    inner.state.positions = invocation.fields.dropFirst().map(\.value)
    inner.state.status = .known("0")
    returns = .never
    loops = []
    enclosing = Array(invocation.redirections.suffix(TraceBudget.maximumEnclosingRedirections))
    frame = function.frame
    let body = run(function.body, inner, isTested: isTested)
    let all = join(body, returns ?? .never)
    (returns, loops, enclosing, frame) = outer
    let positions = flow.state.positions
    return all.mapState { $0.positions = positions }
  }
}
