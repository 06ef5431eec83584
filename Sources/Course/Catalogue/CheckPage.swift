import BuildModel
package import Rubric

/// What an author may want to know about a check, in Markdown. Everything on it comes from the check itself.
package struct CheckPage {
  private let check: Check

  package init(_ check: Check) {
    self.check = check
  }

  /// - Parameter level: of its heading.
  package func markdown(level: Int = 1) -> String {
    let heading = String(repeating: "#", count: level)
    var parts = ["\(heading) `\(check.id)`", "**\(check.title)**: \(check.rationale).", "\(subject) \(result)"]
    if !check.parameters.isEmpty { parts.append(parameters) }
    parts.append("Feedback may fill in \(check.placeholders.map { "`{\($0)}`" }.joined(separator: ", ")).")
    parts.append("In a rubric:")
    parts.append("```yaml\n\(rubric)\n```")
    parts += examples(check.good, says: "Passes")
    parts += examples(check.bad, says: "Fails")
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var subject: String {
    switch check.subject {
    case .image: "Asked of the image of a stage: `stage` says which, `final` when it is left out."
    case .file: "Asked of the whole file: it takes no `stage`."
    }
  }

  private var result: String {
    let needs = check.needs.map { "Not judged where `\($0)` did not pass." }
    return ((check.countsParts ? ["Counts parts, so that `partial: true` is possible."] : []) + needs)
      .joined(separator: " ")
  }

  /// A list, because a table of four columns does not fit a narrow terminal.
  private var parameters: String {
    let items = check.parameters.map { parameter in
      "- `\(parameter.name)`: \(parameter.meaning). \(parameter.type.words); \(Self.leftOut(parameter))."
    }
    return "Parameters:\n\n" + items.joined(separator: "\n")
  }

  private static func leftOut(_ parameter: ParameterDeclaration) -> String {
    switch parameter.need {
    case .required: "needed"
    case .optional: "may be left out"
    case .otherwise(let value): "`\(value.text)` when it is left out"
    }
  }

  /// As the first good example asks it.
  private var rubric: String {
    guard let example = check.good.first else { return "- id: \(check.id)" }
    var lines = ["- id: \(check.id)", "  severity: recommended", "  points: 10"]
    if let with = CheckPage.with(example, check) { lines.append("  with: \(with)") }
    if let stage = CheckPage.stage(example) { lines.append("  stage: \(stage)") }
    return lines.joined(separator: "\n")
  }

  private func examples(_ examples: [CheckExample], says verdict: String) -> [String] {
    examples.flatMap { example -> [String] in
      var asked: [String] = []
      if let with = CheckPage.with(example, check) { asked.append("asked with `\(with)`") }
      if let stage = CheckPage.stage(example) { asked.append("of the stage `\(stage)`") }
      if example.ignoreFile == .absent { asked.append("without a `.dockerignore`") }
      let head = ([verdict] + asked).joined(separator: ", ")
      let marked = CheckPage.marked(example.dockerfile)
      let place = marked.place.map { ", at `\($0)`" } ?? ""
      return ["\(head)\(place):", "```dockerfile\n\(marked.text)```"]
    }
  }

  private static func with(_ example: CheckExample, _ check: Check) -> String? {
    let pairs = check.parameters.compactMap { parameter in
      example.arguments[parameter.name].map { "\(parameter.name): \($0.yaml)" }
    }
    return pairs.isEmpty ? nil : "{ \(pairs.joined(separator: ", ")) }"
  }

  private static func stage(_ example: CheckExample) -> String? {
    switch example.stage {
    case .final: nil
    case .named(let name): "{ name: \(name) }"
    default: example.stage.text
    }
  }

  /// The text without the marks, ending in a line feed, and the first line of what stands between them.
  private static func marked(_ text: String) -> (text: String, place: String?) {
    let plain = text.filter { $0 != "⟦" && $0 != "⟧" }
    let parts = text.split(separator: "⟦", maxSplits: 1)
    let inside = text.contains("⟦") ? parts.last?.prefix { $0 != "⟧" && $0 != "\n" } : nil
    return (plain.hasSuffix("\n") ? plain : plain + "\n", inside.map(String.init))
  }
}

extension ParameterType {
  /// For people.
  package var words: String {
    switch self {
    case .integer(let range): "A number from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: "`true` or `false`"
    case .duration: "A duration, such as `1m30s`"
    case .text: "A text"
    case .path: "An absolute path"
    case .choice(let choices): "One of " + choices.map { "`\($0)`" }.joined(separator: ", ")
    case .list(.choice(let choices)): "A list of words among " + choices.map { "`\($0)`" }.joined(separator: ", ")
    case .list(.path): "A list of absolute paths"
    case .list: "A list of texts"
    }
  }
}
