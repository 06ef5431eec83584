import Diagnostics

extension Tracer {
  /// `isTested` is set where `-e` does not count: in conditions, before `&&` and `||`, after `!`.
  mutating func run(_ list: CommandList, _ flow: Flow, isTested: Bool) -> Outcome {
    var outcome = Outcome(success: flow)
    for item in list.items {
      guard let next = join(outcome) else { return .never }
      outcome =
        item.isBackground
        ? background(item.chain, next)
        : run(item.chain, next, isTested: isTested)
    }
    return outcome
  }

  private mutating func background(_ chain: Chain, _ flow: Flow) -> Outcome {
    let ended = subshell(flow) { $0.run(chain, $1, isTested: false) }
    // A program that never ends does not keep the script from going on.
    let next = join(ended) ?? flow
    return Outcome(next, .success)
  }

  private mutating func run(_ chain: Chain, _ flow: Flow, isTested: Bool) -> Outcome {
    var outcome = run(chain.first, flow, isTested: isTested || !chain.rest.isEmpty)
    for (index, link) in chain.rest.enumerated() {
      let isLast = index == chain.rest.count - 1
      switch link.operator {
      case .and:
        guard let success = outcome.success else { continue }
        let next = run(link.pipeline, success, isTested: isTested || !isLast)
        outcome = Outcome(success: next.success, failure: join(outcome.failure, next.failure))
      case .or:
        guard let failure = outcome.failure else { continue }
        let next = run(link.pipeline, failure, isTested: isTested || !isLast)
        outcome = Outcome(success: join(outcome.success, next.success), failure: next.failure)
      }
    }
    return outcome
  }

  private mutating func run(_ pipeline: Pipeline, _ flow: Flow, isTested: Bool) -> Outcome {
    let isTested = isTested || pipeline.isNegated
    if pipeline.commands.count == 1 {
      let command = pipeline.commands[0]
      let outcome = run(command, flow, isTested: isTested)
      if pipeline.isNegated { return outcome.inverted }
      return isTested || !command.endsUnderExitOnError ? outcome : exitOnError(outcome)
    }
    let outcome = runAll(pipeline.commands, flow, isTested: isTested)
    if pipeline.isNegated { return outcome.inverted }
    return isTested ? outcome : exitOnError(outcome)
  }

  /// Commands joined by pipes, each in a shell of its own.
  private mutating func runAll(_ commands: [Command], _ flow: Flow, isTested: Bool) -> Outcome {
    var current = flow
    var failures: Flow?
    var failsAnyway = false
    var last = Outcome.never
    for (index, command) in commands.enumerated() {
      last = subshell(current) { $0.run(command, $1, isTested: isTested) }
      guard index < commands.count - 1 else { break }
      let next: Flow?
      if flow.state.failsOnPipe == true {
        // After a failure the others run too, but only the way of success is followed through them.
        if last.success == nil { failsAnyway = true }
        if last.success != nil { failures = join(failures, last.failure) }
        next = last.success ?? last.failure
      } else {
        if flow.state.failsOnPipe == nil, let failure = last.failure { failures = join(failures, failure) }
        next = join(last)
      }
      guard let next else { return .never }
      current = Flow(step: next.step, state: flow.state)
    }
    if failsAnyway { return Outcome(failure: join(failures, join(last))) }
    return Outcome(success: last.success, failure: join(failures, last.failure))
  }

  private mutating func exitOnError(_ outcome: Outcome) -> Outcome {
    guard let failure = outcome.failure, failure.state.exitsOnError != false else { return outcome }
    exits.failure = join(exits.failure, failure)
    return failure.state.exitsOnError == true ? Outcome(success: outcome.success) : outcome
  }
}

extension Command {
  /// Groups, conditionals and loops leave it to the commands in them.
  fileprivate var endsUnderExitOnError: Bool {
    switch kind {
    case .simple, .subshell, .opaque: true
    default: false
    }
  }
}
