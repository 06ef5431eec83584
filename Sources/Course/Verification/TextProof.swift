import Diagnostics

/// Whether a brief, a commentary or a lesson fits its screen, and whether what it refers to is there.
struct TextProof {
  /// Briefs are read beside an editor; lessons and commentaries have the screen for themselves.
  static let briefColumns = 60
  static let lessonColumns = 80

  let catalog: CourseCatalog
  let survey: MarkdownSurvey.Surveyor

  func problems(in lesson: Lesson, path: String) -> [CourseProblem] {
    let text = Self.withoutQuestions(lesson.body)
    return problems(in: text, path: path, columns: Self.lessonColumns, firstLine: lesson.bodyLine - 1)
  }

  /// Questions are no code that is shown. Their lines stay as empty ones, so that the others keep their numbers.
  private static func withoutQuestions(_ markdown: String) -> String {
    MarkdownPart.parts(of: markdown).map { part in
      switch part {
      case .prose(let text): text
      case .block(let block) where block.words.first == LessonBody.language:
        String(repeating: "\n", count: block.source.utf8.count { $0 == UInt8(ascii: "\n") })
      case .block(let block): block.source
      }
    }.joined(separator: "\n")
  }

  func problems(in exercise: Exercise, folder: String) -> [CourseProblem] {
    let brief = problems(
      in: exercise.brief,
      path: "Exercises/\(folder)/brief.md",
      columns: Self.briefColumns,
      files: exercise.files
    )
    let commentary = problems(
      in: exercise.commentary,
      path: "Solutions/\(folder)/commentary.md",
      columns: Self.lessonColumns,
      files: exercise.files
    )
    return brief + commentary
  }

  /// - Parameters:
  ///   - files: what a link may lead to beside addresses on the web.
  ///   - firstLine: how many lines of the file stand above the text.
  private func problems(
    in markdown: String,
    path: String,
    columns: Int,
    files: [ContentFile] = [],
    firstLine: Int = 0
  ) -> [CourseProblem] {
    let survey = survey(markdown, columns)
    let links = survey.links.compactMap { link in problem(with: link, files).map { ($0, link.position) } }
    let commands = survey.code.compactMap { phrase in problem(withCommand: phrase.text).map { ($0, phrase.position) } }
    let overflows = survey.overflows.map { overflow in
      (TextProblem.tooWide(needed: overflow.needed, room: overflow.room, columns: columns), overflow.position)
    }
    return (links + commands + overflows).map { problem, position in
      let place = SourcePosition(line: position.line + firstLine, column: position.column)
      return CourseProblem(.text(problem), path: path, position: place)
    }
  }

  private func problem(with link: MarkdownSurvey.Phrase, _ files: [ContentFile]) -> TextProblem? {
    let target = link.text
    if ["https://", "http://", "mailto:"].contains(where: target.hasPrefix) { return nil }
    let name = target.hasSuffix("/") ? String(target.dropLast()) : target
    let isThere = files.contains { $0.path == name || $0.path.hasPrefix("\(name)/") }
    return isThere ? nil : .deadLink(target)
  }

  // MARK: - Commands

  /// `stagecraft lesson 19`, `stagecraft grade --exercise react-node`: what they name has to be there. Words in
  /// capitals, as in `hint EXERCISE`, stand for any.
  private func problem(withCommand code: String) -> TextProblem? {
    var words = code.split(separator: " ").map(String.init)[...]
    if words.first == "$" { words.removeFirst() }
    guard words.popFirst() == "stagecraft", let command = words.popFirst() else { return nil }
    switch command {
    case "lesson": return words.first.flatMap(unknownLesson)
    case "exercise", "hint": return words.first.flatMap(unknownExercise)
    case "grade":
      let option = words.firstIndex(of: "--exercise")
      return option.flatMap { words.dropFirst($0 - words.startIndex + 1).first }.flatMap(unknownExercise)
    default: return nil
    }
  }

  private func unknownLesson(_ name: String) -> TextProblem? {
    guard isName(name), !catalog.lessons.contains(name) else { return nil }
    if let number = Int(name), catalog.index.lessons.contains(where: { $0.number == number }) { return nil }
    return .lessonNotWritten(name, nearest: NearestName.of(name, in: catalog.lessons))
  }

  private func unknownExercise(_ name: String) -> TextProblem? {
    guard isName(name), !catalog.exercises.contains(name) else { return nil }
    return .unknownExercise(name, nearest: NearestName.of(name, in: catalog.exercises))
  }

  private func isName(_ word: String) -> Bool { NumberedName.isSlug(word) }
}
