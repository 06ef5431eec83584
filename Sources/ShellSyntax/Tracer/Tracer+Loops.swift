import Diagnostics

extension Tracer {
  mutating func forEach(
    _ name: String,
    _ words: [Word]?,
    _ body: CommandList,
    _ flow: Flow,
    isTested: Bool
  ) -> Outcome {
    var flow = flow
    var values: [Value]? = []
    var isEmptyPossible = true
    if let words {
      for word in words {
        let fields = expand(word, &flow)
        let isSure = fields.allSatisfy { $0.isKnown && !$0.isPattern }
        // A pattern yields at least itself.
        if fields.contains(where: \.isKnown) { isEmptyPossible = false }
        values = isSure ? values.map { $0 + fields.map(\.value) } : nil
      }
    } else {
      values = flow.state.positions
    }
    if let values, values.count <= TraceBudget.maximumUnrolling, budget.allowsRepetition {
      return unrolled(name, values, body, flow, isTested: isTested)
    }
    if let values { isEmptyPossible = values.isEmpty }
    return repeated(flow, isEmptyPossible: isEmptyPossible) { tracer, flow in
      var flow = flow
      tracer.assign(name, .unknown, in: &flow.state)
      return tracer.run(body, flow, isTested: isTested)
    }
  }

  private mutating func unrolled(
    _ name: String,
    _ values: [Value],
    _ body: CommandList,
    _ flow: Flow,
    isTested: Bool
  ) -> Outcome {
    loops.append(LoopEnds())
    var outcome = Outcome(flow, .success)
    for value in values {
      guard var next = join(outcome) else { break }
      assign(name, value, in: &next.state)
      outcome = run(body, next, isTested: isTested)
      let continued = loops[loops.count - 1].continued
      loops[loops.count - 1].continued = nil
      outcome.success = join(outcome.success, continued)
    }
    let ends = loops.removeLast()
    return Outcome(success: join(outcome.success, ends.broken), failure: outcome.failure)
  }

  /// A loop over words that are not known: its body is followed once, with all that it changes not known.
  private mutating func repeated(
    _ flow: Flow,
    isEmptyPossible: Bool,
    _ body: (inout Tracer, Flow) -> Outcome
  ) -> Outcome {
    let start = widened(flow) { tracer, flow in tracer.looped(flow, body).0 }
    let (outcome, broken) = looped(start, body)
    var success = join(outcome.success, broken)
    if isEmptyPossible { success = join(Outcome(start, .success).success, success) }
    return Outcome(success: success, failure: outcome.failure)
  }

  /// One turn of a loop, and the way out of it by `break`.
  private mutating func looped(_ flow: Flow, _ body: (inout Tracer, Flow) -> Outcome) -> (Outcome, broken: Flow?) {
    loops.append(LoopEnds())
    let outcome = body(&self, flow)
    let ends = loops.removeLast()
    return (Outcome(success: join(outcome.success, ends.continued), failure: outcome.failure), ends.broken)
  }

  mutating func loop(
    isUntil: Bool,
    _ condition: CommandList,
    _ body: CommandList,
    _ flow: Flow,
    isTested: Bool
  ) -> Outcome {
    func turn(_ tracer: inout Tracer, _ flow: Flow) -> (test: Outcome, body: Outcome) {
      let test = tracer.run(condition, flow, isTested: true)
      let decided = isUntil ? test.inverted : test
      guard let entered = decided.success else { return (decided, .never) }
      return (decided, tracer.run(body, entered, isTested: isTested))
    }
    // A condition that is false at once keeps its exact state.
    let start = widened(flow) { tracer, flow in
      tracer.looped(flow) { turn(&$0, $1).body }.0
    }
    var test = Outcome.never
    let (ended, broken) = looped(start) { tracer, flow in
      let result = turn(&tracer, flow)
      test = result.test
      return result.body
    }
    guard let left = test.failure else {
      endless = join(endless, join(ended))
      return Outcome(success: broken)
    }
    var success = join(Outcome(left, .success).success, ended.success)
    success = join(success, broken)
    return Outcome(success: success, failure: ended.failure)
  }

  /// The state at the start of any turn: what a first, unlisted turn changes is not known.
  private mutating func widened(_ flow: Flow, _ probe: (inout Tracer, Flow) -> Outcome) -> Flow {
    var result = flow
    guard budget.allowsRepetition else {
      result.state.variables.forgetAll(in: environment)
      result.state.directory = nil
      result.state.positions = nil
      return result
    }
    let outer = (exits, returns, loops, endless, isListing, changes, problem)
    changes = Changes()
    isListing = false
    _ = probe(&self, flow)
    let made = changes ?? Changes()
    (exits, returns, loops, endless, isListing, changes, problem) = outer
    for name in made.names {
      assign(name, .unknown, in: &result.state)
    }
    if made.others {
      changes?.others = true
      result.state.directory = nil
      result.state.previousDirectories = []
      result.state.positions = nil
    }
    return result
  }
}
