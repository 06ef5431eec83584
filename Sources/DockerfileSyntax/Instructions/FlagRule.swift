import Diagnostics

/// A flag that an instruction knows.
struct FlagRule {
  enum Kind {
    /// `--link`, `--link=true`, `--link=false`.
    case `switch`
    case value
    /// A value, any number of times.
    case values
  }

  let name: String
  let kind: Kind

  static func `switch`(_ name: String) -> FlagRule { FlagRule(name: name, kind: .switch) }

  static func value(_ name: String) -> FlagRule { FlagRule(name: name, kind: .value) }

  static func values(_ name: String) -> FlagRule { FlagRule(name: name, kind: .values) }
}

extension Parser {
  /// Whether an instruction takes the flags that it has; the first that it doesn't is a problem.
  mutating func accepts(_ rules: [FlagRule], _ node: Node) -> Bool {
    guard !node.flags.isEmpty else { return true }
    for index in node.flags.indices {
      if let message = refusal(of: index, rules, node) {
        let flag = flags[index]
        let isUnknown = !rules.contains { equals(flag.name.text, $0.name) }
        let suggestion =
          isUnknown && flag.name.text.offsets.count <= 64
          ? Suggestion.nearest(to: string(flag.name.text), among: rules.map(\.name)) : nil
        refuse(node, message, at: flag.range, suggestion: suggestion)
        return false
      }
    }
    return true
  }

  private func refusal(of index: Int, _ rules: [FlagRule], _ node: Node) -> String? {
    let flag = flags[index]
    guard let rule = rules.first(where: { equals(flag.name.text, $0.name) }) else {
      return "unknown flag: --\(string(flag.name.text))"
    }
    if rule.kind != .values {
      let earlier = flags[node.flags.indices.lowerBound..<index]
      if earlier.contains(where: { equals($0.name.text, rule.name) }) {
        return "duplicate flag specified: --\(rule.name)"
      }
    }
    guard let value = flag.value else {
      return rule.kind == .switch ? nil : "missing a value on flag: --\(rule.name)"
    }
    guard rule.kind == .switch else { return nil }
    if value.text.isEmpty { return "missing a value on flag: --\(rule.name)" }
    let lowered = LetterCase.lower(bytes(value.text))
    if lowered == "true" || lowered == "false" { return nil }
    return "expecting boolean value for flag --\(rule.name), not: \(string(value.text))"
  }

  /// The last value of a flag.
  func value(of name: String, _ node: Node) -> Word? {
    flags[node.flags.indices].last { equals($0.name.text, name) }?.value
  }

  /// Docker refuses an instruction.
  @discardableResult
  mutating func refuse(
    _ node: Node,
    _ message: String,
    at range: SourceRange? = nil,
    suggestion: String? = nil
  ) -> Instruction {
    let place = range ?? node.keyword.range
    report(.instructions, message, line: Int(node.startLine), at: place, suggestion: suggestion)
    return .invalid
  }
}
