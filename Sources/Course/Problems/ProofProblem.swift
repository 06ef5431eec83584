import Diagnostics
package import Rubric

/// What grading can show to be wrong with an exercise.
package enum ProofProblem: Hashable, Sendable {
  /// The starting Dockerfile cannot be built at all.
  case startRefused
  /// There is nothing to do.
  case startPasses(score: Int)
  case solutionFallsShort(score: Int, maximum: Int, failing: [String])
  case exampleScore(found: Int, expected: Int)
  case examplePasses(check: String)
  case exampleFails(check: String, status: CheckResult.Status)
  /// Docker's words.
  case refused(String)
  case noSuchMutant(String, nearest: String?)
  case exemptButKilled(String, by: [String])
  case exemptButRefused(String)
  case tooManySurvivors(permille: Int, asked: Int)

  var message: String {
    switch self {
    case .startRefused: "the Dockerfile to start from is refused; learners need one that builds"
    case .startPasses(let score): "the Dockerfile to start from passes already, with \(score) points"
    case .solutionFallsShort(let score, let maximum, let failing):
      "the solution gets \(score) of \(maximum) points" + (failing.isEmpty ? "" : "; not passed: \(failing.listed)")
    case .exampleScore(let found, let expected): "the example gets \(found) points, not \(expected)"
    case .examplePasses(let check): "the example passes \(check.quoted), which it must not"
    case .exampleFails(let check, let status):
      "the example does not pass \(check.quoted) (\(status.rawValue)), which it must"
    case .refused(let message): "Docker refuses the file: \(Printable.line(message))"
    case .noSuchMutant(let id, let nearest): "the solution has no mutant \(id.quoted)" + (nearest?.offered ?? "")
    case .exemptButKilled(let id, let checks): "\(id.quoted) loses points on \(checks.listed) and needs no exemption"
    case .exemptButRefused(let id): "\(id.quoted) is refused by Docker and needs no exemption"
    case .tooManySurvivors(let permille, let asked):
      "\(permille / 10).\(permille % 10) % of the solution's single faults lose points; \(asked) % are asked"
    }
  }
}
