import Diagnostics
import Rubric

/// Reads `examples/outcomes.yml`: what each variant of a submission must get.
struct OutcomesFile {
  static let name = "outcomes.yml"
  static let suffix = ".Dockerfile"

  let path: String
  let rubric: Rubric
  /// The names of the variants for which there is a file.
  let examples: [String]

  /// An example without its Dockerfile.
  struct Outcome {
    var name: String
    var score: Int
    var failing: [String]
    var note: String?
    var place: SourcePosition
  }

  func read(_ bytes: [UInt8]) throws(CourseError) -> [Outcome] {
    let reader = YAMLReader(path: path)
    var outcomes: [Outcome] = []
    var listed: Set<String> = []
    reader.read(bytes, keys: ["format", "examples"]) { fields in
      fields.checkFormat()
      for node in fields.list("examples") {
        guard let entry = reader.fields(of: node, keys: ["name", "score", "fails", "note"]) else { continue }
        if let name = entry.text("name") {
          check(name, entry, listed: &listed)
          if let outcome = outcome(entry, name: name) { outcomes.append(outcome) }
        }
      }
    }
    let folder = path.dropLast(Self.name.count)
    let unlisted = examples.filter { !listed.contains($0) }.map {
      CourseProblem(.layout(.exampleWithoutOutcome), path: "\(folder)\($0)\(Self.suffix)")
    }
    guard reader.problems.isEmpty, unlisted.isEmpty else { throw .problems(reader.problems + unlisted) }
    return outcomes
  }

  private func check(_ name: String, _ entry: YAMLFields, listed: inout Set<String>) {
    if !listed.insert(name).inserted { entry.report(.meaning(.repeated(name)), at: "name") }
    if !examples.contains(name) { entry.report(.meaning(.exampleWithoutFile(name)), at: "name") }
  }

  private func outcome(_ entry: YAMLFields, name: String) -> Outcome? {
    let score = entry.integer("score", in: 0...rubric.maxScore)
    let failing = failing(entry)
    let note = entry.optionalText("note")
    guard let score, let failing else { return nil }
    let failed = rubric.items.filter { failing.contains($0.id) }
    let least = rubric.maxScore - failed.reduce(0) { $0 + $1.points }
    // What is right in part keeps some of its points, never all.
    let most = least + failed.filter(\.isPartial).reduce(0) { $0 + max(0, $1.points - 1) }
    if !(least...most).contains(score) {
      entry.report(.meaning(.scoreContradictsFails(score: score, expected: least)), at: "score")
    }
    return Outcome(name: name, score: score, failing: failing, note: note, place: entry.node.position)
  }

  /// The ids under `fails`; `all` stands for every check, nothing for none. nil when one of them is unknown.
  private func failing(_ entry: YAMLFields) -> [String]? {
    let ids = rubric.items.map(\.id)
    guard let node = entry.values["fails"] else { return [] }
    if node.plainWord == "all" { return ids }
    guard let items = entry.items(node) else { return nil }
    var failing: [String] = []
    for item in items {
      guard let id = entry.text(item) else { continue }
      if !ids.contains(id) {
        entry.reader.report(.meaning(.checkNotInRubric(id, nearest: NearestName.of(id, in: ids))), at: item)
      } else if failing.contains(id) {
        entry.reader.report(.meaning(.repeated(id)), at: item)
      } else {
        failing.append(id)
      }
    }
    return failing.count == items.count ? failing : nil
  }
}
