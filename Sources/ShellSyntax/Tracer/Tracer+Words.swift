import Diagnostics

extension Tracer {
  /// The fields that a word becomes as an argument.
  mutating func expand(_ word: Word, _ flow: inout Flow) -> [Field] {
    if let plain = plainField(word, splits: true) { return [plain] }
    return expand(word, splits: true, &flow)
  }

  /// The fields of all words of a command.
  mutating func expand(_ words: [Word], _ flow: inout Flow) -> [Field] {
    var fields: [Field] = []
    fields.reserveCapacity(words.count)
    for word in words {
      if let plain = plainField(word, splits: true) {
        fields.append(plain)
      } else {
        fields += expand(word, splits: true, &flow)
      }
    }
    return fields
  }

  /// What becomes of a word that is one piece of text, as most are; nil for another.
  private mutating func plainField(_ word: Word, splits: Bool) -> Field? {
    guard word.parts.count == 1, case .text(let text, let isQuoted, let range) = word.parts[0] else { return nil }
    if !isQuoted {
      guard let first = text.first, first != UInt8(ascii: "~") else { return nil }
      guard !splits || !text.contains(where: FieldSplitter.blanks.contains) else { return nil }
    }
    guard budget.spend(text: text.count) else { return nil }
    let isPattern = !isQuoted && splits && FieldSplitter.isPattern(text)
    return Field(text, from: range, isPattern: isPattern, range: word.range)
  }

  /// The one text that a word becomes as a value.
  mutating func expandWhole(_ word: Word, _ flow: inout Flow) -> Field {
    plainField(word, splits: false) ?? expand(word, splits: false, &flow).first ?? Field(range: word.range)
  }

  private mutating func expand(_ word: Word, splits: Bool, _ flow: inout Flow) -> [Field] {
    let separators = splits ? separators(in: flow.state) : FieldSplitter.blanks
    var splitter = FieldSplitter(range: word.range, splits: splits, separators: separators)
    var parts = word.parts[...]
    if case .text(let text, isQuoted: false, let range)? = parts.first, text.first == UInt8(ascii: "~") {
      parts.removeFirst()
      appendTilde(text, range, &splitter, flow)
    }
    append(parts, &splitter, &flow)
    return splitter.finish()
  }

  private func separators(in state: ShellState) -> [UInt8]? {
    guard let entry = state.variables["IFS"] else { return state.variables.hasOverflowed ? nil : FieldSplitter.blanks }
    switch entry.value {
    case nil: return FieldSplitter.blanks
    case .known(let text): return Array(text.utf8)
    case .failure, .unknown: return nil
    }
  }

  /// `~` is the home directory; `~name` that of somebody who is not known here.
  private func appendTilde(_ text: [UInt8], _ range: SourceRange, _ splitter: inout FieldSplitter, _ flow: Flow) {
    let rest = text.dropFirst()
    let home = rest.isEmpty || rest.first == UInt8(ascii: "/") ? value(of: "HOME", in: flow.state) : .unknown
    splitter.append(home ?? .known("~"), isQuoted: true, from: SourceRange(range.lower, range.lower + 1))
    splitter.append(text: Array(rest), isQuoted: false, from: SourceRange(range.lower + 1, range.upper))
  }

  private mutating func append(_ parts: ArraySlice<Word.Part>, _ splitter: inout FieldSplitter, _ flow: inout Flow) {
    for part in parts {
      switch part {
      case .text(let text, let isQuoted, let range):
        if budget.spend(text: text.count) {
          splitter.append(text: text, isQuoted: isQuoted, from: range)
        } else {
          splitter.forget()
        }
      case .parameter(let parameter, let isQuoted, let range):
        append(parameter, isQuoted: isQuoted, range, &splitter, &flow)
      case .substitution(let list, _, _), .process(let list, _):
        substitute(&flow) { $0.run(list, $1, isTested: false) }
        splitter.forget()
      case .backquoted(let script, let map, _, let range):
        let inner = Frame(hereDocuments: script.hereDocuments, origin: (map, range, frame))
        substitute(&flow) { $0.run(script.body, $1, in: inner, isTested: false) }
        splitter.forget()
      case .arithmetic(let parts, let range):
        var inner = FieldSplitter(range: range, splits: false, separators: nil)
        append(parts[...], &inner, &flow)
        splitter.forget()
      case .pattern:
        splitter.forget()
      }
    }
  }

  /// Runs commands whose output becomes part of a word.
  private mutating func substitute(_ flow: inout Flow, _ run: (inout Tracer, Flow) -> Outcome) {
    let outer = enclosing
    enclosing = []
    let before = flow
    let outcome = nested { tracer in tracer.subshell(before, run) } ?? Outcome(flow, .either)
    enclosing = outer
    substitution = outcome
    if let next = join(outcome) { flow = next }
  }

  /// Follows commands of another text.
  mutating func run(_ list: CommandList, _ flow: Flow, in inner: Frame, isTested: Bool) -> Outcome {
    let outer = frame
    frame = inner
    defer { frame = outer }
    return run(list, flow, isTested: isTested)
  }

  // MARK: - Parameters

  private mutating func append(
    _ parameter: Parameter,
    isQuoted: Bool,
    _ range: SourceRange,
    _ splitter: inout FieldSplitter,
    _ flow: inout Flow
  ) {
    if parameter.operator == .none, parameter.name == "@" || parameter.name == "*" {
      appendPositions(isJoined: parameter.name == "*", isQuoted: isQuoted, range, &splitter, flow)
      return
    }
    let value = self.value(ofParameter: parameter.name, in: flow.state)
    switch parameter.operator {
    case .none: append(value, isQuoted, range, &splitter)
    case .length:
      let length = value.map { value -> Value in
        guard case .known(let text) = value else { return .unknown }
        return .known(String(text.unicodeScalars.count))
      }
      append(length ?? .known("0"), isQuoted, range, &splitter)
    case .useDefault, .assignDefault, .alternative, .complain:
      appendChoice(of: parameter, value, isQuoted, range, &splitter, &flow)
    case .dropShortestPrefix, .dropLongestPrefix, .dropShortestSuffix, .dropLongestSuffix:
      let word = Word(parts: parameter.word, range: range)
      let trimmed = value.map { trim($0, parameter.operator, word, &flow) }
      append(trimmed, isQuoted, range, &splitter)
    case .unknown:
      var inner = FieldSplitter(range: range, splits: false, separators: nil)
      append(parameter.word[...], &inner, &flow)
      splitter.forget()
    }
  }

  /// False where the value is too much; then the word is not known.
  @discardableResult
  private mutating func append(
    _ value: Value?,
    _ isQuoted: Bool,
    _ range: SourceRange,
    _ splitter: inout FieldSplitter
  ) -> Bool {
    let value = value ?? .known("")
    let isSplit = splitter.splits && !isQuoted
    if case .known(let text) = value, !budget.spend(value: text.utf8.count, isSplit: isSplit) {
      splitter.forget()
      return false
    }
    splitter.append(value, isQuoted: isQuoted, from: range)
    return true
  }

  private mutating func appendPositions(
    isJoined: Bool,
    isQuoted: Bool,
    _ range: SourceRange,
    _ splitter: inout FieldSplitter,
    _ flow: Flow
  ) {
    guard let positions = flow.state.positions else {
      splitter.forget()
      return
    }
    for (index, value) in positions.enumerated() {
      if index > 0 {
        if isQuoted && isJoined || !splitter.splits {
          splitter.append(text: [UInt8(ascii: " ")], isQuoted: true, from: range)
        } else {
          splitter.endField()
        }
      }
      guard append(value, isQuoted, range, &splitter) else { return }
    }
  }

  /// `:-`, `:=`, `:+` and `:?`
  private mutating func appendChoice(
    of parameter: Parameter,
    _ value: Value?,
    _ isQuoted: Bool,
    _ range: SourceRange,
    _ splitter: inout FieldSplitter,
    _ flow: inout Flow
  ) {
    let isSet: Bool? =
      switch value {
      case nil: false
      case .known(""): !parameter.countsEmptyAsUnset
      case .known, .failure: true
      case .unknown: nil
      }
    guard let isSet else {
      if parameter.operator == .complain { exits.failure = join(exits.failure, flow) }
      var other = flow
      var inner = FieldSplitter(range: range, splits: false, separators: nil)
      append(parameter.word[...], &inner, &other)
      flow = join(flow, other) ?? flow
      splitter.forget()
      return
    }
    switch parameter.operator {
    case .alternative:
      if isSet { append(parameter.word[...], &splitter, &flow) }
    case .useDefault where !isSet:
      append(parameter.word[...], &splitter, &flow)
    case .assignDefault where !isSet:
      let field = expandWhole(Word(parts: parameter.word, range: range), &flow)
      assign(parameter.name, field.value, in: &flow.state)
      append(field.value, isQuoted, range, &splitter)
    case .complain where !isSet:
      exits.failure = join(exits.failure, flow)
      splitter.forget()
    default: append(value, isQuoted, range, &splitter)
    }
  }

  private func value(ofParameter name: String, in state: ShellState) -> Value? {
    switch name {
    case "?": return state.status
    case "#": return state.positions.map { .known(String($0.count)) } ?? .unknown
    case "-", "$", "!", "0", "": return .unknown
    default: break
    }
    guard let position = Int(name) else { return value(of: name, in: state) }
    guard let positions = state.positions else { return .unknown }
    return position <= positions.count ? positions[position - 1] : nil
  }
}
