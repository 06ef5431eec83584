import Diagnostics

extension Tracer {
  /// Commands of the shell that change its state or decide its way; nil for all others.
  mutating func builtin(_ name: String, _ invocation: Invocation, _ flow: Flow) -> Outcome? {
    let arguments = invocation.fields.dropFirst()
    switch name {
    case "alias", "unalias": return alias(name, arguments, flow)
    case ":", "hash", "trap", "umask", "ulimit", "times", "complete", "shopt":
      return Outcome(flow, .success)
    case "exit": return exit(arguments, flow)
    case "return": return leaveFunction(arguments, flow)
    case "break", "continue": return leaveLoop(name == "break", arguments, flow)
    case "cd", "pushd": return changeDirectory(arguments, pushes: name == "pushd", flow)
    case "popd": return popDirectory(flow)
    case "set": return set(Array(arguments), flow)
    case "shift": return shift(arguments, flow)
    case "export", "readonly", "local", "declare", "typeset": return declare(name, arguments, flow)
    case "unset": return unset(arguments, flow)
    case "read", "getopts", "mapfile", "readarray": return read(arguments, flow)
    case "eval": return evaluate(arguments, flow)
    case "exec": return execute(invocation, flow)
    case "builtin": return invoke(invocation.with(arguments), flow)
    case "command": return command(invocation, flow)
    default: return nil
    }
  }

  // MARK: - Ways out

  private func status(_ argument: Field?, _ flow: Flow) -> (ending: Ending, value: Value) {
    let value = argument?.value ?? flow.state.status
    switch value {
    case .unknown: return (.either, .unknown)
    case .failure: return (.failure, .failure)
    case .known(let text):
      guard let number = Int(text) else { return (.failure, .known("2")) }
      let status = number & 255
      return (status == 0 ? .success : .failure, .known(String(status)))
    }
  }

  private func ended(_ argument: Field?, _ flow: Flow) -> Outcome {
    let status = status(argument, flow)
    var outcome = Outcome(flow, status.ending)
    if status.value != .unknown { outcome = outcome.mapState { $0.status = status.value } }
    return outcome
  }

  private mutating func exit(_ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    exits = join(exits, ended(arguments.first, flow))
    return .never
  }

  /// Outside of a function, `return` ends the script.
  private mutating func leaveFunction(_ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    guard let known = returns else { return exit(arguments, flow) }
    returns = join(known, ended(arguments.first, flow))
    return .never
  }

  private mutating func leaveLoop(_ isBreak: Bool, _ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    guard !loops.isEmpty else { return Outcome(flow, .success) }
    let count = arguments.first?.knownText.flatMap { Int($0) } ?? 1
    let index = max(0, loops.count - max(1, count))
    let way = Outcome(flow, .success).success
    if isBreak {
      loops[index].broken = join(loops[index].broken, way)
    } else {
      loops[index].continued = join(loops[index].continued, way)
    }
    return .never
  }

  // MARK: - Variables and options

  private mutating func declare(_ name: String, _ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    var flow = flow
    var exports: Bool? = name == "export" ? true : nil
    var isArray = false
    for field in arguments {
      guard let text = field.knownText ?? field.assignedName.map({ $0 + "=" }) else { continue }
      if text.hasPrefix("-") {
        if name == "export", text.contains("n") { exports = false }
        if name != "export", text.contains("x") { exports = true }
        isArray = isArray || text.contains("a") || text.contains("A")
        continue
      }
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      if parts.count == 2 {
        let value = field.isKnown && !isArray ? Value.known(parts[1]) : .unknown
        assign(parts[0], value, exports: exports, in: &flow.state)
      } else if let exports, let value = value(of: text, in: flow.state) {
        assign(text, value, exports: exports, in: &flow.state)
      }
    }
    return Outcome(flow, .success)
  }

  private mutating func unset(_ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    var flow = flow
    var isFunction = false
    for name in arguments.compactMap(\.knownText) {
      if name.hasPrefix("-") {
        isFunction = name.contains("f")
      } else if isFunction {
        flow.state.functions[name] = nil
      } else {
        assign(name, nil, exports: false, in: &flow.state)
      }
    }
    return Outcome(flow, .success)
  }

  private mutating func read(_ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    var flow = flow
    for name in arguments.compactMap(\.knownText) where name.utf8.first.map(ScriptParser.isNameStart) ?? false {
      assign(name, .unknown, in: &flow.state)
    }
    return Outcome(flow, .either)
  }

  private mutating func shift(_ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    var flow = flow
    changes?.others = true
    let count = arguments.first.map { $0.knownText.flatMap { Int($0) } } ?? 1
    guard let count, let positions = flow.state.positions else {
      flow.state.positions = nil
      return Outcome(flow, .either)
    }
    guard count >= 0, count <= positions.count else { return Outcome(flow, .failure) }
    flow.state.positions = Array(positions.dropFirst(count))
    return Outcome(flow, .success)
  }

  private mutating func set(_ arguments: [Field], _ flow: Flow) -> Outcome {
    var flow = flow
    changes?.others = true
    let rest = flow.state.setOptions(arguments.map(\.value))
    if let rest { flow.state.positions = rest }
    // What follows `set -n` is read and not run.
    guard flow.state.onlyReads else { return Outcome(flow, .success) }
    exits = join(exits, Outcome(flow, .success))
    return .never
  }

  private mutating func alias(_ name: String, _ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    var flow = flow
    for field in arguments {
      guard let text = field.knownText else { continue }
      if name == "unalias" {
        flow.state.aliases.remove(text)
      } else if let sign = text.firstIndex(of: "="), flow.state.aliases.count < ShellState.maximumFunctions {
        flow.state.aliases.insert(String(text[..<sign]))
      }
    }
    return Outcome(flow, .success)
  }
}

extension Field {
  /// The name in `name=value` when only the value is not known.
  var assignedName: String? {
    guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = bytes[..<sign]
    guard !name.isEmpty, name.allSatisfy(ScriptParser.isName) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}
