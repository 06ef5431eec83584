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
    }
  }
}
