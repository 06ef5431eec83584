import Diagnostics

/// Reads a lesson: front matter between two lines `---`, then Markdown.
struct LessonFile {
  let entry: CourseIndex.Lesson
  /// Ids that the lesson may name.
  let exercises: [String]

  func read(_ bytes: [UInt8]) throws(CourseError) -> Lesson {
    let parts = try FrontMatter(bytes, path: entry.path)
    let reader = YAMLReader(path: entry.path, firstLine: 1)
    var lesson: Lesson?
    let keys = ["id", "title", "summary", "minutes", "prerequisites", "exercises"]
    reader.read(bytes[parts.range], keys: keys) { fields in
      if let found = fields.text("id"), found != entry.id {
        fields.report(.meaning(.otherID(found: found, expected: entry.id)), at: "id")
      }
      lesson = Lesson(
        id: entry.id,
        number: entry.number,
        title: fields.text("title") ?? "",
        summary: fields.text("summary") ?? "",
        minutes: fields.integer("minutes", in: 1...600) ?? 0,
        prerequisites: fields.texts("prerequisites"),
        exercises: knownExercises(fields),
        body: parts.body,
        bodyLine: parts.bodyLine
      )
    }
    guard let lesson, reader.problems.isEmpty else { throw .problems(reader.problems) }
    return lesson
  }

  private func knownExercises(_ fields: YAMLFields) -> [String] {
    fields.list("exercises").compactMap { node in
      guard let id = fields.text(node) else { return nil }
      if exercises.contains(id) { return id }
      fields.reader.report(.meaning(.unknownExercise(id, nearest: NearestName.of(id, in: exercises))), at: node)
      return nil
    }
  }
}
