import Diagnostics

extension Parser {
  mutating func readEnv(_ node: Node) -> Instruction { readPairs(node) { .env($0) } }

  mutating func readLabel(_ node: Node) -> Instruction { readPairs(node) { .label($0) } }

  private mutating func readPairs(_ node: Node, _ make: (Pairs) -> Instruction) -> Instruction {
    guard accepts([], node) else { return .invalid }
    guard !node.arguments.isEmpty else { return refuse(node, requiresOneArgument(node)) }
    let first = pairs.count
    let arguments = node.arguments.indices
    if node.isLegacyPair {
      let value = words[arguments.lowerBound + 1]
      pairs.append(Pair(name: words[arguments.lowerBound], value: value, isLegacy: true))
      return make(Pairs(pairs: Run32(first..<pairs.count)))
    }
    for index in arguments {
      let pair = pair(words[index])
      guard !pair.name.text.isEmpty else {
        pairs.truncate(to: first)
        return refuse(node, "\(node.kind?.name ?? "") names can not be blank", at: words[index].range)
      }
      pairs.append(pair)
    }
    return make(Pairs(pairs: Run32(first..<pairs.count)))
  }

  /// ARG never looks at its flags, and a word without `=` is a name.
  mutating func readArg(_ node: Node) -> Instruction {
    guard !node.arguments.isEmpty else { return refuse(node, requiresOneArgument(node)) }
    let first = pairs.count
    for index in node.arguments.indices {
      let pair = pair(words[index])
      guard !pair.name.text.isEmpty else {
        pairs.truncate(to: first)
        return refuse(node, "ARG names can not be blank", at: words[index].range)
      }
      pairs.append(pair)
    }
    return .arg(Pairs(pairs: Run32(first..<pairs.count)))
  }

  /// A word, divided at its first `=`.
  private mutating func pair(_ word: Word) -> Pair {
    guard let equals = bytes(word.text).firstIndex(of: UInt8(ascii: "=")) else {
      return Pair(name: word, value: nil, isLegacy: false)
    }
    let name = part(of: word, 0..<equals)
    return Pair(name: name, value: part(of: word, equals + 1..<word.text.offsets.count), isLegacy: false)
  }
}
