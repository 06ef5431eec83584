/// What can be wrong with what a rubric asks.
package enum QuestionProblem: Hashable, Sendable {
  /// Several of `check`, `all`, `any` and `not`.
  case several([String])
  case nothingAsked
  /// `with` or `stage` beside something else than a check.
  case onlyWithCheck(String)
  case partCount(Int, most: Int)
  case tooDeep(most: Int)
  case partPointsDoNotAddUp(sum: Int, expected: Int)
  case noParameters(check: String)
  case missingParameter(String, check: String)
  case unknownParameter(String, check: String, nearest: String?, known: [String])
  /// Values that can never be met together.
  case contradiction(String)
  case checkOfWholeFile(String)
  case unknownStage(String, choices: [String], nearest: String?)
  /// Needed, but not listed before.
  case needNotBefore(String, nearest: String?)
  case nothingPartial
  case unknownPlaceholder(String, nearest: String?, known: [String])
  case openBrace
  case severalLines
  case notAnID(String)

  var message: String {
    switch self {
    case .several(let keys): "a question has one of \(keys.listed), not several"
    case .nothingAsked: "nothing is asked: one of `check`, `all`, `any` and `not` is missing"
    case .onlyWithCheck(let key): "\(key.quoted) belongs to a single check"
    case .partCount(let count, let most): "\(count) parts: 1 to \(most) are possible"
    case .tooDeep(let most): "questions go \(most) levels deep at most"
    case .partPointsDoNotAddUp(let sum, let expected): "the points of the parts add up to \(sum), not to \(expected)"
    case .noParameters(let check): "the check \(check.quoted) takes no parameters"
    case .missingParameter(let name, let check): "the check \(check.quoted) needs the parameter \(name.quoted)"
    case .unknownParameter(let name, let check, let nearest, let known):
      "the check \(check.quoted) has no parameter \(name.quoted)" + (nearest?.offered ?? "; it has \(known.listed)")
    case .contradiction(let message): message
    case .checkOfWholeFile(let check): "the check \(check.quoted) is about the whole file, not about a stage"
    case .unknownStage(let word, let choices, let nearest):
      "\(word.quoted) is none of \(choices.listed)"
        + (nearest?.offered ?? "; a stage's name is written `{ name: … }`")
    case .needNotBefore(let id, let nearest):
      "\(id.quoted) is not listed before this check" + (nearest?.offered ?? "")
    case .nothingPartial: "nothing here can be right in part; `partial` is for `all` and for checks that count parts"
    case .unknownPlaceholder(let name, let nearest, let known):
      "nothing here is called \(name.quoted)" + (nearest?.offered ?? "; known here: \(known.listed)")
    case .openBrace: "a brace has no partner; braces themselves are written `{{` and `}}`"
    case .severalLines: "expected a text in one line"
    case .notAnID(let id): "\(id.quoted) is no id: lower-case letters and digits in words that single hyphens join"
    }
  }
}
