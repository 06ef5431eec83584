import Diagnostics

/// Texts in words that are scripts themselves.
extension Tracer {
  static let shells: Set<String> = ["sh", "ash", "bash", "dash", "ksh", "mksh", "zsh"]

  /// `sh -c 'script' name arguments…`, or a script in a here-document; nil for other programs.
  mutating func shell(_ program: String, _ invocation: Invocation, _ flow: Flow) -> Outcome? {
    guard Self.shells.contains(program) else { return nil }
    var child = flow.state
    child.variables = child.variables.inherited(in: environment)
    child.functions = [:]
    child.positions = []
    child.aliases = []
    (child.exitsOnError, child.failsOnPipe, child.exportsAll) = (false, false, false)
    let arguments = Array(invocation.fields.dropFirst())
    guard let options = ShellArguments(arguments.map(\.value), &child) else { return Outcome(flow, .either) }
    if child.onlyReads { return Outcome(flow, .either) }
    if options.takesCommand {
      guard options.count < arguments.count else { return Outcome(flow, .failure) }
      child.positions = arguments.dropFirst(options.count + 2).map(\.value)
      return follow(arguments[options.count], child, invocation, flow)
    }
    guard options.count == arguments.count,
      let document = invocation.redirections.last(where: { $0.isHereDocument || $0.kind == .hereString }),
      let field = Field(document.target)
    else { return Outcome(flow, .either) }
    let outer = frame
    frame = Frame(hereDocuments: [])
    defer { frame = outer }
    return follow(field, child, invocation, flow)
  }

  /// Follows a script in a shell of its own.
  mutating func follow(_ field: Field, _ child: ShellState, _ invocation: Invocation, _ flow: Flow) -> Outcome {
    let outer = enclosing
    enclosing = Array(invocation.redirections.filter { !$0.isHereDocument }.suffix(4))
    defer { enclosing = outer }
    let outcome = subshell(Flow(step: flow.step, state: child)) { tracer, flow in
      tracer.followHere(field, flow)
    }
    return outcome.mapState { state in
      let status = state.status
      state = flow.state
      state.status = status
    }
  }

  /// Follows a script in the shell at hand; what it does is not known if its text is not.
  private mutating func followHere(_ field: Field, _ flow: Flow) -> Outcome {
    guard field.isKnown, budget.allowsRepetition, budget.spend(parsing: field.bytes.count) else {
      return Outcome(flow, .either)
    }
    let script = ScriptParser.parse(field.bytes)
    let inner = Frame(hereDocuments: script.hereDocuments, origin: (field.map, field.range, frame))
    if let found = script.problem, problem == nil {
      problem = ShellProblem(found.message, at: inner.resolve(found.range))
    }
    let outcome = nested { $0.run(script.body, flow, in: inner, isTested: false) } ?? Outcome(flow, .either)
    return outcome.failing(if: script.problem != nil)
  }

  mutating func evaluate(_ arguments: ArraySlice<Field>, _ flow: Flow) -> Outcome {
    guard let first = arguments.first else { return Outcome(flow, .success) }
    let separator = SourceRange(first.range.upper, first.range.upper)
    var all = Field(range: first.range)
    for (index, argument) in arguments.enumerated() {
      if index > 0 { all.append([UInt8(ascii: " ")], from: separator) }
      all.append(argument)
    }
    return followHere(all, flow)
  }

  mutating func execute(_ invocation: Invocation, _ flow: Flow) -> Outcome {
    let arguments = invocation.fields.dropFirst()
    let skipped = ProgramOptions(taking: ["-a"]).skipped(in: arguments.map(\.value))
    let command = arguments.dropFirst(skipped)
    guard !command.isEmpty else { return Outcome(flow, .success) }
    exits = join(exits, invoke(invocation.with(command), flow, findsFunctions: false))
    return .never
  }

  mutating func command(_ invocation: Invocation, _ flow: Flow) -> Outcome {
    let arguments = invocation.fields.dropFirst()
    guard let first = arguments.first else { return Outcome(flow, .success) }
    if let option = first.knownText, option.hasPrefix("-") {
      guard option == "-p" || option == "--" else { return Outcome(flow, .either) }
      return invoke(invocation.with(arguments.dropFirst()), flow, findsFunctions: false)
    }
    return invoke(invocation.with(arguments), flow, findsFunctions: false)
  }
}

/// The options before the operands of a shell.
private struct ShellArguments {
  /// How many words the options are.
  private(set) var count = 0
  /// `-c`: the first operand is the script.
  private(set) var takesCommand = false

  /// nil where an option is not known before run time.
  init?(_ words: [Value], _ state: inout ShellState) {
    while count < words.count {
      guard case .known(let word) = words[count] else {
        if takesCommand { return }
        return nil
      }
      guard word.hasPrefix("-") || word.hasPrefix("+"), word.utf8.count > 1 else {
        if word == "-" { count += 1 }
        return
      }
      count += 1
      if word == "--" { return }
      if word.hasPrefix("--") {
        if word == "--rcfile" || word == "--init-file" { count += 1 }
        continue
      }
      var letters = [words[count - 1]]
      if word.contains("c"), word.hasPrefix("-") { takesCommand = true }
      for letter in word.dropFirst() where letter == "o" || letter == "O" {
        guard count < words.count else { break }
        if letter == "o" { letters.append(words[count]) }
        count += 1
      }
      _ = state.setOptions(letters)
    }
  }
}

extension Redirection {
  var isHereDocument: Bool {
    if case .hereDocument = kind { return true }
    return false
  }
}

extension Field {
  /// A word whose text is known, in the outermost script; byte for byte where its range is as long, with or without
  /// one quotation mark on each side.
  init?(_ word: ShellWord) {
    self.init(range: word.range)
    guard let value = word.value else { return nil }
    let bytes = Array(value.utf8)
    let isQuoted = word.range.offsets.count == bytes.count + 2
    let source = isQuoted ? SourceRange(word.range.lower + 1, word.range.upper - 1) : word.range
    append(bytes[...], from: source)
  }

  /// Adds another word's text with its places.
  mutating func append(_ other: Field) {
    guard other.isKnown else {
      forget()
      return
    }
    append(other.bytes[...], with: other.map)
    range = range.union(other.range)
  }
}
