import Diagnostics
import Rubric

/// Reads what a line of a rubric asks: a check with its values, or several put together.
struct QuestionFile {
  /// Deeper ones nobody understands, and a hostile file is read in no time.
  static let deepest = 5
  static let mostParts = 24

  /// The keys of which a question has exactly one.
  static let kinds = ["check", "all", "any", "not"]

  let checks: CheckNames
  /// The items of the rubric so far.
  let before: [Rubric.Item]

  /// The question of an entry. Without any of the keys, `id` names a check.
  ///
  /// - Parameter points: those of the item, which the parts of an `all` may share out.
  func question(_ entry: YAMLFields, orCheck id: String? = nil, points: Int?, depth: Int = 1) -> Question? {
    let given = Self.kinds.filter { entry.has($0) }
    if given.count > 1 { entry.report(.meaning(.question(.several(given))), at: given[1]) }
    if given.first != "check", id == nil || !given.isEmpty {
      for key in ["with", "stage"] where entry.has(key) {
        entry.report(.meaning(.question(.onlyWithCheck(key))), at: key)
      }
    }
    switch given.first {
    case "all": return parts(entry, "all", points: points, depth).map { .all($0) }
    case "any": return parts(entry, "any", points: nil, depth).map { .any($0.map(\.question)) }
    case "not":
      guard let node = entry.values["not"], let part = part(node, in: entry, keys: [], depth) else { return nil }
      return question(part, points: nil, depth: depth + 1).map { .not($0) }
    case "check": return check(entry, named: entry.text("check"), at: "check").map { .check($0) }
    default:
      guard let id else {
        entry.report(.meaning(.question(.nothingAsked)))
        return nil
      }
      return check(entry, named: id, at: "id").map { .check($0) }
    }
  }

  private func parts(_ entry: YAMLFields, _ key: String, points: Int?, _ depth: Int) -> [Question.Part]? {
    let nodes = entry.list(key)
    guard !nodes.isEmpty, nodes.count <= Self.mostParts else {
      if entry.isList(key) { entry.report(.meaning(.question(.partCount(nodes.count, most: Self.mostParts))), at: key) }
      return nil
    }
    let mayHavePoints = key == "all" && depth == 1
    var parts: [Question.Part] = []
    var fields: [YAMLFields] = []
    for node in nodes {
      guard let part = part(node, in: entry, keys: mayHavePoints ? ["points"] : [], depth) else { continue }
      fields.append(part)
      let points = part.optionalInteger("points", in: 1...RubricFile.fullMarks)
      if let question = question(part, points: nil, depth: depth + 1) { parts.append(.init(question, points: points)) }
    }
    guard parts.count == nodes.count else { return nil }
    return shared(points, among: parts, fields, entry) ? parts : nil
  }

  /// Either no part has points or all have, and then they add up to the item's.
  private func shared(_ points: Int?, among parts: [Question.Part], _ fields: [YAMLFields], _ entry: YAMLFields) -> Bool
  {
    let shares = parts.compactMap(\.points)
    guard !shares.isEmpty else { return true }
    if shares.count < parts.count {
      for part in fields where !part.has("points") { part.report(.data(.missingKey("points"))) }
      return false
    }
    let sum = shares.reduce(0, +)
    guard let points, sum != points else { return true }
    entry.report(.meaning(.question(.partPointsDoNotAddUp(sum: sum, expected: points))), at: "all")
    return false
  }

  private func part(_ node: YAMLNode, in entry: YAMLFields, keys: [String], _ depth: Int) -> YAMLFields? {
    guard depth < Self.deepest else {
      entry.reader.report(.meaning(.question(.tooDeep(most: Self.deepest))), at: node)
      return nil
    }
    return entry.reader.fields(of: node, keys: Self.kinds + ["with", "stage"] + keys)
  }
}

/// A single check.
extension QuestionFile {
  private func check(_ entry: YAMLFields, named id: String?, at key: String) -> AskedCheck? {
    guard let id else { return nil }
    guard let check = checks.find(id) else {
      entry.report(.meaning(.unknownCheck(id, nearest: NearestName.of(id, in: checks.ids))), at: key)
      return nil
    }
    let stage = stage(entry, of: check)
    let values = values(entry, of: check)
    guard let stage, let values else { return nil }
    do throws(ArgumentProblems) {
      return try check.asked(with: values.mapValues(WrittenValue.init), of: stage, after: needs(of: check, stage))
    } catch {
      for problem in error.problems { report(problem, of: check, entry, values) }
      return nil
    }
  }

  /// What a check rests on, where the rubric asks it of the same stage before.
  private func needs(of check: Check, _ stage: StageSelector) -> [String] {
    check.needs.flatMap { needed in
      before.filter { item in
        item.question.check.map { $0.check.id == needed && $0.stage == stage } ?? false
      }.map(\.id)
    }
  }

  private func values(_ entry: YAMLFields, of check: Check) -> [String: YAMLNode]? {
    guard entry.has("with") else { return [:] }
    if check.parameters.isEmpty {
      entry.report(.meaning(.question(.noParameters(check: check.id))), at: "with")
      return nil
    }
    guard entry.isMapping("with") else {
      entry.report(.data(.wrongType(expected: "keys and their values")), at: "with")
      return nil
    }
    var values: [String: YAMLNode] = [:]
    for (name, value) in entry.entries("with") { values[name] = value }
    return values
  }

  private func stage(_ entry: YAMLFields, of check: Check) -> StageSelector? {
    guard let node = entry.values["stage"] else { return .final }
    if check.subject == .file {
      entry.report(.meaning(.question(.checkOfWholeFile(check.id))), at: "stage")
      return nil
    }
    if case .mapping = node.content {
      return entry.reader.fields(of: node, keys: ["name"])?.text("name").map { .named($0) }
    }
    guard let word = entry.text(node) else { return nil }
    if let found = StageSelector.words.first(where: { $0.word == word }) { return found.selector }
    let choices = StageSelector.words.map(\.word)
    let nearest = NearestName.of(word, in: choices)
    entry.report(.meaning(.question(.unknownStage(word, choices: choices, nearest: nearest))), at: "stage")
    return nil
  }

  private func report(
    _ problem: ArgumentProblem,
    of check: Check,
    _ entry: YAMLFields,
    _ values: [String: YAMLNode]
  ) {
    let whole = entry.values["with"] ?? entry.node
    switch problem {
    case .missing(let name):
      entry.reader.report(.meaning(.question(.missingParameter(name, check: check.id))), at: whole)
    case .unknown(let name, let nearest, let known):
      let key = entry.key(name, in: "with") ?? whole
      let problem = QuestionProblem.unknownParameter(name, check: check.id, nearest: nearest, known: known)
      entry.reader.report(.meaning(.question(problem)), at: key)
    case .unfit(let name, let problem): report(problem, at: values[name] ?? whole, entry)
    case .contradiction(let name, let message):
      entry.reader.report(.meaning(.question(.contradiction(message))), at: values[name] ?? whole)
    }
  }

  private func report(_ problem: ParameterProblem, at node: YAMLNode, _ entry: YAMLFields) {
    let reader = entry.reader
    switch problem {
    case .wrongType(let expected): reader.report(.data(.wrongType(expected: expected)), at: node)
    case .emptyText: reader.report(.data(.emptyText), at: node)
    case .outOfRange(let number, let range): reader.report(.data(.numberOutOfRange(number, range)), at: node)
    case .unknownChoice(let value, let choices):
      let nearest = NearestName.of(value, in: choices)
      reader.report(.data(.unknownChoice(value, choices: choices, nearest: nearest)), at: node)
    case .repeated(let value): reader.report(.meaning(.repeated(value)), at: node)
    case .inItem(let index, let problem):
      guard case .list(let items) = node.content, items.indices.contains(index) else { return }
      report(problem, at: items[index], entry)
    }
  }
}

extension WrittenValue {
  fileprivate init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text, isPlain: true): self = .word(text)
    case .scalar(let text, isPlain: false): self = .text(text)
    case .list(let items): self = .list(items.map(WrittenValue.init))
    case .mapping: self = .mapping
    }
  }
}
