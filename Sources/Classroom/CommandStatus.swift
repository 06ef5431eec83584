package import Rubric

/// The exit status of every command. Of several the worst one wins.
package enum CommandStatus: Int32, Hashable, Sendable, CaseIterable, Comparable {
  case good = 0
  /// Findings, not passed, or refused by Docker.
  case findings = 1
  /// Wrong usage, or a rubric that cannot be used.
  case wrongUsage = 2
  /// Something could not be read.
  case unreadable = 3

  package init(_ status: SubmissionResult.Status) {
    switch status {
    case .passed: self = .good
    case .failed, .rejected: self = .findings
    case .unreadable: self = .unreadable
    }
  }

  /// A real build that was asked for has to confirm what the checks say.
  package init(_ verdict: BuildConfirmation.Verdict) {
    switch verdict {
    case .confirmed, .notBuilt: self = .good
    case .contradicted, .failed, .timedOut: self = .findings
    case .unconfirmed: self = .unreadable
    }
  }

  package init(_ results: some Sequence<SubmissionResult>) {
    self = results.reduce(.good) { worst, result in
      max(worst, CommandStatus(result.status), result.build.map { CommandStatus($0.verdict) } ?? .good)
    }
  }

  package static func < (left: CommandStatus, right: CommandStatus) -> Bool { left.rawValue < right.rawValue }
}
