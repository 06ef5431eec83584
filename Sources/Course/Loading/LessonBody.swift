/// Reads the Markdown of a lesson: text, and between it questions in fenced blocks of the language `quiz`.
struct LessonBody {
  static let language = "quiz"

  let path: String
  /// The line of the file at which the Markdown begins.
  let firstLine: Int

  func read(_ markdown: String) throws(CourseError) -> [LessonPart] {
    var parts: [LessonPart] = []
    var problems: [CourseProblem] = []
    var ids: Set<String> = []
    for part in MarkdownPart.parts(of: markdown) {
      switch part {
      case .prose(let text): append(text, to: &parts)
      case .block(let block) where block.words.first == Self.language:
        let reader = YAMLReader(path: path, firstLine: firstLine + block.line - 1)
        if let question = QuizFile(reader: reader, line: firstLine + block.line - 1).question(block, ids: &ids) {
          parts.append(.question(question))
        }
        problems += reader.problems
      case .block(let block): append(block.source, to: &parts)
      }
    }
    guard problems.isEmpty else { throw .problems(problems) }
    return parts
  }

  /// Text behind text is one piece.
  private func append(_ text: String, to parts: inout [LessonPart]) {
    if case .markdown(let before) = parts.last {
      parts[parts.count - 1] = .markdown(before + "\n" + text)
    } else {
      parts.append(.markdown(text))
    }
  }
}
