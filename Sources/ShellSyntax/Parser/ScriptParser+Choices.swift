import Diagnostics

extension ScriptParser {
  /// `case word in pattern) list ;; … esac`, after its first word.
  mutating func choice() -> Command.Kind {
    skipBlanks()
    let subject = word()
    expect(reserved: "in", closing: "case")
    var items: [CaseItem] = []
    while true {
      skipNewlines()
      if eat(reserved: "esac") { return .choice(subject: subject, items: items) }
      let start = offset
      _ = eat("(")
      let patterns = casePatterns()
      skipBlanks()
      guard !patterns.isEmpty, eat(")") else {
        note("`case` without `esac`")
        if offset == start || peek() == nil { return .choice(subject: subject, items: items) }
        continue
      }
      let body = commandList()
      skipBlanks()
      items.append(CaseItem(patterns: patterns, body: body, end: caseEnd()))
    }
  }

  private mutating func caseEnd() -> CaseItem.End {
    if eat(";;&") { return .triesNext }
    if eat(";&") { return .runsNext }
    _ = eat(";;")
    return .leaves
  }

  private mutating func casePatterns() -> [Word] {
    var patterns: [Word] = []
    repeat {
      skipBlanks()
      guard let byte = peek(), !Self.isDelimiter(byte) else { return patterns }
      patterns.append(word())
      skipBlanks()
    } while eat("|")
    return patterns
  }

  /// `function name { … }` of bash, after its first word.
  mutating func bashFunction() -> Command.Kind {
    skipBlanks()
    let name = word()
    skipBlanks()
    if eat("(") { expect(")", closing: "(") }
    return functionBody(name: name.plainText ?? "")
  }

  /// What follows the name and the parentheses of a function.
  mutating func functionBody(name: String) -> Command.Kind {
    skipNewlines()
    guard let body = nested({ $0.command() }) ?? nil else {
      note("the function `\(name)` has no body")
      return .opaque([])
    }
    return .function(name: name, body: body)
  }
}
