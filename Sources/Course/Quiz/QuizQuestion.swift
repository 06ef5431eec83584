/// A question that a lesson asks, and what is to be said about each answer.
package struct QuizQuestion: Hashable, Sendable {
  /// Unique in its lesson; what a learner answered is remembered under it.
  package var id: String
  /// Markdown.
  package var ask: String
  /// A file that the question is about; shown with the numbers of its lines.
  package var dockerfile: String?
  /// The build checks that find something in it.
  package var findings: [String] = []
  /// Docker refuses it.
  package var isRefused = false
  package var kind: Kind

  package enum Kind: Hashable, Sendable {
    /// One of the options is right.
    case single([Option])
    /// The answer names all options that are right, and no other.
    case several([Option])
    case short(ShortAnswer)
    /// Steps in their right order; they are shown in another one.
    case order([Step])
    /// A line of the file.
    case line(LineAnswer)
  }

  package struct Option: Hashable, Sendable {
    /// Markdown, as all texts of a question.
    package var text: String
    package var isRight: Bool
    package var why: String
    /// What the image holds when this option is right; see `Prediction`.
    package var value: String?
  }

  package struct ShortAnswer: Hashable, Sendable {
    /// Spellings that are right; letter case and blanks do not count.
    package var accepted: [String]
    /// Why they are.
    package var why: String
    /// Wrong answers that learners are known to give.
    package var mistakes: [Mistake]
    /// About any other answer.
    package var otherwise: String
  }

  package struct Mistake: Hashable, Sendable {
    package var answer: String
    package var why: String
  }

  package struct Step: Hashable, Sendable {
    package var text: String
    /// Why it stands where it stands.
    package var why: String
  }

  package struct LineAnswer: Hashable, Sendable {
    /// Any of these lines is right; they count from 1.
    package var right: [Int]
    package var why: String
    package var mistakes: [LineMistake]
    package var otherwise: String
  }

  package struct LineMistake: Hashable, Sendable {
    package var line: Int
    package var why: String
  }

  /// What the options of a question say about the image that its file yields, so that a test can prove the right one.
  package var prediction: Prediction?

  package enum Prediction: String, CaseIterable, Hashable, Sendable {
    /// The user of the container, as the image says it; `root` where it says nothing.
    case user
    /// The folder in which its command starts.
    case workdir
    /// Its entrypoint and command in one line, words parted by blanks.
    case command
    /// The names of the stages that are built for the default target, in the order of the file, parted by blanks.
    case stages
    /// `yes` or `no`.
    case healthcheck
  }
}
