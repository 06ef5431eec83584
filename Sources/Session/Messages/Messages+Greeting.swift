import Course
import Diagnostics

extension Messages {
  static func head(_ syllabus: Syllabus, _ record: LearnerRecord) -> [Block] {
    let read = syllabus.lessons.count { record.lessonsRead.contains($0.id) }
    let solved = syllabus.exercises.count { record.exercises[$0.id]?.isSolved == true }
    return [
      .title(
        "\(.title, syllabus.title)",
        "\(read) of \(syllabus.lessons.count) lessons read \(.dot) \(count(solved, "exercise")) solved"
      )
    ]
  }

  static let firstGreeting: [Block] = [
    .text("A course on multi-stage Docker builds: read a lesson, repair a Dockerfile, have it judged."),
    .text(
      """
      Enter alone goes on, \(.code, "lessons") lists what there is, \(.code, "?") says what can be done here, \
      \(.code, "quit") or Ctrl-D leaves and loses nothing.
      """
    ),
  ]

  static let laterGreeting: [Block] = [
    .text("Welcome back. Enter alone goes on, \(.code, "lessons") lists what there is, \(.code, "?") says the rest.")
  ]

  static func goesOn(_ place: Place, _ syllabus: Syllabus, isResumed: Bool) -> Text {
    let verb = isResumed ? "goes on with" : "opens"
    switch place {
    case .lesson(let id, let page):
      let outline = syllabus.lesson(id)
      let where_ = page > 0 ? " at page \(page + 1)" : ""
      return "Enter \(verb) lesson \(outline?.number ?? 0), \(.strong, outline?.title ?? id)\(where_)."
    case .exercise(let id):
      return "Enter \(verb) the exercise \(.strong, syllabus.outline(ofExercise: id)?.title ?? id)."
    }
  }

  /// What stands before the input: where one is.
  static func prompt(_ place: Place?, _ syllabus: Syllabus) -> Text {
    switch place {
    case nil: "\(.quiet, "stagecraft") \(.prompt) "
    case .lesson(let id, _): "\(.quiet, "stagecraft") \(.strong, String(syllabus.lesson(id)?.number ?? 0)) \(.prompt) "
    case .exercise(let id): "\(.quiet, "stagecraft") \(.strong, id) \(.prompt) "
    }
  }

  static let farewell: Text = "Until next time."
  static let emptyCourse: Text = "This course has no lessons."

  /// `1 lesson`, `2 lessons`.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
