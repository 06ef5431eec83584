import Diagnostics

extension Parser {
  /// EXPOSE sorts its ports as text.
  mutating func readExpose(_ node: Node) -> Instruction {
    guard !node.arguments.isEmpty else { return refuse(node, requiresOneArgument(node)) }
    guard accepts([], node) else { return .invalid }
    let ports = words[node.arguments.indices]
    let sorted = ports.sorted { bytes($0.text).lexicographicallyPrecedes(bytes($1.text)) }
    guard !sorted.elementsEqual(ports) else { return .expose(Arguments(words: node.arguments)) }
    let first = words.count
    words += sorted
    return .expose(Arguments(words: Run32(first..<words.count)))
  }

  /// VOLUME takes the white space off its paths.
  mutating func readVolume(_ node: Node) -> Instruction {
    guard !node.arguments.isEmpty else { return refuse(node, requiresOneArgument(node)) }
    guard accepts([], node) else { return .invalid }
    let first = words.count
    for index in node.arguments.indices {
      let word = words[index]
      let text = trimmed(word.text)
      guard !text.isEmpty else {
        words.removeSubrange(first...)
        return refuse(node, "VOLUME specified can not be an empty string", at: word.range)
      }
      words.append(Word(text: text, range: word.range))
    }
    return .volume(Arguments(words: Run32(first..<words.count)))
  }

  private func trimmed(_ text: Text) -> Text {
    let copy = Array(bytes(text))
    let range = trimSpace(copy.span, 0..<copy.count)
    let start = text.offsets.lowerBound
    let offsets = start + range.lowerBound..<start + range.upperBound
    return text.isDerived ? Text(derived: offsets) : Text(source: offsets)
  }
}
