import Diagnostics

extension Parser {
  private static let fromFlags: [FlagRule] = [.value("platform")]

  /// `FROM IMAGE` or `FROM IMAGE AS NAME`, counted in words.
  mutating func readFrom(_ node: Node) -> Instruction {
    let start = node.arguments.indices.lowerBound
    let count = node.arguments.count
    var name: Word?
    if count == 3, isAs(words[start + 1].text) {
      let word = words[start + 2]
      guard isStageName(word.text) else {
        let written = quoted(bytes(word.text))
        let rule = "name can't start with a number or contain symbols"
        return refuse(node, "invalid name for build stage: \(written), \(rule)", at: word.range)
      }
      name = word
    } else if count != 1 {
      let place = count > 1 ? words[start + 1].range.union(words[start + count - 1].range) : nil
      return refuse(node, "FROM requires either one or three arguments", at: place)
    }
    guard accepts(Self.fromFlags, node) else { return .invalid }
    return .from(From(base: words[start], platform: value(of: "platform", node), name: name))
  }

  /// `as` in any case; U+017F is a small s for Docker, too.
  private mutating func isAs(_ text: Text) -> Bool {
    let bytes = bytes(text)
    guard let first = bytes.first, first | 0x20 == UInt8(ascii: "a") else { return false }
    let rest = bytes.dropFirst()
    return rest.elementsEqual([0x73]) || rest.elementsEqual([0x53]) || rest.elementsEqual([0xC5, 0xBF])
  }

  /// `^[a-z][a-z0-9-_.]*$`, looked at in lower case.
  private mutating func isStageName(_ text: Text) -> Bool {
    let bytes = bytes(text)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return isStageName(LetterCase.lower(bytes).utf8) }
    return isStageName(bytes)
  }

  private mutating func isStageName(_ name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    return name.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }
  }
}
