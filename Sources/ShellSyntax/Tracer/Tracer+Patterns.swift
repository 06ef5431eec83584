import Diagnostics

extension Tracer {
  /// The pattern that a word is; nil when a part of it is not known. Quoted text stands for itself.
  mutating func pattern(_ word: Word, _ flow: inout Flow) -> Pattern? {
    var pattern = Pattern()
    for part in word.parts {
      if case .text(let text, let isQuoted, _) = part {
        if isQuoted { pattern.append(literal: text) } else { pattern.append(special: text[...]) }
        continue
      }
      let field = expandWhole(Word(parts: [part], range: word.range), &flow)
      guard let text = field.knownText else { return nil }
      let isQuoted = if case .parameter(_, isQuoted: true, _) = part { true } else { false }
      if isQuoted { pattern.append(literal: text.utf8) } else { pattern.append(special: Array(text.utf8)[...]) }
    }
    return pattern
  }

  /// `${x#…}` and its like.
  mutating func trim(_ value: Value, _ kind: Parameter.Operator, _ word: Word, _ flow: inout Flow) -> Value {
    guard let pattern = pattern(word, &flow), case .known(let text) = value else { return .unknown }
    let bytes = Array(text.utf8)
    let (work, overflows) = bytes.count.multipliedReportingOverflow(by: bytes.count)
    guard !overflows, budget.spend(comparing: work, with: pattern.count) else { return .unknown }
    let cuts = Array(0...bytes.count)
    switch kind {
    case .dropShortestPrefix, .dropLongestPrefix:
      let tried = kind == .dropShortestPrefix ? cuts : cuts.reversed()
      guard let cut = tried.first(where: { pattern.matches(bytes[..<$0]) }) else { return value }
      return .known(String(decoding: bytes[cut...], as: UTF8.self))
    default:
      let tried = kind == .dropShortestSuffix ? cuts.reversed() : cuts
      guard let cut = tried.first(where: { pattern.matches(bytes[$0...]) }) else { return value }
      return .known(String(decoding: bytes[..<cut], as: UTF8.self))
    }
  }
}
