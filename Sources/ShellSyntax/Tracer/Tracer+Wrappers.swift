import Diagnostics

/// Programs that run the command in their arguments.
extension Tracer {
  struct Wrapper {
    /// Options with a value in the next word.
    var taking: Set<String> = []
    /// Words before the command that are neither options nor assignments, as the user of `gosu`.
    var operands = 0
    /// `NAME=value` may stand before the command.
    var takesAssignments = false
    var canFailItself = false
  }

  static let wrappers: [String: Wrapper] = [
    "catatonit": Wrapper(),
    "chroot": Wrapper(operands: 1),
    "cross-env": Wrapper(takesAssignments: true),
    "cross-env-shell": Wrapper(takesAssignments: true),
    "doas": Wrapper(taking: ["-u", "-C"], canFailItself: true),
    "dumb-init": Wrapper(taking: ["-r", "--rewrite"]),
    "gosu": Wrapper(operands: 1),
    "ionice": Wrapper(taking: ["-c", "-n", "--class", "--classdata"]),
    "nice": Wrapper(taking: ["-n", "--adjustment"]),
    "nohup": Wrapper(),
    "runuser": Wrapper(taking: ["-u", "--user", "-g", "--group", "-G"]),
    "s6-setuidgid": Wrapper(operands: 1),
    "setpriv": Wrapper(taking: ["--reuid", "--regid", "--groups", "--inh-caps", "--bounding-set", "--ambient-caps"]),
    "setsid": Wrapper(),
    "setuidgid": Wrapper(operands: 1),
    "stdbuf": Wrapper(taking: ["-i", "-o", "-e", "--input", "--output", "--error"]),
    "su-exec": Wrapper(operands: 1),
    "time": Wrapper(taking: ["-o", "-f", "--output", "--format"]),
    "timeout": Wrapper(taking: ["-s", "-k", "--signal", "--kill-after"], operands: 1, canFailItself: true),
    "tini": Wrapper(taking: ["-p", "-e"]),
    "unbuffer": Wrapper(),
    "xvfb-run": Wrapper(taking: ["-n", "-s", "-e", "-f", "-p", "-w", "--server-args", "--server-num"]),
  ]

  mutating func wrapper(_ program: String, _ invocation: Invocation, _ flow: Flow) -> Outcome? {
    let arguments = invocation.fields.dropFirst()
    switch program {
    case "env": return env(invocation, flow)
    case "sudo": return sudo(invocation, flow)
    case "xargs": return xargs(invocation, flow)
    case "su": return switchUser(invocation, flow)
    case "busybox", "toybox": return arguments.isEmpty ? nil : alone(flow) { $0.start(arguments, invocation, $1) }
    case "runuser" where arguments.contains { $0.knownText == "-c" }: return switchUser(invocation, flow)
    default: break
    }
    guard let wrapper = Self.wrappers[program] else { return nil }
    var rest = arguments.dropFirst(ProgramOptions(taking: wrapper.taking).skipped(in: arguments.map(\.value)))
    // BusyBox once wrote `timeout -t 5 command`.
    if program == "timeout", arguments.first?.knownText == "-t" { rest = arguments.dropFirst() }
    rest = rest.dropFirst(wrapper.operands)
    let outcome = alone(flow) { tracer, flow in
      var flow = flow
      if wrapper.takesAssignments { tracer.takeAssignments(&rest, &flow) }
      return tracer.start(rest, invocation, flow)
    }
    return outcome.failing(if: wrapper.canFailItself)
  }

  /// Runs something as a program of its own, which leaves the shell as it was.
  private mutating func alone(_ flow: Flow, _ run: (inout Tracer, Flow) -> Outcome) -> Outcome {
    run(&self, flow).mapState { state in
      let status = state.status
      state = flow.state
      state.status = status
    }
  }

  /// The command that a wrapper was given; without one the wrapper does something of its own.
  private mutating func start(_ fields: ArraySlice<Field>, _ invocation: Invocation, _ flow: Flow) -> Outcome {
    guard !fields.isEmpty else { return Outcome(flow, .either) }
    return nested { $0.invoke(invocation.with(fields), flow, findsFunctions: false) } ?? Outcome(flow, .either)
  }

  private mutating func takeAssignments(_ fields: inout ArraySlice<Field>, _ flow: inout Flow) {
    while let field = fields.first, let name = field.assignedName {
      let text = field.knownText?.dropFirst(name.count + 1)
      assign(name, text.map { .known(String($0)) } ?? .unknown, exports: true, in: &flow.state)
      fields.removeFirst()
    }
  }

  private mutating func env(_ invocation: Invocation, _ flow: Flow) -> Outcome {
    var inner = flow
    var rest = invocation.fields.dropFirst()
    while let option = rest.first?.knownText, option.hasPrefix("-") {
      rest.removeFirst()
      switch option {
      case "-i", "-", "--ignore-environment": inner.state.variables.clear()
      case "-u", "--unset":
        if let name = rest.popFirst()?.knownText { assign(name, nil, exports: false, in: &inner.state) }
      case "-C", "--chdir":
        inner.state.directory = rest.popFirst()?.knownText.flatMap { Self.path($0, from: flow.state.directory) }
      case "-S", "--split-string": return Outcome(flow, .either)
      default:
        if option.hasPrefix("--unset=") { assign(String(option.dropFirst(8)), nil, exports: false, in: &inner.state) }
      }
      if option == "--" { break }
    }
    takeAssignments(&rest, &inner)
    guard !rest.isEmpty else { return Outcome(flow, .success) }
    return alone(flow) { $0.start(rest, invocation, Flow(step: $1.step, state: inner.state)) }
  }

  /// sudo gives the command a fresh environment unless it is asked to keep it.
  private mutating func sudo(_ invocation: Invocation, _ flow: Flow) -> Outcome {
    let arguments = invocation.fields.dropFirst()
    let taking: Set<String> = ["-u", "-g", "-h", "-p", "-C", "-D", "-r", "-t", "-T", "-U", "--user", "--group"]
    let skipped = ProgramOptions(taking: taking).skipped(in: arguments.map(\.value))
    let options = arguments.prefix(skipped).compactMap(\.knownText)
    let keeps = options.contains { option in
      option.hasPrefix("--preserve-env") || (!option.hasPrefix("--") && option.hasPrefix("-") && option.contains("E"))
    }
    var rest = arguments.dropFirst(skipped)
    let outcome = alone(flow) { tracer, flow in
      var flow = flow
      if !keeps { flow.state.variables.clear() }
      tracer.takeAssignments(&rest, &flow)
      return tracer.start(rest, invocation, flow)
    }
    return outcome.failing(if: true)
  }

  /// The command may run many times or never, and gets further words.
  private mutating func xargs(_ invocation: Invocation, _ flow: Flow) -> Outcome {
    let arguments = invocation.fields.dropFirst()
    let taking: Set<String> = [
      "-a", "-d", "-E", "-I", "-L", "-n", "-P", "-s", "--max-args", "--max-procs", "--delimiter",
    ]
    let rest = arguments.dropFirst(ProgramOptions(taking: taking).skipped(in: arguments.map(\.value)))
    guard let last = rest.last else { return Outcome(flow, .success) }
    var more = Field(range: last.range)
    more.forget()
    let ended = alone(flow) { $0.start(rest + [more], invocation, $1) }
    return Outcome(join(join(ended), flow) ?? flow, .either)
  }

  /// `su user -c 'script'`
  private mutating func switchUser(_ invocation: Invocation, _ flow: Flow) -> Outcome {
    let arguments = Array(invocation.fields.dropFirst())
    guard let index = arguments.firstIndex(where: { ["-c", "--command", "-lc"].contains($0.knownText) }),
      index + 1 < arguments.count
    else { return Outcome(flow, .either) }
    var child = flow.state
    child.variables = child.variables.inherited(in: environment)
    if arguments.contains(where: { ["-", "-l", "--login", "-lc"].contains($0.knownText) }) { child.variables.clear() }
    child.functions = [:]
    child.aliases = []
    child.positions = nil
    (child.exitsOnError, child.failsOnPipe, child.exportsAll) = (false, false, false)
    return follow(arguments[index + 1], child, invocation, flow).failing(if: true)
  }
}
