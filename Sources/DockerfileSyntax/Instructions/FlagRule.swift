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

  let name: StaticString
  let kind: Kind

  static func `switch`(_ name: StaticString) -> FlagRule { FlagRule(name: name, kind: .switch) }

  static func value(_ name: StaticString) -> FlagRule { FlagRule(name: name, kind: .value) }

  static func values(_ name: StaticString) -> FlagRule { FlagRule(name: name, kind: .values) }
}

extension Parser {
  /// Whether an instruction takes the flags that it has; the first that it doesn't is a problem.
  @inline(__always)
  mutating func accepts(_ rules: @autoclosure () -> [FlagRule], _ node: Node) -> Bool {
    node.flags.isEmpty || acceptsFlags(rules(), node)
  }

  @inline(never)
  private mutating func acceptsFlags(_ rules: [FlagRule], _ node: Node) -> Bool {
    for index in node.flags.indices {
      if let message = refusal(of: index, rules, node) {
        let flag = flags[index]
        let isUnknown = rule(for: flag, rules) == nil
        let suggestion =
          isUnknown && flag.name.text.offsets.count <= 64
          ? Suggestion.nearest(to: string(flag.name.text), among: rules.map(\.name.description)) : nil
        refuse(node, message, at: flag.range, suggestion: suggestion)
        return false
      }
    }
    return true
  }

  /// nil for a flag that the instruction takes.
  private mutating func refusal(of index: Int, _ rules: [FlagRule], _ node: Node) -> String? {
    let flag = flags[index]
    guard let rule = rule(for: flag, rules) else {
      return "unknown flag: --\(string(flag.name.text))"
    }
    if rule.kind != .values {
      for earlier in node.flags.indices.lowerBound..<index where equals(flags[earlier].name.text, rule.name) {
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

  private mutating func rule(for flag: Flag, _ rules: [FlagRule]) -> FlagRule? {
    for rule in rules where equals(flag.name.text, rule.name) { return rule }
    return nil
  }

  /// The last value of a flag.
  mutating func value(of name: StaticString, _ node: Node) -> Word? {
    for index in node.flags.indices.reversed() where equals(flags[index].name.text, name) { return flags[index].value }
    return nil
  }
}
