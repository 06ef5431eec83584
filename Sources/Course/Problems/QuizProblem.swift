/// What can be wrong with a question of a lesson.
package enum QuizProblem: Hashable, Sendable {
  /// The fence that opens the block has no partner.
  case open
  case optionCount(Int, most: Int)
  /// Of a question with one right answer: how many are marked as right.
  case notOneRight(Int)
  /// Every option is right, or none is.
  case nothingToChoose
  case stepCount(Int, most: Int)
  case stepTwice(String)
  case noAnswer
  /// An answer that is both right and a mistake.
  case rightAndWrong(String)
  /// The kind needs a Dockerfile to be about.
  case withoutFile
  case noSuchLine(Int, last: Int)
  /// `value` and `predict` need each other.
  case valueWithoutPrediction
  case predictionOfOtherKind

  var message: String {
    switch self {
    case .open: "the question does not end: a line of backquotes is missing"
    case .optionCount(let count, let most): "\(count) options: 2 to \(most) are possible"
    case .notOneRight(let count): "\(count) options are `right: true`; of `kind: single` exactly one is"
    case .nothingToChoose: "some options have to be right and some wrong"
    case .stepCount(let count, let most): "\(count) steps: 2 to \(most) are possible"
    case .stepTwice(let text): "the step \(text.quoted) stands there twice, so its order cannot be told"
    case .noAnswer: "no answer is right"
    case .rightAndWrong(let answer): "\(answer.quoted) is right and a mistake"
    case .withoutFile: "the question needs a `dockerfile`"
    case .noSuchLine(let line, let last): "there is no line \(line); the file has \(last)"
    case .valueWithoutPrediction: "`predict` and the `value` of each option need each other"
    case .predictionOfOtherKind: "`predict` is for `kind: single`"
    }
  }
}
