import Course
import Rubric

extension Session {
  /// What can be said instead of the last word of an unfinished line, in order.
  ///
  /// nil where a file name is expected.
  package func completions(of line: String) -> [String]? {
    let words = Command.words(of: line)
    let endsInBlank = line.unicodeScalars.last?.properties.isWhitespace ?? true
    let before = endsInBlank ? words : Array(words.dropLast())
    let begun = endsInBlank ? "" : words.last ?? ""
    guard let candidates = candidates(after: before, begun: begun) else { return nil }
    return candidates.filter { $0.hasPrefix(begun) }
  }

  private func candidates(after words: [String], begun: String) -> [String]? {
    guard let first = words.first else { return CommandName.allCases.map(\.rawValue) }
    guard let name = CommandName(spelling: first) else { return [] }
    switch (name, words.count) {
    case (.lesson, 1), (.quiz, 1): return syllabus.lessons.map(\.id)
    case (.exercise, 1): return begun.contains("/") || begun.hasPrefix(".") ? nil : syllabus.exercises.map(\.id)
    case (.exercise, 2): return nil
    case (.hint, 1): return checkIDs(of: exerciseMeant) + syllabus.exercises.map(\.id)
    case (.hint, 2): return hasExercise(words[1]) ? checkIDs(of: words[1]) : []
    case (.check, 1): return ["all"]
    case (.reset, 1): return ["progress"]
    case (.help, 1): return CommandName.allCases.map(\.rawValue)
    default: return []
    }
  }

  /// None for an exercise that cannot be read; the command itself will say why.
  private func checkIDs(of exercise: String?) -> [String] {
    guard let exercise else { return [] }
    do {
      return try syllabus.exercise(exercise).rubric.items.map(\.id)
    } catch {
      return []
    }
  }
}
