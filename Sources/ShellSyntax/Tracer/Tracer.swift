import Diagnostics

/// Follows a script on every way that it can take and lists the commands on them.
///
/// A command is given a way in and yields where it leads with success and with failure. Ways that cannot be taken
/// are nil, so what can never run is never reached.
struct Tracer {
  let environment: (String) -> ShellValue?
  var graph = PathGraph()
  var budget: TraceBudget
  var found: [(execution: Execution, step: PathGraph.Step)] = []
  var problem: ShellProblem?
  /// The text being followed.
  var frame: Frame
  /// Redirections of the compound commands around.
  var enclosing: [Redirection] = []
  /// Constructs, calls and texts in one another.
  var depth = 0

  /// How the innermost shell ends before its last command: by `exit`, `exec` or `-e`.
  var exits = Outcome.never
  /// How the innermost function ends by `return`; nil outside of functions.
  var returns: Outcome?
  var loops: [LoopEnds] = []
  /// Ways into a loop that never ends.
  var endless: Flow?
  /// What loops being probed have changed; nil outside of them.
  var changes: Changes?
  /// Probing a loop lists nothing.
  var isListing = true
  /// Whether the command at hand runs where `-e` does not count.
  var isTested = false
  /// How the last command substitution of a command ended.
  var substitution: Outcome?

  struct LoopEnds {
    var broken: Flow?
    var continued: Flow?
  }

  struct Changes {
    var names: Set<String> = []
    var others = false
  }

  init(environment: @escaping (String) -> ShellValue?, size: Int) {
    self.environment = environment
    self.budget = TraceBudget(size: size)
    self.frame = Frame(hereDocuments: [])
  }

  // MARK: - Ways

  /// The one way that either of two becomes.
  mutating func join(_ first: Flow?, _ second: Flow?) -> Flow? {
    guard let first else { return second }
    guard let second else { return first }
    let state = first.state.merged(with: second.state, in: environment)
    if first.step == second.step { return Flow(step: first.step, state: state) }
    return Flow(step: graph.add(after: first.step, or: second.step), state: state)
  }

  mutating func join(_ outcome: Outcome) -> Flow? {
    join(outcome.success, outcome.failure)
  }

  mutating func join(_ first: Outcome, _ second: Outcome) -> Outcome {
    Outcome(success: join(first.success, second.success), failure: join(first.failure, second.failure))
  }

  /// Runs something in a shell of its own, whose changes are lost.
  mutating func subshell(_ flow: Flow, _ run: (inout Tracer, Flow) -> Outcome) -> Outcome {
    let outer = (exits, returns, loops)
    (exits, returns, loops) = (.never, nil, [])
    let body = run(&self, flow)
    let all = join(body, exits)
    (exits, returns, loops) = outer
    return all.mapState { inner in
      let status = inner.status
      inner = flow.state
      inner.status = status
    }
  }

  /// Goes one deeper; nil where that is too deep.
  mutating func nested(_ run: (inout Tracer) -> Outcome) -> Outcome? {
    guard depth < TraceBudget.maximumDepth else { return nil }
    depth += 1
    defer { depth -= 1 }
    return run(&self)
  }

  // MARK: - State

  mutating func assign(_ name: String, _ value: Value?, exports: Bool? = nil, in state: inout ShellState) {
    changes?.names.insert(name)
    let isKnown = state.variables[name] != nil || state.variables.isCleared
    let wasExported = isKnown ? state.variables[name]?.isExported ?? false : environment(name) != nil
    let isExported = exports ?? (wasExported || state.exportsAll == true)
    state.variables.set(name, to: Variables.Entry(value: value, isExported: isExported), in: environment)
  }

  /// The value of a variable; the outer nil says that it is not set.
  func value(of name: String, in state: ShellState) -> Value? {
    if let entry = state.variables[name] { return entry.value }
    if state.variables.hasOverflowed { return .unknown }
    if name == "PWD" {
      guard let directory = state.directory, directory.hasPrefix("/") else { return .unknown }
      return .known(directory)
    }
    if !state.variables.isCleared, let value = environment(name) { return Value(value) }
    return Self.namesOfTheShell.contains(name) ? .unknown : nil
  }

  /// Variables that shells and container engines set by themselves.
  static let namesOfTheShell: Set<String> = [
    "BASH", "BASHPID", "BASH_SOURCE", "BASH_VERSION", "EUID", "FUNCNAME", "HOME", "HOSTNAME", "HOSTTYPE", "IFS",
    "LINENO", "LOGNAME", "MACHTYPE", "OLDPWD", "OPTARG", "OPTIND", "OSTYPE", "PATH", "PIPESTATUS", "PPID", "PS1",
    "PS2", "PS4", "RANDOM", "REPLY", "SECONDS", "SHELL", "SHELLOPTS", "SHLVL", "TERM", "UID", "USER", "_",
  ]
}
