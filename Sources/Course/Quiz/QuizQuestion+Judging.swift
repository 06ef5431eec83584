/// What is said about an answer.
package enum Judgement: Hashable, Sendable {
  /// The texts are Markdown: why it is right, or why it is not.
  case right(String)
  case wrong([String])
  /// Of an order: the first place, from 1, at which another step belongs, and why that one does.
  case misplaced(place: Int, why: String)
  /// It answers nothing; the words say what an answer looks like.
  case unclear(Expected)

  /// What an answer to a question looks like.
  package enum Expected: Hashable, Sendable {
    case letter(last: Character)
    case letters(last: Character)
    case everyLetter(last: Character)
    case line(last: Int)
    case words
  }
}

extension QuizQuestion {
  /// The letter of an option or a step, by its index.
  package static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(clamping: index)))
  }

  /// What is shown behind the letters: options, or steps in another order than the right one. Empty for other kinds.
  package var choices: [String] {
    switch kind {
    case .single(let options), .several(let options): options.map(\.text)
    case .order(let steps): shuffled.map { steps[$0].text }
    case .short, .line: []
    }
  }

  /// Whether a line is meant as an answer, rather than as a command.
  package func takes(_ line: String) -> Bool {
    if case .short(let answer) = kind {
      let given = Self.plain(line)
      return (answer.accepted + answer.mistakes.map(\.answer)).contains { Self.plain($0) == given }
    }
    if case .unclear = judge(line) { return false }
    return true
  }

  package func judge(_ line: String) -> Judgement {
    switch kind {
    case .single(let options): single(line, options)
    case .several(let options): several(line, options)
    case .short(let answer): short(line, answer)
    case .order(let steps): order(line, steps)
    case .line(let answer): self.line(line, answer)
    }
  }

  /// A right answer as a learner may type it, with what it stands for.
  package var solution: String {
    switch kind {
    case .single(let options), .several(let options):
      options.indices.filter { options[$0].isRight }.map { String(Self.letter($0)) }.joined(separator: " ")
    case .short(let answer): answer.accepted[0]
    case .order(let steps):
      steps.indices.compactMap { shuffled.firstIndex(of: $0) }.map { String(Self.letter($0)) }.joined(separator: " ")
    case .line(let answer): String(answer.right[0])
    }
  }

  private func single(_ line: String, _ options: [Option]) -> Judgement {
    let spelled = options.firstIndex { Self.plain($0.text) == Self.plain(line) }
    guard let index = spelled ?? Self.indices(in: line, below: options.count).flatMap({ $0.count == 1 ? $0[0] : nil })
    else { return .unclear(.letter(last: Self.letter(options.count - 1))) }
    return options[index].isRight ? .right(options[index].why) : .wrong([options[index].why])
  }

  private func several(_ line: String, _ options: [Option]) -> Judgement {
    guard let chosen = Self.indices(in: line, below: options.count), !chosen.isEmpty else {
      return .unclear(.letters(last: Self.letter(options.count - 1)))
    }
    let wrong = options.indices.filter { options[$0].isRight != chosen.contains($0) }
    if wrong.isEmpty {
      return .right(options.filter(\.isRight).map(\.why).joined(separator: " "))
    }
    return .wrong(wrong.map { "\(Self.letter($0))) \(options[$0].why)" })
  }

  private func short(_ line: String, _ answer: ShortAnswer) -> Judgement {
    let given = Self.plain(line)
    if given.isEmpty { return .unclear(.words) }
    if answer.accepted.contains(where: { Self.plain($0) == given }) { return .right(answer.why) }
    let mistake = answer.mistakes.first { Self.plain($0.answer) == given }
    return .wrong([mistake?.why ?? answer.otherwise])
  }

  private func order(_ line: String, _ steps: [Step]) -> Judgement {
    guard let letters = Self.indices(in: line, below: steps.count), letters.count == steps.count else {
      return .unclear(.everyLetter(last: Self.letter(steps.count - 1)))
    }
    let given = letters.map { shuffled[$0] }
    if let first = given.indices.first(where: { given[$0] != $0 }) {
      return .misplaced(place: first + 1, why: steps[first].why)
    }
    return .right(steps.map(\.why).joined(separator: " "))
  }

  private func line(_ line: String, _ answer: LineAnswer) -> Judgement {
    let words = line.split(whereSeparator: \.isWhitespace)
    let last = dockerfile.map { $0.split(separator: "\n", omittingEmptySubsequences: false).count } ?? 0
    guard let word = words.last, words.count == 1 || words.count == 2 && words[0].lowercased() == "line",
      let number = Int(word), (1...max(1, last)).contains(number)
    else { return .unclear(.line(last: last)) }
    if answer.right.contains(number) { return .right(answer.why) }
    return .wrong([answer.mistakes.first { $0.line == number }?.why ?? answer.otherwise])
  }

  /// The options behind letters: `b`, `a c`, `a, c` or `ac`; each once. nil where something else stands.
  private static func indices(in line: String, below count: Int) -> [Int]? {
    var found: [Int] = []
    for character in line.lowercased() where !character.isWhitespace && character != "," && character != ")" {
      guard let code = character.asciiValue, code >= UInt8(ascii: "a") else { return nil }
      let index = Int(code - UInt8(ascii: "a"))
      guard index < count, !found.contains(index) else { return nil }
      found.append(index)
    }
    return found.isEmpty ? nil : found
  }

  /// A text as short answers are compared: lower case, single blanks, without the marks of code and a full stop.
  private static func plain(_ text: String) -> String {
    let bare = text.lowercased().filter { $0 != "`" }
    let words = bare.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.hasSuffix(".") && words.count > 1 ? String(words.dropLast()) : words
  }

  /// Which step stands behind each letter: another order than the right one, and the same each time.
  private var shuffled: [Int] {
    guard case .order(let steps) = kind, steps.count > 1 else { return [0] }
    var order = Array(steps.indices)
    var state = id.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    for index in order.indices.reversed() where index > 0 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
    }
    if order == Array(steps.indices) { order.swapAt(0, order.count - 1) }
    return order
  }
}
