import Diagnostics

/// What can be wrong with what the files of a course say.
package enum MeaningProblem: Hashable, Sendable {
  case otherID(found: String, expected: String)
  case unknownCheck(String, nearest: String?)
  /// About what a check is asked with, and how questions are put together.
  case question(QuestionProblem)
  /// A check, an example or the like that is listed twice.
  case repeated(String)
  case pointsDoNotAddUp(sum: Int, expected: Int)
  case requiredWithoutPoints
  case praiseWithPoints
  case tooFewHints(count: Int, needed: Int)
  case noRequiredCheck
  case checkNotInRubric(String, nearest: String?)
  case scoreContradictsFails(score: Int, expected: Int)
  case exampleWithoutFile(String)
  /// About a question of a lesson.
  case quiz(QuizProblem)
  case frontMatterMissing
  case frontMatterOpen
  case unknownExercise(String, nearest: String?)
  case exerciseOfOtherLesson(String, lesson: String)
  case exerciseNotListed(String, lesson: String)
  /// Told to authors, but no mistake: courses are written lesson by lesson.
  case lessonNotWritten(String, nearest: String?)

  var message: String {
    switch self {
    case .otherID(let found, let expected): "the id is \(found.quoted), the name of the file says \(expected.quoted)"
    case .unknownCheck(let id, let nearest): "unknown check \(id.quoted)" + (nearest?.offered ?? "")
    case .question(let problem): problem.message
    case .repeated(let name): "\(name.quoted) is listed twice"
    case .pointsDoNotAddUp(let sum, let expected): "the points add up to \(sum), not to \(expected)"
    case .requiredWithoutPoints: "a required check has at least one point"
    case .praiseWithPoints: "praise gives no points"
    case .tooFewHints(let count, let needed): "\(count) hints are too few: a required check has at least \(needed)"
    case .noRequiredCheck: "no check is required"
    case .checkNotInRubric(let id, let nearest):
      "the exercise has no check \(id.quoted)" + (nearest?.offered ?? "")
    case .scoreContradictsFails(let score, let expected):
      "a score of \(score) contradicts `fails`, which leaves \(expected)"
    case .exampleWithoutFile(let name): "there is no `\(Printable.line(name)).Dockerfile` in `examples`"
    case .quiz(let problem): problem.message
    case .frontMatterMissing: "the file does not begin with front matter between two lines `---`"
    case .frontMatterOpen: "the front matter does not end: a line `---` is missing"
    case .unknownExercise(let id, let nearest): "there is no exercise \(id.quoted)" + (nearest?.offered ?? "")
    case .exerciseOfOtherLesson(let id, let lesson):
      "the exercise \(id.quoted) says that it belongs to \(lesson.quoted)"
    case .exerciseNotListed(let id, let lesson):
      "the lesson \(lesson.quoted) does not list its exercise \(id.quoted)"
    case .lessonNotWritten(let id, let nearest): "the lesson \(id.quoted) is not written yet" + (nearest?.offered ?? "")
    }
  }
}
