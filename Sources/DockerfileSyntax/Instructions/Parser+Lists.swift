import Diagnostics

extension Parser {
  /// EXPOSE sorts its ports as text.
  mutating func readExpose(_ node: Node) -> Instruction {
    guard !node.arguments.isEmpty else { return refuse(node, requiresOneArgument(node)) }
    guard accepts([], node) else { return .invalid }
    guard !isSorted(node.arguments.indices) else { return .expose(Arguments(words: node.arguments)) }
    let sorted = words[node.arguments].sorted { bytes($0.text).lexicographicallyPrecedes(bytes($1.text)) }
    let first = words.count
    for word in sorted { words.append(word) }
    return .expose(Arguments(words: Run32(first..<words.count)))
  }

  private mutating func isSorted(_ indices: Range<Int>) -> Bool {
    for index in indices.dropFirst()
    where bytes(words[index].text).lexicographicallyPrecedes(bytes(words[index - 1].text)) {
      return false
    }
    return true
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
        words.truncate(to: first)
        return refuse(node, "VOLUME specified can not be an empty string", at: word.range)
      }
      words.append(Word(text: text, range: word.range))
    }
    return .volume(Arguments(words: Run32(first..<words.count)))
  }

  private mutating func trimmed(_ text: Text) -> Text {
    let bytes = bytes(text)
    let range = trimSpace(bytes.span, 0..<bytes.count)
    let start = text.offsets.lowerBound
    return Text(isDerived: text.isDerived, start + range.lowerBound..<start + range.upperBound)
  }
}
