import Diagnostics

/// Reads a lesson: front matter between two lines `---`, then Markdown.
struct LessonFile {
  let entry: CourseIndex.Lesson
  /// Ids that the lesson may name.
  let exercises: [String]

  func read(_ bytes: [UInt8]) throws(CourseError) -> Lesson {
    let (frontMatter, body) = try parts(bytes)
    let reader = YAMLReader(path: entry.path, firstLine: 1)
    var lesson: Lesson?
    let keys = ["id", "title", "summary", "minutes", "prerequisites", "exercises"]
    reader.read(bytes[frontMatter], keys: keys) { fields in
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
        body: body
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

  private func parts(_ bytes: [UInt8]) throws(CourseError) -> (frontMatter: Range<Int>, body: String) {
    let text = try checkedText(bytes, path: entry.path)
    var start = 0
    var frontMatter: Range<Int>?
    var opened: Int?
    while start < bytes.count, frontMatter == nil {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let isFence = isFence(bytes[start..<end])
      if let opened {
        if isFence { frontMatter = opened..<start }
      } else {
        guard isFence else { throw problem(.frontMatterMissing) }
        opened = end
      }
      start = end
    }
    guard let frontMatter else { throw problem(opened == nil ? .frontMatterMissing : .frontMatterOpen) }
    return (frontMatter, String(text.utf8.dropFirst(start)) ?? "")
  }

  private func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }.elementsEqual("---".utf8)
  }

  private func problem(_ problem: MeaningProblem) -> CourseError {
    .problems([CourseProblem(.meaning(problem), path: entry.path)])
  }
}
