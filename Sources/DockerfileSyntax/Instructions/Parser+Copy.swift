import Diagnostics

extension Parser {
  private static let copyFlags: [FlagRule] = [
    .value("chown"), .value("from"), .value("chmod"), .switch("link"), .values("exclude"), .switch("parents"),
  ]
  private static let addFlags: [FlagRule] = [
    .value("chown"), .value("chmod"), .switch("link"), .switch("keep-git-dir"), .value("checksum"), .switch("unpack"),
    .values("exclude"),
  ]

  mutating func readCopy(_ node: Node) -> Instruction {
    readCopy(node, Self.copyFlags) { .copy($0) }
  }

  mutating func readAdd(_ node: Node) -> Instruction {
    readCopy(node, Self.addFlags) { .add($0) }
  }

  private mutating func readCopy(_ node: Node, _ rules: [FlagRule], _ make: (Copy) -> Instruction) -> Instruction {
    let name = node.kind?.name ?? ""
    guard node.arguments.count >= 2 else {
      let reason = "only one was provided. Destination could not be determined"
      return refuse(node, "\(name) requires at least two arguments, but \(reason)")
    }
    guard accepts(rules, node) else { return .invalid }
    let sources = node.arguments.indices.dropLast()
    let destination = words[sources.upperBound]
    if heredocMark(destination.text) != nil {
      return refuse(node, "\(name) cannot accept a heredoc as a destination", at: destination.range)
    }
    let (paths, documents) = divide(sources, node)
    return make(Copy(flags: node.flags, sources: paths, heredocs: documents, destination: destination))
  }

  /// Paths and heredocs among the sources. A heredoc has the body of the last one with its name.
  private mutating func divide(_ sources: Range<Int>, _ node: Node) -> (Run32<Word>, Run32<Heredoc>) {
    var hasMark = false
    for index in sources where heredocMark(words[index].text) != nil { hasMark = true }
    guard hasMark else { return (Run32(sources), Run32(0..<0)) }
    var bodies: [[UInt8]: Heredoc] = [:]
    for index in node.heredocs.indices { bodies[Array(bytes(heredocs[index].name.text))] = heredocs[index] }
    let firstWord = words.count
    let firstHeredoc = heredocs.count
    for index in sources {
      guard let mark = heredocMark(words[index].text) else {
        words.append(words[index])
        continue
      }
      let body = bodies[mark.name]
      let name = body?.name ?? derivedName(mark, words[index])
      heredocs.append(heredoc(mark, name: name, content: body?.content ?? Text(source: 0..<0)))
    }
    return (Run32(firstWord..<words.count), Run32(firstHeredoc..<heredocs.count))
  }

  /// The name of a heredoc that has no body, as in a JSON array.
  private mutating func derivedName(_ mark: HeredocMark, _ word: Word) -> Word {
    let base = derived.end
    derived.note(word.range)
    mark.name.withUnsafeBufferPointer { derived.bytes.append(contentsOf: $0) }
    return Word(text: Text(derived: base..<derived.end), range: word.range)
  }

  /// A word that announces a heredoc; what can't be lexed is a path.
  private mutating func heredocMark(_ text: Text) -> HeredocMark? {
    let bytes = bytes(text)
    guard bytes.contains(UInt8(ascii: "<")) else { return nil }
    do throws(ExpansionError) {
      return try HeredocMark(bytes)
    } catch {
      return nil
    }
  }
}
