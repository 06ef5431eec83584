import Diagnostics

/// Follows a script on every way that it can take.
///
/// The bytes are those that the shell would get: a Dockerfile's joined lines without its comments. Ranges count from
/// the first byte that is given.
/// - Parameter environment: the variables that the shell is started with; nil for one that is not set.
package func trace(
  _ script: [UInt8],
  environment: @escaping (String) -> ShellValue?,
  options: ShellOptions = ShellOptions()
) -> ShellTrace {
  if let plain = plainTrace(script, environment: environment, options: options) { return plain }
  let parsed = ScriptParser.parse(script)
  var tracer = Tracer(environment: environment, size: script.count)
  tracer.problem = parsed.problem
  let frame = Frame(hereDocuments: parsed.hereDocuments)
  return tracer.trace(options) { tracer, flow in
    tracer.run(parsed.body, flow, in: frame, isTested: false).failing(if: parsed.problem != nil)
  }
}

/// What a plain script does; nil for others, which are to be followed. Ranges count from the first byte that is given.
package func plainTrace(
  _ script: some Collection<UInt8>,
  environment: (String) -> ShellValue? = { _ in nil },
  options: ShellOptions = ShellOptions()
) -> ShellTrace? {
  script.withContiguousStorageIfAvailable { bytes in
    PlainScript.trace(bytes, environment: environment, options: options)
  } ?? nil
}

/// As for an array; ranges count from the slice's first byte.
package func trace(
  _ script: ArraySlice<UInt8>,
  environment: @escaping (String) -> ShellValue?,
  options: ShellOptions = ShellOptions()
) -> ShellTrace {
  trace(Array(script), environment: environment, options: options)
}

/// Follows a command that is started without a shell, and through `sh -c` and wrappers what that runs.
///
/// The ranges of its words stay what the caller made them. In a word whose range is as long as its text, or longer by
/// two quotation marks, places are exact; in others they are the whole word.
package func trace(
  exec words: [ShellWord],
  environment: @escaping (String) -> ShellValue?,
  options: ShellOptions = ShellOptions()
) -> ShellTrace {
  if options == ShellOptions(), let plain = PlainScript.trace(exec: words) { return plain }
  let size = words.reduce(0) { $0 + ($1.value?.utf8.count ?? 0) }
  var tracer = Tracer(environment: environment, size: size)
  let fields = words.map { word in
    Field(word)
      ?? {
        var field = Field(range: word.range)
        field.forget()
        return field
      }()
  }
  let whole = words.reduce(words.first?.range) { $0?.union($1.range) } ?? SourceRange(0, 0)
  return tracer.trace(options) { tracer, flow in
    tracer.invoke(Invocation(fields: fields, redirections: [], range: whole), flow)
  }
}

extension Tracer {
  /// Runs something as a whole script and gathers what was found.
  fileprivate mutating func trace(_ options: ShellOptions, _ run: (inout Tracer, Flow) -> Outcome) -> ShellTrace {
    var state = ShellState(directory: "")
    state.exitsOnError = options.exitsOnError
    state.failsOnPipe = options.failsOnPipe
    state.exportsAll = options.exportsAll
    state.positions = options.arguments.map { Value($0) }
    let body = run(&self, Flow(step: PathGraph.entry, state: state))
    let end = join(body, exits)
    let ending = Ending(canSucceed: end.success != nil, canFail: end.failure != nil)
    var result = ShellTrace(ending: ending, problem: problem)
    guard let last = end.success ?? end.failure ?? endless else { return result }
    let isOnEveryWay = graph.stepsOnEveryWay(to: last.step)
    result.executions = found.map { execution, step in
      var execution = execution
      execution.certainty = isOnEveryWay[Int(step)] ? .always : .maybe
      return execution
    }
    for (name, entry) in last.state.variables.entries {
      if let value = entry.value { result.variables[name] = value.shellValue }
    }
    return result
  }
}
