/// A program to run: its words, what it sees of the environment, and how long it may take.
struct ProgramCall: Hashable, Sendable {
  /// Looked up in PATH.
  var program: String
  var arguments: [String]
  /// Beside what is inherited; nil takes a variable away.
  var environment: [String: String?] = [:]
  var limit: Duration

  init(_ words: [String], environment: [String: String?] = [:], limit: Duration) {
    precondition(!words.isEmpty, "a call names its program")
    program = words[0]
    arguments = Array(words.dropFirst())
    self.environment = environment
    self.limit = limit
  }
}

/// How a program ended, and what it wrote.
struct ProgramEnd: Hashable, Sendable {
  enum Outcome: Hashable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It took longer than it may, and was ended with all that it had started.
    case timedOut
    /// There is no such program, or it wrote more than it may.
    case notRun(String)
  }

  var outcome: Outcome
  /// Standard output, or the tail of both streams.
  var output: [UInt8] = []
  /// Empty where both streams are one.
  var errors: [UInt8] = []

  var isGood: Bool { outcome == .exited(0) }

  /// One line on why it is not good.
  var complaint: String {
    let said = OutputTail.lines(of: errors.isEmpty ? output : errors).last.map { ": " + $0 } ?? ""
    return switch outcome {
    case .exited(let status): "exit status \(status)\(said)"
    case .killed(let signal): "ended by signal \(signal)\(said)"
    case .timedOut: "it took too long"
    case .notRun(let reason): reason
    }
  }
}

/// The user pressed Ctrl-C or the system wants the program to end.
package struct Interrupted: Error, Hashable {
  package init() {}
}
