import Course
import Diagnostics

extension Messages {
  static func progress(_ syllabus: Syllabus, _ record: LearnerRecord) -> [Block] {
    let read = syllabus.lessons.count { record.lessonsRead.contains($0.id) }
    let solved = syllabus.exercises.count { record.exercises[$0.id]?.isSolved == true }
    let summary: [[Text]] = [
      ["  lessons read", "\(read) of \(syllabus.lessons.count)"],
      ["  questions right", "\(questionsRight(record))"],
      ["  exercises solved", "\(solved) of \(syllabus.exercises.count)"],
    ]
    let begun = syllabus.exercises.compactMap { exercise in
      record.exercises[exercise.id].map { row(exercise, $0) }
    }
    guard !begun.isEmpty else { return [.table(summary)] }
    return [.table(summary), .blank, .table(begun)]
  }

  private static func questionsRight(_ record: LearnerRecord) -> Text {
    let answers = record.answers.values.flatMap(\.values)
    let right = answers.count(where: \.isRight)
    return answers.isEmpty ? "0" : "\(right) of \(answers.count) answered"
  }

  private static func row(_ exercise: Syllabus.ExerciseOutline, _ known: ExerciseRecord) -> [Text] {
    let hints = known.hints.values.reduce(0, +)
    let state: Text = known.isSolved ? "\(.passed, "solved")" : known.attempts > 0 ? "not passed yet" : "started"
    return [
      known.isSolved ? "  \(.tick)" : "   ",
      "\(.code, exercise.id)",
      state,
      known.attempts > 0
        ? "best \(known.bestScore) in \(count(known.attempts, "check")), \(count(hints, "hint"))"
        : Text(count(hints, "hint")),
    ]
  }
}
