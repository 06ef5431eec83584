import Diagnostics
package import Rubric

/// What grading can show to be wrong with an exercise.
package enum ProofProblem: Hashable, Sendable {
  /// The starting Dockerfile cannot be built at all, in Docker's words.
  case startRefused(String)
  /// There is nothing to do.
  case startPasses(score: Int)
  case solutionFallsShort(score: Int, maximum: Int, failing: [String])
  case exampleScore(String, found: Int, expected: Int)
  case examplePasses(String, check: String)
  /// With the check's own words.
  case exampleFails(check: String, status: CheckResult.Status, String)
  /// Docker's words.
  case refused(String)
  /// One of Docker's build checks finds something in a solution.
  case solutionLint(rule: String, String)
  /// No example shows that the check can fail.
  case neverFailed(check: String)
  case tooFewExamples(right: Int, wrong: Int)
  case noSuchMutant(String, nearest: String?)
  case exemptButKilled(String, by: [String])
  case exemptButRefused(String)
  case tooManySurvivors(permille: Int, asked: Int)

  /// With fewer, a rubric is tried by its author's own way of writing alone.
  static let rightExamples = 3
  static let wrongExamples = 6

  /// Missing proof, and nothing that is wrong.
  var isGap: Bool {
    switch self {
    case .neverFailed, .tooFewExamples: true
    default: false
    }
  }

  var message: String {
    switch self {
    case .startRefused(let message):
      "the Dockerfile to start from is refused; learners need one that builds: \(Printable.line(message))"
    case .startPasses(let score): "the Dockerfile to start from passes already, with \(score) points"
    case .solutionFallsShort(let score, let maximum, let failing):
      "the solution gets \(score) of \(maximum) points" + (failing.isEmpty ? "" : "; not passed: \(failing.listed)")
    case .exampleScore(let name, let found, let expected):
      "the example \(name.quoted) gets \(found) points, not \(expected)"
    case .examplePasses(let name, let check):
      "the example \(name.quoted) passes \(check.quoted), which it must not"
    case .exampleFails(let check, let status, let words):
      "the example does not pass \(check.quoted) (\(status.rawValue)), which it must"
        + (words.isEmpty ? "" : ": \(Printable.line(words))")
    case .solutionLint(let rule, let message): "\(Printable.line(message)) (\(rule))"
    case .neverFailed(let check): "no example fails \(check.quoted), so nothing shows that it can be failed"
    case .tooFewExamples(let right, let wrong):
      "\(right) right and \(wrong) wrong examples: \(Self.rightExamples) and \(Self.wrongExamples) are asked"
    case .refused(let message): "Docker refuses the file: \(Printable.line(message))"
    case .noSuchMutant(let id, let nearest): "the solution has no mutant \(id.quoted)" + (nearest?.offered ?? "")
    case .exemptButKilled(let id, let checks): "\(id.quoted) loses points on \(checks.listed) and needs no exemption"
    case .exemptButRefused(let id): "\(id.quoted) is refused by Docker and needs no exemption"
    case .tooManySurvivors(let permille, let asked):
      "\(permille / 10).\(permille % 10) % of the solution's single faults lose points; \(asked) % are asked"
    }
  }
}
