import Course

/// The course as a state machine: commands and events in, effects out. It touches no screen, clock or disk.
package struct Session: Sendable {
  package let syllabus: Syllabus
  package let surroundings: Surroundings
  package internal(set) var record: LearnerRecord
  package internal(set) var place: Place?
  /// The exercise that commands without a name mean.
  var exerciseInHand: String?
  /// Questions that are asked apart from the pages of a lesson.
  var drill: Drill?
  /// The question that was asked last, until one goes elsewhere.
  var openQuestion: OpenQuestion?

  package init(syllabus: Syllabus, surroundings: Surroundings, record: LearnerRecord = LearnerRecord()) {
    self.syllabus = syllabus
    self.surroundings = surroundings
    self.record = record
    if case .exercise(let id) = record.place, syllabus.outline(ofExercise: id) != nil { exerciseInHand = id }
  }

  /// The greeting, the lessons where there is no screen, and where to go on.
  package func begin() -> [Effect] {
    // A long list would push the greeting off the screen.
    let list = surroundings.reading == .whole ? [.blank] + Messages.lessons(syllabus, record) : []
    return [.show(Messages.head(syllabus, record) + greeting + list + whereToGoOn)]
  }

  package mutating func handle(_ command: Command) -> [Effect] {
    switch command {
    case .goOn: goOn()
    case .lessons: [.show(Messages.lessons(syllabus, record))]
    case .lesson(let name): lesson(named: name)
    case .next: neighbour(1)
    case .back: back()
    case .exercise(let words): exercise(words)
    case .brief: brief()
    case .check(let everything): grade(for: .check(everything: everything))
    case .hint(let words): hint(words)
    case .image: grade(for: .image)
    case .quiz(let name): quiz(name)
    case .answer(let words): answer(words)
    case .review: review()
    case .solution: solution()
    case .progress: [.show(Messages.progress(syllabus, record))]
    case .reset(.exercise): restart()
    case .reset(.progress(let confirmed)): forget(confirmed: confirmed)
    case .help(let name): [.show(Messages.help(name))]
    case .whatNow: [.show(openQuestion.map { Messages.howToAnswer($0.question) } ?? Messages.whatNow(place))]
    case .quit: [.show([.text(Messages.farewell)]), .quit]
    case .unknown(let word): [.refuse(Messages.unknownCommand(word), .wrongUsage)]
    case .superfluous(let name, let word): [.refuse(Messages.superfluous(name, word), .wrongUsage)]
    }
  }

  package mutating func receive(_ event: Event) -> [Effect] {
    switch event {
    case .folderReady(let id, let path, let written, let kept, let moved):
      folderReady(id, path, FolderContents(written: written, kept: kept, moved: moved))
    case .folderFailed(_, let path, let reason):
      [.refuse(Messages.folderFailed(surroundings.shown(path), reason), .inaccessible)]
    case .graded(let exercise, let path, let purpose, let bytes, let report):
      graded(Graded(exercise: exercise, path: path, bytes: bytes, report: report), purpose)
    case .unreadable(let exercise, let path, let purpose, let reason):
      unreadable(exercise, path, purpose, reason)
    }
  }

  /// What stands before the learner's input.
  package var prompt: Text { Messages.prompt(place, syllabus) }

  /// Remembers at once here, and for the next run by an effect.
  mutating func remember(_ memory: Memory) -> Effect {
    record.apply(memory)
    return .remember(memory)
  }

  /// Goes to a place and remembers it.
  mutating func go(to place: Place) -> Effect {
    self.place = place
    endQuestions()
    switch place {
    case .exercise(let id): exerciseInHand = id
    case .lesson(let id, _): exerciseInHand = syllabus.lesson(id)?.exercises.first ?? exerciseInHand
    }
    return remember(.place(place))
  }

  private var greeting: [Block] {
    record.isEmpty ? Messages.firstGreeting : Messages.laterGreeting
  }

  private var whereToGoOn: [Block] {
    guard let next = nextPlace else { return [] }
    return [.blank, .text(Messages.goesOn(next, syllabus, isResumed: record.place != nil))]
  }
}
