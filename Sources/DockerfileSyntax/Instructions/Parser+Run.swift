import Diagnostics

extension Parser {
  private static let runFlags: [FlagRule] = [
    .values("mount"), .values("device"), .value("network"), .value("security"),
  ]

  mutating func readRun(_ node: Node) -> Instruction {
    guard accepts(Self.runFlags, node), acceptsValues(node) else { return .invalid }
    return .run(Run(form: form(node), flags: node.flags, heredocs: node.heredocs, script: script(node)))
  }

  /// What BuildKit checks of the flags' values while it parses; of a mount that is `from` alone.
  private mutating func acceptsValues(_ node: Node) -> Bool {
    guard !node.flags.isEmpty else { return true }
    for index in node.flags.indices where equals(flags[index].name.text, "device") {
      guard let value = flags[index].value else { continue }
      do throws(OptionError) {
        _ = try Device(bytes(value.text))
      } catch {
        return refuse(error, node, value)
      }
    }
    for index in node.flags.indices where equals(flags[index].name.text, "mount") {
      guard let value = flags[index].value else { continue }
      // Most mounts hold nothing that could be refused so early.
      guard Mount.needsCheck(bytes(value.text)) else { continue }
      do throws(OptionError) {
        _ = try Mount(written: bytes(value.text), range: value.range)
      } catch {
        return refuse(error, node, value)
      }
    }
    return acceptsModes(node)
  }

  private mutating func acceptsModes(_ node: Node) -> Bool {
    if let network = value(of: "network", node), !["default", "none", "host"].contains(string(network.text)) {
      refuse(node, "invalid network mode \(quoted(bytes(network.text)))", at: network.range)
      return false
    }
    if let security = value(of: "security", node), !["sandbox", "insecure"].contains(string(security.text)) {
      refuse(node, "security \(quoted(bytes(security.text))) is not valid", at: security.range)
      return false
    }
    return true
  }

  private mutating func refuse(_ error: OptionError, _ node: Node, _ value: Word) -> Bool {
    refuse(node, error.message, at: value.range, suggestion: error.suggestion)
    return false
  }

  /// What the shell gets to read.
  private mutating func script(_ node: Node) -> Word {
    let command = commandLine(node)
    guard !node.isJSON, !node.heredocs.isEmpty else { return command }
    let documents = Array(heredocs[node.heredocs])
    if let first = documents.first, isLoneHeredoc(command) { return content(of: first) }
    return withHeredocs(command, documents)
  }

  /// A line, then the body and the terminator of each of its heredocs.
  mutating func withHeredocs(_ command: Word, _ documents: [Heredoc]) -> Word {
    if let whole = sourceScript(command, documents) { return whole }
    let base = derived.end
    derive(copyOf: command.text)
    var range = command.range
    for document in documents {
      let body = sourceRange(of: document.content)
      derived.note(SourceRange(body.lower, body.lower))
      derived.bytes.append(0x0A)
      derive(copyOf: document.content)
      derived.note(SourceRange(body.upper, body.upper))
      let name = document.name.text
      if name.isDerived {
        derived.bytes.append(copyOf: name.offsets)
      } else {
        derived.bytes.append(contentsOf: bytes(name))
      }
      range = range.union(body)
    }
    return Word(text: Text(derived: base..<derived.end), range: range)
  }

  /// The whole command is one `<<NAME`: Docker runs the heredoc itself.
  private mutating func isLoneHeredoc(_ command: Word) -> Bool {
    do throws(ExpansionError) {
      return try HeredocMark(bytes(command.text)) != nil
    } catch {
      return false
    }
  }

  /// The command line and its heredocs where they stand in the source just as the shell reads them.
  private mutating func sourceScript(_ command: Word, _ documents: [Heredoc]) -> Word? {
    guard !command.text.isDerived else { return nil }
    var end = command.text.offsets.upperBound
    for document in documents {
      let content = document.content
      let name = bytes(document.name.text)
      guard !content.isDerived, content.offsets.lowerBound == end + 1, source[end] == 0x0A else { return nil }
      end = content.offsets.upperBound + name.count
      guard end <= source.count, source[content.offsets.upperBound..<end].elementsEqual(name) else { return nil }
    }
    let offsets = command.text.offsets.lowerBound..<end
    return Word(text: Text(source: offsets), range: SourceRange(offsets))
  }

  /// A heredoc's body without the tabs that `<<-` drops.
  private mutating func content(of heredoc: Heredoc) -> Word {
    let range = sourceRange(of: heredoc.content)
    let bytes = bytes(heredoc.content)
    guard heredoc.chomps, bytes.contains(0x09) else { return Word(text: heredoc.content, range: range) }
    let base = derived.end
    let lower = heredoc.content.offsets.lowerBound
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let newline = firstIndex(of: 0x0A, in: bytes.span, start..<bytes.count).map { $0 + 1 } ?? bytes.count
      var first = start
      while first < newline, bytes[first] == 0x09 { first += 1 }
      if first < newline { lines.append(lower + first..<lower + newline) }
      start = newline
    }
    for line in lines { derive(copyOf: Text(isDerived: heredoc.content.isDerived, line)) }
    return Word(text: Text(derived: base..<derived.end), range: range)
  }
}
