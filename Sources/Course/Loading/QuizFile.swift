import Diagnostics

/// Reads one question of a lesson: YAML in a fenced block.
struct QuizFile {
  /// As many as there are letters that a learner can tell apart at a glance.
  static let mostOptions = 9

  private enum Kind: String, CaseIterable {
    case single, several, short, order, line
  }

  let reader: YAMLReader
  /// The line of the fence, for what is said of the whole block.
  let line: Int

  func question(_ block: FencedBlock, ids: inout Set<String>) -> QuizQuestion? {
    guard block.isClosed else {
      reader.report(.meaning(.quiz(.open)), line: line)
      return nil
    }
    var question: QuizQuestion?
    let keys = [
      "id", "kind", "ask", "dockerfile", "findings", "refused", "predict", "options", "steps", "accept", "lines", "why",
      "mistakes", "otherwise",
    ]
    var known = ids
    reader.read(Array(block.text.utf8), keys: keys) { fields in
      guard let id = fields.text("id"), let kind: Kind = fields.choice("kind") else { return }
      if !known.insert(id).inserted { fields.report(.meaning(.repeated(id)), at: "id") }
      let file = fields.optionalText("dockerfile")
      guard let ask = fields.text("ask"), let answers = answers(kind, fields, file) else { return }
      let prediction: QuizQuestion.Prediction? = fields.has("predict") ? fields.choice("predict") : nil
      question = QuizQuestion(
        id: id,
        ask: ask,
        dockerfile: file,
        findings: fields.optionalTexts("findings"),
        isRefused: fields.flag("refused"),
        kind: answers,
        prediction: prediction
      )
    }
    ids = known
    return question
  }

  private func answers(_ kind: Kind, _ fields: YAMLFields, _ file: String?) -> QuizQuestion.Kind? {
    refuseOthers(than: kind, fields)
    switch kind {
    case .single, .several: return options(fields, kind, file)
    case .short: return short(fields).map { .short($0) }
    case .order: return steps(fields).map { .order($0) }
    case .line: return lines(fields, file).map { .line($0) }
    }
  }

  /// Keys that belong to another kind would be read by nobody.
  private func refuseOthers(than kind: Kind, _ fields: YAMLFields) {
    let own: [String] =
      switch kind {
      case .single, .several: ["options", "predict"]
      case .short: ["accept", "why", "mistakes", "otherwise"]
      case .order: ["steps"]
      case .line: ["lines", "why", "mistakes", "otherwise"]
      }
    let all = ["options", "predict", "steps", "accept", "lines", "why", "mistakes", "otherwise"]
    for key in all where fields.has(key) && !own.contains(key) {
      fields.report(.data(.unknownKey(key, nearest: nil, known: own)), at: key)
    }
    if kind == .several, fields.has("predict") { fields.report(.meaning(.quiz(.predictionOfOtherKind)), at: "predict") }
  }

  private func options(_ fields: YAMLFields, _ kind: Kind, _ file: String?) -> QuizQuestion.Kind? {
    let isPredicting = fields.has("predict")
    if isPredicting, file == nil { fields.report(.meaning(.quiz(.withoutFile)), at: "predict") }
    let options = fields.list("options").compactMap { node -> QuizQuestion.Option? in
      guard let entry = reader.fields(of: node, keys: ["text", "right", "why", "value"]) else { return nil }
      let value = entry.optionalText("value")
      if (value != nil) != isPredicting { entry.report(.meaning(.quiz(.valueWithoutPrediction))) }
      guard let text = entry.text("text"), let why = entry.text("why") else { return nil }
      return QuizQuestion.Option(text: text, isRight: entry.flag("right"), why: why, value: value)
    }
    guard (2...Self.mostOptions).contains(options.count) else {
      fields.report(.meaning(.quiz(.optionCount(options.count, most: Self.mostOptions))), at: "options")
      return nil
    }
    let right = options.count(where: \.isRight)
    if kind == .single, right != 1 { fields.report(.meaning(.quiz(.notOneRight(right))), at: "options") }
    if kind == .several, right == 0 || right == options.count {
      fields.report(.meaning(.quiz(.nothingToChoose)), at: "options")
    }
    return kind == .single ? .single(options) : .several(options)
  }

  private func short(_ fields: YAMLFields) -> QuizQuestion.ShortAnswer? {
    let accepted = fields.texts("accept")
    if fields.isList("accept"), accepted.isEmpty { fields.report(.meaning(.quiz(.noAnswer)), at: "accept") }
    let mistakes = fields.has("mistakes") ? fields.list("mistakes") : []
    let read = mistakes.compactMap { node -> QuizQuestion.Mistake? in
      guard let entry = reader.fields(of: node, keys: ["answer", "why"]), let answer = entry.text("answer"),
        let why = entry.text("why")
      else { return nil }
      if accepted.contains(answer) { entry.report(.meaning(.quiz(.rightAndWrong(answer))), at: "answer") }
      return QuizQuestion.Mistake(answer: answer, why: why)
    }
    guard let why = fields.text("why"), let otherwise = fields.text("otherwise"), !accepted.isEmpty else { return nil }
    return QuizQuestion.ShortAnswer(accepted: accepted, why: why, mistakes: read, otherwise: otherwise)
  }

  private func steps(_ fields: YAMLFields) -> [QuizQuestion.Step]? {
    var texts: Set<String> = []
    let steps = fields.list("steps").compactMap { node -> QuizQuestion.Step? in
      guard let entry = reader.fields(of: node, keys: ["text", "why"]), let text = entry.text("text"),
        let why = entry.text("why")
      else { return nil }
      if !texts.insert(text).inserted { entry.report(.meaning(.quiz(.stepTwice(text))), at: "text") }
      return QuizQuestion.Step(text: text, why: why)
    }
    guard (2...Self.mostOptions).contains(steps.count) else {
      fields.report(.meaning(.quiz(.stepCount(steps.count, most: Self.mostOptions))), at: "steps")
      return nil
    }
    return steps
  }

  private func lines(_ fields: YAMLFields, _ file: String?) -> QuizQuestion.LineAnswer? {
    guard let file else {
      fields.report(.meaning(.quiz(.withoutFile)))
      return nil
    }
    let last = file.split(separator: "\n", omittingEmptySubsequences: false).count
    let right = fields.list("lines").compactMap { number(fields, $0, last: last) }
    if fields.isList("lines"), right.isEmpty { fields.report(.meaning(.quiz(.noAnswer)), at: "lines") }
    let mistakes = fields.has("mistakes") ? fields.list("mistakes") : []
    let read = mistakes.compactMap { node -> QuizQuestion.LineMistake? in
      guard let entry = reader.fields(of: node, keys: ["line", "why"]), let place = entry.value("line"),
        let line = number(entry, place, last: last), let why = entry.text("why")
      else { return nil }
      if right.contains(line) { entry.report(.meaning(.quiz(.rightAndWrong("\(line)"))), at: "line") }
      return QuizQuestion.LineMistake(line: line, why: why)
    }
    guard let why = fields.text("why"), let otherwise = fields.text("otherwise"), !right.isEmpty else { return nil }
    return QuizQuestion.LineAnswer(right: right, why: why, mistakes: read, otherwise: otherwise)
  }

  private func number(_ fields: YAMLFields, _ node: YAMLNode, last: Int) -> Int? {
    guard let line = fields.integer(node, in: 1...10_000) else { return nil }
    if line > last { reader.report(.meaning(.quiz(.noSuchLine(line, last: last))), at: node) }
    return line
  }
}
