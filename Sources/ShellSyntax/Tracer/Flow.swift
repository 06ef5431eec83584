/// A way through the script up to a step, with the state of the shell there.
struct Flow {
  var step: PathGraph.Step
  var state: ShellState
}

/// Where a command leads; nil where it cannot end so.
struct Outcome {
  var success: Flow?
  var failure: Flow?

  static var never: Outcome { Outcome() }

  init(success: Flow? = nil, failure: Flow? = nil) {
    self.success = success
    self.failure = failure
  }

  /// A command that has ended, and in which ways it may have.
  init(_ flow: Flow, _ ending: Ending) {
    if ending.canSucceed {
      success = flow
      success?.state.status = .known("0")
    }
    if ending.canFail {
      failure = flow
      failure?.state.status = ending.canSucceed ? .failure : .known("1")
    }
  }

  var inverted: Outcome {
    var result = Outcome(success: failure, failure: success)
    result.success?.state.status = .known("0")
    result.failure?.state.status = .known("1")
    return result
  }

  /// Applies a change to both ways.
  func mapState(_ change: (inout ShellState) -> Void) -> Outcome {
    func changed(_ flow: Flow?) -> Flow? {
      guard var flow else { return nil }
      change(&flow.state)
      return flow
    }
    return Outcome(success: changed(success), failure: changed(failure))
  }
}
