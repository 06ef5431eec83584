import Course

/// A question by the lesson that asks it.
package struct QuestionName: Hashable, Sendable {
  package var lesson: String
  package var question: String

  package init(lesson: String, question: String) {
    self.lesson = lesson
    self.question = question
  }
}

/// A row of questions that are asked one after the other, apart from the pages of a lesson.
struct Drill: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case lesson
    /// Those that were answered wrongly last time.
    case review
  }

  let kind: Kind
  let questions: [QuestionName]
  var index = 0
  /// Answered rightly at the first go.
  var right = 0
}

/// The question that waits for an answer.
struct OpenQuestion: Hashable, Sendable {
  let lesson: String
  let question: QuizQuestion
  var tries = 0
  var isAnswered = false
}

extension Session {
  /// A line of input: an answer where a question waits for one, else a command.
  ///
  /// A word that is a command stays one, unless it is also an answer: `b` is an option before it is `back`.
  package mutating func handle(line: String) -> [Effect] {
    let command = Command(line: line)
    guard let open = openQuestion, !open.isAnswered else { return handle(command) }
    if open.question.takes(line) { return answer(line) }
    if case .unknown = command { return answer(line) }
    return handle(command)
  }

  /// `answer`, or what is typed while a question is open.
  mutating func answer(_ line: String) -> [Effect] {
    guard var open = openQuestion else { return [.refuse(Messages.noQuestion, .wrongUsage)] }
    let judgement = open.question.judge(line)
    if case .unclear(let expected) = judgement { return [.refuse(Messages.unclear(expected), .wrongUsage)] }
    open.tries += 1
    var effects: [Effect] = []
    if case .right = judgement {
      open.isAnswered = true
      if open.tries == 1 { drill?.right += 1 }
      effects.append(remember(.answered(answered(open, line, isRight: true))))
    } else {
      effects.append(remember(.answered(answered(open, line, isRight: false))))
    }
    openQuestion = open
    let next = open.isAnswered ? Messages.afterAnswer(drill, isDrill: drill != nil) : Messages.tryAgain
    return effects + [.show(Messages.judgement(judgement, open.question) + [.text(next)])]
  }

  private func answered(_ open: OpenQuestion, _ line: String, isRight: Bool) -> Answer {
    Answer(lesson: open.lesson, question: open.question.id, answer: line, isRight: isRight)
  }

  /// `quiz [LESSON]`: all questions of a lesson.
  mutating func quiz(_ name: String?) -> [Effect] {
    let id: String
    if let name {
      guard let found = lessonID(named: name) else { return noLesson(name) }
      id = found
    } else {
      guard let current = currentLesson else { return [.refuse(Messages.quizOfWhat, .wrongUsage)] }
      id = current
    }
    do {
      let questions = try questions(of: id)
      guard !questions.isEmpty else { return [.show([.text(Messages.noQuestions(syllabus.lesson(id)?.number ?? 0))])] }
      drill = Drill(kind: .lesson, questions: questions.map { QuestionName(lesson: id, question: $0.id) })
      return ask()
    } catch {
      return [.refuse(Messages.broken(id, error), .inaccessible)]
    }
  }

  /// `review`: what was answered wrongly last time, over all lessons in their order.
  mutating func review() -> [Effect] {
    var missed: [QuestionName] = []
    for lesson in syllabus.lessons {
      guard let answers = record.answers[lesson.id] else { continue }
      do {
        // Questions that the course no longer asks are nobody's fault.
        let questions = try questions(of: lesson.id).filter { answers[$0.id]?.isRight == false }
        missed += questions.map { QuestionName(lesson: lesson.id, question: $0.id) }
      } catch {
        return [.refuse(Messages.broken(lesson.id, error), .inaccessible)]
      }
    }
    guard !missed.isEmpty else { return [.show([.text(Messages.nothingToReview(record))])] }
    drill = Drill(kind: .review, questions: missed)
    return ask()
  }

  /// Enter while questions are asked: the next one, or the end.
  mutating func goOnInDrill() -> [Effect] {
    guard var current = drill else { return [] }
    current.index += 1
    guard current.index < current.questions.count else {
      endQuestions()
      return [.show([.text(Messages.drillEnd(current))])]
    }
    drill = current
    return ask()
  }

  /// Nothing is asked any more.
  mutating func endQuestions() {
    drill = nil
    openQuestion = nil
  }

  private mutating func ask() -> [Effect] {
    guard let drill else { return [] }
    let name = drill.questions[drill.index]
    do {
      guard let question = try questions(of: name.lesson).first(where: { $0.id == name.question }) else { return [] }
      openQuestion = OpenQuestion(lesson: name.lesson, question: question)
      let head = Messages.drillHead(drill, syllabus.lesson(name.lesson))
      return [.show(head + Messages.question(question) + Messages.howToAnswer(question))]
    } catch {
      return [.refuse(Messages.broken(name.lesson, error), .inaccessible)]
    }
  }

  func questions(of lesson: String) throws -> [QuizQuestion] {
    try syllabus.lessonParts(lesson).compactMap { if case .question(let question) = $0 { question } else { nil } }
  }
}
