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

  package init(_ results: some Sequence<SubmissionResult>) {
    self = results.reduce(.good) { max($0, CommandStatus($1.status)) }
  }

  package static func < (left: CommandStatus, right: CommandStatus) -> Bool { left.rawValue < right.rawValue }
}
