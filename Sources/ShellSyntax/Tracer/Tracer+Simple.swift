import Diagnostics

extension Tracer {
  mutating func simple(
    _ assignments: [Assignment],
    _ words: [Word],
    of command: Command,
    _ flow: Flow,
    isTested: Bool
  ) -> Outcome {
    budget.spendCommand()
    substitution = nil
    var flow = flow
    let fields = expand(words, &flow)
    let redirections = expand(command.redirections, &flow)
    let invocation = Invocation(
      fields: fields,
      redirections: enclosing + redirections,
      range: frame.resolve(command.range),
      canFailToOpen: redirections.contains(where: \.canFailToOpen)
    )
    guard !fields.isEmpty else {
      return assignOnly(assignments, flow).failing(if: invocation.canFailToOpen)
    }
    self.isTested = isTested
    guard !assignments.isEmpty else { return invoke(invocation, flow) }
    let names = Set(assignments.map(\.name))
    let saved = names.map { ($0, flow.state.variables[$0]) }
    assign(assignments, exports: true, &flow)
    let environment = environment
    return invoke(invocation, flow).mapState { state in
      for (name, entry) in saved { state.variables.set(name, to: entry, in: environment) }
    }
  }

  /// Assignments alone stay, and end as the last command substitution in them did.
  private mutating func assignOnly(_ assignments: [Assignment], _ flow: Flow) -> Outcome {
    var flow = flow
    assign(assignments, exports: nil, &flow)
    guard let substitution else { return Outcome(flow, .success) }
    return substitution.mapState { state in
      let status = state.status
      state = flow.state
      state.status = status
    }
  }

  private mutating func assign(_ assignments: [Assignment], exports: Bool?, _ flow: inout Flow) {
    for assignment in assignments {
      var value = Value.unknown
      if let word = assignment.value {
        let field = expandWhole(word, &flow)
        value = field.value
        if assignment.isAppend { value = appended(field.value, to: assignment.name, in: flow.state) }
      }
      assign(assignment.name, value, exports: exports, in: &flow.state)
    }
  }

  private mutating func appended(_ value: Value, to name: String, in state: ShellState) -> Value {
    guard case .known(let end) = value else { return .unknown }
    switch self.value(of: name, in: state) {
    case nil: return value
    case .known(let start):
      return budget.spend(text: start.utf8.count + end.utf8.count) ? .known(start + end) : .unknown
    case .failure, .unknown: return .unknown
    }
  }

  mutating func expand(_ redirections: [WrittenRedirection], _ flow: inout Flow) -> [Redirection] {
    redirections.map { written in
      let kind: Redirection.Kind
      switch written.kind {
      case .hereDocument(let index):
        guard index < frame.hereDocuments.count else { return Redirection(unreadable: written, in: frame) }
        let document = frame.hereDocuments[index]
        let body = expandWhole(Word(parts: document.parts, range: document.range), &flow)
        return Redirection(
          kind: .hereDocument(body: frame.resolve(document.range)),
          descriptor: written.descriptor,
          target: body.word(in: frame)
        )
      case .read: kind = .read
      case .write: kind = .write
      case .append: kind = .append
      case .readWrite: kind = .readWrite
      case .duplicate: kind = .duplicate
      case .hereString: kind = .hereString
      }
      let target = expandWhole(written.target, &flow)
      return Redirection(kind: kind, descriptor: written.descriptor, target: target.word(in: frame))
    }
  }
}

/// A command with its arguments, ready to run.
struct Invocation {
  var fields: [Field]
  var redirections: [Redirection]
  /// In the outermost script.
  var range: SourceRange
  var canFailToOpen = false

  var name: String? { fields.first?.knownText }

  /// The same with other words, as a wrapper runs it.
  func with(_ fields: some Sequence<Field>) -> Invocation {
    var inner = self
    inner.fields = Array(fields)
    return inner
  }
}

extension Redirection {
  /// A body that could not be read because the script was cut off before it.
  fileprivate init(unreadable written: WrittenRedirection, in frame: Frame) {
    let range = frame.resolve(written.target.range)
    self.init(kind: .hereDocument(body: range), descriptor: written.descriptor, target: ShellWord(nil, at: range))
  }

  /// Whether opening it decides over the command: reading from a file, and bash's network paths. That a file cannot be
  /// written is not reckoned with.
  var canFailToOpen: Bool {
    switch kind {
    case .hereDocument, .hereString, .duplicate: return false
    case .read, .readWrite: return target.value != "/dev/null"
    case .write, .append:
      guard let path = target.value else { return true }
      return path.hasPrefix("/dev/tcp/") || path.hasPrefix("/dev/udp/")
    }
  }
}

extension Outcome {
  /// The same, but that it may also fail before it begins.
  func failing(if canFail: Bool) -> Outcome {
    guard canFail, failure == nil, let success else { return self }
    var result = Outcome(success, .either)
    result.success = success
    return result
  }
}
