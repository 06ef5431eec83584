import Diagnostics

/// What can be shown to be wrong with a lesson.
package enum LessonProblem: Hashable, Sendable {
  case fenceOpen
  case wideCode(Int, most: Int)
  /// A word behind `dockerfile` that says nothing.
  case unknownClaim(String)
  /// Docker refuses a Dockerfile that is shown as a good one.
  case refused(String)
  /// Docker accepts one that is said to be refused.
  case accepted
  case finding(String, String)
  /// The fence promises a finding that there is not.
  case noFinding(String)
  /// The same about the Dockerfile of a question.
  case inQuestion(String, String)
  case prediction(String, option: String, actual: String?, isRight: Bool)

  var message: String {
    switch self {
    case .fenceOpen: "the block of code does not end: its closing fence is missing"
    case .wideCode(let columns, let most):
      "the line has \(columns) columns; in a narrow terminal \(most) are shown whole"
    case .unknownClaim(let word):
      "\(word.quoted) says nothing about a Dockerfile: `refused` and `bad=RULE,…` do"
    case .refused(let error): "Docker refuses this Dockerfile: \(Printable.line(error.replacing("\n", with: " ")))"
    case .accepted: "Docker accepts this Dockerfile, which is said to be refused"
    case .finding(let rule, let message): "\(rule): \(Printable.line(message))"
    case .noFinding(let rule): "there is no finding of \(rule.quoted)"
    case .inQuestion(let id, let message): "in the question \(id.quoted): \(message)"
    case .prediction(let id, let option, let actual, let isRight):
      "in the question \(id.quoted): "
        + (isRight
          ? "the right option says \(option.quoted), the image \(actual.map { "has \($0.quoted)" } ?? "is not known")"
          : "a wrong option says \(option.quoted), which is so")
    }
  }
}
