/// A lesson to begin with.
struct LessonTemplate {
  let id: String
  let exercises: [String]

  func file(name: String) -> ContentFile {
    let title = Self.title(id)
    let text = """
      ---
      id: \(id)
      title: "\(title)"
      summary: What it teaches, in one sentence.
      minutes: 15
      prerequisites: []
      exercises: [\(exercises.joined(separator: ", "))]
      ---
      <!-- To do: title, summary and minutes above, then the text. Each heading of the second level begins a page. -->
      # \(title)

      Say what the lesson is about, and why somebody should
      want to know it.

      ## A page

      Short paragraphs, and code of at most 72 columns:

      ```dockerfile
      FROM python:3.14-slim
      WORKDIR /app
      COPY clock.py ./
      CMD ["python", "clock.py"]
      ```
      \(exercises.map { "\n## Now you\n\nTry the exercise: `stagecraft exercise \($0)`.\n" }.joined())
      """
    return ContentFile(path: "Lessons/\(name).md", bytes: Array(text.utf8))
  }

  /// `first-lesson` as people write it.
  static func title(_ id: String) -> String {
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
