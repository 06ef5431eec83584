import Course
import Diagnostics

extension Messages {
  static func lessons(_ syllabus: Syllabus, _ record: LearnerRecord) -> [Block] {
    var rows: [[Text]] = []
    for lesson in syllabus.lessons {
      let isRead = record.lessonsRead.contains(lesson.id)
      rows.append([
        isRead ? "  \(.tick)" : "   ",
        Text(String(lesson.number)),
        "\(.strong, lesson.title)",
        "\(.quiet, "\(lesson.minutes) min")",
        isRead ? "read" : "",
      ])
      for id in lesson.exercises {
        guard let exercise = syllabus.outline(ofExercise: id) else { continue }
        rows.append(exerciseRow(exercise, record.exercises[id]))
      }
    }
    return rows.isEmpty ? [.text(emptyCourse)] : [.table(rows)]
  }

  private static func exerciseRow(_ exercise: Syllabus.ExerciseOutline, _ known: ExerciseRecord?) -> [Text] {
    let isSolved = known?.isSolved == true
    let state: Text =
      if isSolved {
        "\(.passed, "solved"), \(known?.bestScore ?? 0) points"
      } else if let known, known.attempts > 0 {
        "best \(known.bestScore) points"
      } else {
        known?.folder == nil ? "" : "started"
      }
    return [isSolved ? "  \(.tick)" : "   ", "", "exercise \(.code, exercise.id)", "", state]
  }

  /// A page that begins with its own title needs none here.
  static func lessonHead(
    _ lesson: Syllabus.LessonOutline,
    page: Int,
    of pages: Int,
    _ content: LessonPages.Page
  ) -> [Block] {
    let right: Text = pages > 1 ? "page \(page + 1) of \(pages)" : "\(lesson.minutes) min"
    let number: Text = "\(.title, "Lesson \(lesson.number)")"
    let hasTitle = if case .markdown(let text) = content { text.drop { $0.isNewline }.hasPrefix("# ") } else { false }
    return [.title(hasTitle ? number : "\(number) \(.dot) \(.title, lesson.title)", right), .blank]
  }

  static func lessonFoot(
    _ lesson: Syllabus.LessonOutline,
    page: Int,
    of pages: Int,
    _ openExercise: String?,
    _ syllabus: Syllabus
  ) -> [Block] {
    let next = syllabus.lessons.first { $0.number > lesson.number }
    let line: Text =
      if page + 1 < pages {
        "Enter: page \(page + 2) of \(pages)"
      } else if let openExercise {
        "End of lesson \(lesson.number). Enter: the exercise \(.code, openExercise)"
      } else if let next {
        "End of lesson \(lesson.number). Enter: lesson \(next.number), \(next.title)"
      } else {
        "End of lesson \(lesson.number), the last one."
      }
    return [.blank, .text("\(.quiet, line)")]
  }

  static func body(_ page: LessonPages.Page) -> [Block] {
    switch page {
    case .markdown(let text): [.markdown(text)]
    case .question(let question): [.text("\(.strong, "Question")")] + Messages.question(question)
    }
  }

  /// Below a whole lesson.
  static func questionsFoot(_ questions: Int, _ isShell: Bool) -> [Block] {
    guard questions > 0, !isShell else { return [] }
    return [
      .blank, .text("\(.code, "quiz") asks \(questions == 1 ? "this question" : "these \(questions) questions")."),
    ]
  }

  /// After a lesson that was asked for from a shell.
  static func shellFoot(_ lesson: Syllabus.LessonOutline) -> [Block] {
    guard let exercise = lesson.exercises.first else { return [] }
    return [.blank, .text("Its exercise: \(.code, "stagecraft exercise \(exercise)")")]
  }

  static func noLesson(number: String, _ syllabus: Syllabus) -> Text {
    let numbers = syllabus.lessons.map(\.number)
    guard let first = numbers.first, let last = numbers.last else { return emptyCourse }
    let span = first == last ? "\(first)" : "\(first) to \(last)"
    return "There is no lesson \(number); this course has \(span). \(.code, "lessons") lists them."
  }

  static func noLesson(_ name: String, _ nearest: String?) -> Text {
    if let nearest { return "There is no lesson \(.code, name). Did you mean \(.code, "lesson \(nearest)")?" }
    return "There is no lesson \(.code, name). \(.code, "lessons") lists them."
  }

  static func lastLesson(_ syllabus: Syllabus, _ record: LearnerRecord) -> Text {
    let open = syllabus.exercises.first { record.exercises[$0.id]?.isSolved != true }
    guard let open else {
      return "That was the last lesson, and every exercise is solved. \(.code, "progress") sums it up."
    }
    return "That was the last lesson. Still open: \(.code, "exercise \(open.id)")"
  }

  static let firstLesson: Text = "This is where the course begins; nothing comes before it."

  /// A part of the course cannot be read; only a course pack under work gets there.
  static func broken(_ id: String, _ error: any Error) -> Text {
    "\(.error, "error:") \(.code, id) cannot be read: \(String(describing: error))"
  }
}
