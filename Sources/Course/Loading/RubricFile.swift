import Diagnostics
import Rubric

/// Reads `exercise.yml`.
struct RubricFile {
  static let name = "exercise.yml"
  /// So that the pass mark and every score are percentages at once.
  static let fullMarks = 100
  static let fewestHints = 3

  let path: String
  /// The id that the name of the folder gives.
  let id: String
  let checks: CheckNames
  let lessons: [CourseIndex.Lesson]

  func read(_ bytes: [UInt8], tree: YAMLTree? = nil) throws(CourseError) -> ExerciseRubric {
    let reader = YAMLReader(path: path)
    var exercise: ExerciseRubric?
    reader.read(bytes, tree: tree, keys: ["format", "id", "title", "lesson", "pass", "checks"]) { fields in
      fields.checkFormat()
      if let found = fields.text("id"), found != id {
        fields.report(.meaning(.otherID(found: found, expected: id)), at: "id")
      }
      let title = fields.text("title") ?? ""
      let lesson = fields.text("lesson") ?? ""
      let passMark = fields.integer("pass", in: 1...Self.fullMarks) ?? Self.fullMarks
      let items = items(fields, lesson: lesson)
      exercise = ExerciseRubric(
        id: id,
        title: title,
        lesson: lesson,
        rubric: Rubric(passMark: passMark, items: items.map(\.item)),
        sha256: SHA256.hexadecimal(of: bytes),
        hints: items.map { Exercise.HintLadder(check: $0.item.id, steps: $0.hints) }.filter { !$0.steps.isEmpty },
        places: Dictionary(items.map { ($0.item.id, $0.place) }) { first, _ in first }
      )
    }
    guard let exercise, reader.problems.isEmpty else { throw .problems(reader.problems) }
    return exercise
  }

  private static let keys =
    QuestionFile.kinds + [
      "id", "title", "why", "with", "stage", "severity", "points", "partial", "needs", "feedback", "hints", "lesson",
    ]

  /// An item of the list, with what is no part of judging.
  private struct Entry {
    var item: Rubric.Item
    var hints: [String]
    var place: SourcePosition
  }

  private func items(_ fields: YAMLFields, lesson: String) -> [Entry] {
    var items: [Entry] = []
    var seen: Set<String> = []
    let nodes = fields.list("checks")
    for node in nodes {
      guard let entry = fields.reader.fields(of: node, keys: Self.keys) else { continue }
      let item = item(entry, lesson: lesson, after: items.map(\.item), seen: &seen)
      if let item { items.append(item) }
    }
    // Sums of a list with gaps would only confuse.
    guard fields.has("checks"), items.count == nodes.count else { return items }
    let sum = items.reduce(0) { $0 + $1.item.points }
    if sum != Self.fullMarks {
      fields.report(.meaning(.pointsDoNotAddUp(sum: sum, expected: Self.fullMarks)), at: "checks")
    }
    if !items.contains(where: { $0.item.severity == .required }) {
      fields.report(.meaning(.noRequiredCheck), at: "checks")
    }
    return items
  }

  private func item(
    _ entry: YAMLFields,
    lesson: String,
    after before: [Rubric.Item],
    seen: inout Set<String>
  ) -> Entry? {
    let id = id(entry, seen: &seen)
    let severity: CheckResult.Severity? = entry.choice("severity")
    let points = points(entry, severity: severity)
    let question = id.flatMap {
      QuestionFile(checks: checks, before: before).question(entry, orCheck: $0, points: points)
    }
    let hints = entry.optionalTexts("hints")
    if severity == .required, hints.count < Self.fewestHints {
      entry.report(.meaning(.tooFewHints(count: hints.count, needed: Self.fewestHints)), at: "hints")
    }
    let lesson = entry.optionalText("lesson") ?? lesson
    let title = title(entry, of: question)
    let needs = needs(entry, after: before)
    guard let id, let severity, let points, let question else { return nil }
    let place = lessons.first { $0.id == lesson }.map { CheckResult.Lesson(id: $0.id, number: $0.number) }
    let item = Rubric.Item(
      id: id,
      title: title,
      why: entry.optionalText("why"),
      question: question,
      points: points,
      severity: severity,
      lesson: place,
      needs: needs,
      isPartial: isPartial(entry, question),
      feedback: FeedbackFile(question: question).feedback(entry)
    )
    return Entry(item: item, hints: hints, place: entry.node.position)
  }

  private func id(_ entry: YAMLFields, seen: inout Set<String>) -> String? {
    guard let id = entry.text("id") else { return nil }
    if !seen.insert(id).inserted { entry.report(.meaning(.repeated(id)), at: "id") }
    // Without another question it is looked up, and that says more.
    let isOwn = QuestionFile.kinds.contains { entry.has($0) }
    if isOwn, !NumberedName.isSlug(id) { entry.report(.meaning(.question(.notAnID(id))), at: "id") }
    return id
  }

  /// Several checks together have no title of their own.
  private func title(_ entry: YAMLFields, of question: Question?) -> String {
    if let title = entry.optionalText("title") { return title }
    if let check = question?.check { return check.check.title }
    if question != nil, !entry.has("title") { _ = entry.value("title") }
    return ""
  }

  private func needs(_ entry: YAMLFields, after before: [Rubric.Item]) -> [String] {
    guard let nodes = entry.values["needs"].flatMap({ entry.items($0) }) else { return [] }
    let known = before.map(\.id)
    var needs: [String] = []
    for node in nodes {
      guard let id = entry.text(node) else { continue }
      if !known.contains(id) {
        entry.reader.report(.meaning(.question(.needNotBefore(id, nearest: NearestName.of(id, in: known)))), at: node)
      } else if needs.contains(id) {
        entry.reader.report(.meaning(.repeated(id)), at: node)
      } else {
        needs.append(id)
      }
    }
    return needs
  }

  /// Points of parts say it by themselves.
  private func isPartial(_ entry: YAMLFields, _ question: Question) -> Bool {
    let isAsked = entry.flag("partial")
    if isAsked, !question.countsParts { entry.report(.meaning(.question(.nothingPartial)), at: "partial") }
    if case .all(let parts) = question, parts.contains(where: { $0.points != nil }) { return true }
    return isAsked
  }

  /// Required checks have points, praise has none; for recommended ones they may be left out.
  private func points(_ entry: YAMLFields, severity: CheckResult.Severity?) -> Int? {
    guard entry.has("points") else {
      guard severity == .required else { return 0 }
      _ = entry.value("points")
      return nil
    }
    guard let points = entry.optionalInteger("points", in: 0...Self.fullMarks) else { return nil }
    if severity == .required, points == 0 { entry.report(.meaning(.requiredWithoutPoints), at: "points") }
    if severity == .praise, points > 0 { entry.report(.meaning(.praiseWithPoints), at: "points") }
    return points
  }
}
