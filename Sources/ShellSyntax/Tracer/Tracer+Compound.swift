import Diagnostics

extension Tracer {
  mutating func run(_ command: Command, _ flow: Flow, isTested: Bool) -> Outcome {
    if case .simple(let assignments, let words) = command.kind {
      return simple(assignments, words, of: command, flow, isTested: isTested)
    }
    let inner = nested { tracer in
      var flow = flow
      let outer = tracer.enclosing
      let redirections = tracer.expand(command.redirections, &flow)
      tracer.enclosing = Array((outer + redirections).suffix(TraceBudget.maximumEnclosingRedirections))
      let outcome = tracer.compound(command, flow, isTested: isTested)
      tracer.enclosing = outer
      return outcome
    }
    return inner ?? Outcome(flow, .either)
  }

  private mutating func compound(_ command: Command, _ flow: Flow, isTested: Bool) -> Outcome {
    switch command.kind {
    case .simple: return .never
    case .group(let list): return run(list, flow, isTested: isTested)
    case .subshell(let list): return subshell(flow) { $0.run(list, $1, isTested: isTested) }
    case .conditional(let branches, let otherwise):
      return conditional(branches, otherwise, flow, isTested: isTested)
    case .forEach(let name, let words, let body):
      return forEach(name, words, body, flow, isTested: isTested)
    case .loop(let isUntil, let condition, let body):
      return loop(isUntil: isUntil, condition, body, flow, isTested: isTested)
    case .choice(let subject, let items): return choice(subject, items, flow, isTested: isTested)
    case .function(let name, let body):
      var flow = flow
      changes?.others = true
      flow.state.define(name, ShellState.Function(body: body, frame: frame))
      return Outcome(flow, .success)
    case .opaque(let words):
      var flow = flow
      for word in words { _ = expandWhole(word, &flow) }
      return Outcome(flow, .either)
    }
  }

  private mutating func conditional(
    _ branches: [(condition: CommandList, body: CommandList)],
    _ otherwise: CommandList?,
    _ flow: Flow,
    isTested: Bool
  ) -> Outcome {
    var result = Outcome.never
    var next = flow
    for branch in branches {
      let condition = run(branch.condition, next, isTested: true)
      if let success = condition.success {
        result = join(result, run(branch.body, success, isTested: isTested))
      }
      guard let failure = condition.failure else { return result }
      next = failure
    }
    let last = otherwise.map { run($0, next, isTested: isTested) } ?? Outcome(next, .success)
    return join(result, last)
  }

  private mutating func choice(_ subject: Word, _ items: [CaseItem], _ flow: Flow, isTested: Bool) -> Outcome {
    var flow = flow
    let text = expandWhole(subject, &flow).knownText
    var result = Outcome.never
    // The way that still looks for a pattern, the body that `;&` leads to, and what `;;&` has run so far.
    var seeking: Flow? = flow
    var fallen: Flow?
    for item in items {
      var match: Bool? = false
      if var tried = seeking {
        match = matches(item.patterns, text, &tried)
        seeking = tried
      }
      let entered = match == false ? fallen : join(fallen, seeking)
      if match == true { seeking = nil }
      fallen = nil
      guard let entered else { continue }
      let body = run(item.body, entered, isTested: isTested)
      switch item.end {
      case .leaves: result = join(result, body)
      case .runsNext: fallen = join(body)
      case .triesNext: seeking = join(seeking, join(body))
      }
    }
    if let end = join(fallen, seeking) { result = join(result, Outcome(end, .success)) }
    return result
  }

  /// Whether one of the patterns matches; nil when that is not known.
  private mutating func matches(_ patterns: [Word], _ text: String?, _ flow: inout Flow) -> Bool? {
    var isSure = true
    for word in patterns {
      if word.plainText == "*" { return true }
      guard let text, let pattern = pattern(word, &flow) else {
        isSure = false
        continue
      }
      let subject = Array(text.utf8)
      guard budget.spend(comparing: subject.count, with: pattern.count) else {
        isSure = false
        continue
      }
      if pattern.matches(subject[...]) { return true }
    }
    return isSure ? false : nil
  }
}
