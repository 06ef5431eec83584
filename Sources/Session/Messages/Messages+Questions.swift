import Course
import Diagnostics

extension Messages {
  /// The question itself: what is asked, the file it is about, what can be chosen.
  static func question(_ question: QuizQuestion) -> [Block] {
    var blocks: [Block] = [.markdown(question.ask)]
    if let file = question.dockerfile { blocks += [.blank, .listing(file, language: "dockerfile")] }
    let choices = question.choices
    guard !choices.isEmpty else { return blocks }
    let rows = choices.enumerated().map { index, text -> [Text] in
      ["  \(.strong, "\(QuizQuestion.letter(index)))")", Text(codeIn: text)]
    }
    return blocks + [.blank, .table(rows)]
  }

  static func howToAnswer(_ question: QuizQuestion) -> [Block] {
    let words: Text =
      switch question.kind {
      case .single(let options): "Answer with a letter, \(letters(options.count)). Enter alone goes on."
      case .several: "Several may be right: answer with all their letters, as in \(.code, "a c"). Enter alone goes on."
      case .short: "Answer with a word or a line. Enter alone goes on."
      case .order: "Put them in order: answer with all letters, as in \(.code, "b a c"). Enter alone goes on."
      case .line: "Answer with the number of a line. Enter alone goes on."
      }
    return [.blank, .text("\(.quiet, words)")]
  }

  private static func letters(_ count: Int) -> Text {
    "\(.code, "a") to \(.code, String(QuizQuestion.letter(count - 1)))"
  }

  /// What is said of an answer.
  static func judgement(_ judgement: Judgement, _ question: QuizQuestion) -> [Block] {
    switch judgement {
    case .right(let why): [.text("\(.passed, "Right.")"), .markdown(why)]
    case .wrong(let reasons): [.text("\(.failed, "Not so.")")] + reasons.map { .markdown($0) }
    case .misplaced(let place, let why):
      [.text("\(.failed, "Not so.") Place \(place) belongs to another step. Of that one it is said:"), .markdown(why)]
    case .unclear(let expected): [.text(unclear(expected))]
    }
  }

  static func unclear(_ expected: Judgement.Expected) -> Text {
    switch expected {
    case .letter(let last): "That is none of the answers: type a letter from \(.code, "a") to \(.code, String(last))."
    case .letters(let last):
      "That is none of the answers: type letters from \(.code, "a") to \(.code, String(last)), each once."
    case .everyLetter(let last):
      "An order has every letter from \(.code, "a") to \(.code, String(last)), each once, as in \(.code, "b a c")."
    case .line(let last): "That is no line of the file: type a number from 1 to \(last)."
    case .words: "Type your answer."
    }
  }

  static let tryAgain: Text =
    "\(.quiet, "Try again, or press Enter to go on; a missed question comes back in `review`.")"

  static func afterAnswer(_ drill: Drill?, isDrill: Bool) -> Text {
    guard let drill else { return "\(.quiet, "Enter goes on.")" }
    let left = drill.questions.count - drill.index - 1
    return left == 0
      ? "\(.quiet, "Enter ends the questions.")" : "\(.quiet, "Enter: the next question, \(left) to go.")"
  }

  static func drillHead(_ drill: Drill, _ lesson: Syllabus.LessonOutline?) -> [Block] {
    let number = "question \(drill.index + 1) of \(drill.questions.count)"
    let title: Text =
      switch drill.kind {
      case .lesson: "\(.title, "Quiz") \(.dot) \(lesson?.title ?? "")"
      case .review: "\(.title, "Review") \(.dot) lesson \(lesson?.number ?? 0), \(lesson?.title ?? "")"
      }
    return [.title(title, Text(number)), .blank]
  }

  static func drillEnd(_ drill: Drill) -> Text {
    "\(drill.right) of \(count(drill.questions.count, "question")) right at the first go."
      + (drill.right == drill.questions.count ? "" : " \(.code, "review") asks the missed ones again.")
  }

  static let noQuestion: Text = "No question is open. \(.code, "quiz") asks those of the lesson."
  static let quizOfWhat: Text = "The quiz of which lesson? \(.code, "quiz 4"), for instance."

  static func noQuestions(_ number: Int) -> Text { "Lesson \(number) asks no questions." }

  static func nothingToReview(_ record: LearnerRecord) -> Text {
    record.answers.isEmpty
      ? "No question was answered yet. \(.code, "quiz") asks those of a lesson."
      : "Nothing to review: your last answer to each question was right."
  }
}

extension Text {
  /// A text in which backquotes mark code.
  init(codeIn text: String) {
    var spans: [Span] = []
    for (index, piece) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() where !piece.isEmpty
    {
      spans.append(Span(String(piece), roles: index % 2 == 1 ? [.code] : []))
    }
    self.init(spans)
  }
}
