import Diagnostics

extension ScriptParser {
  mutating func command() -> Command? {
    skipBlanks()
    commandCount += 1
    guard commandCount <= Self.maximumCommands else {
      giveUp("more than \(Self.maximumCommands) commands")
      return nil
    }
    let start = offset
    guard let opener = compoundOpener() else { return simpleCommand() }
    guard let kind = nested({ $0.compound(opener) }) else { return nil }
    var command = Command(kind: kind, range: range(from: start))
    while true {
      skipBlanks()
      guard let redirection = redirection() else { break }
      command.redirections.append(redirection)
    }
    command.range = range(from: start)
    return command
  }

  private enum Opener {
    case subshell, arithmetic, group, conditional, forEach, whileLoop, untilLoop, choice, function, test
  }

  /// Steps over the token that opens a compound command, if one stands here.
  private mutating func compoundOpener() -> Opener? {
    switch peek() {
    case UInt8(ascii: "("):
      if isAtArithmetic(opening: 2) {
        offset += 2
        return .arithmetic
      }
      offset += 1
      return .subshell
    case UInt8(ascii: "{"): return eat(reserved: "{") ? .group : nil
    case UInt8(ascii: "["): return eat(reserved: "[[") ? .test : nil
    case UInt8(ascii: "i"): return eat(reserved: "if") ? .conditional : nil
    case UInt8(ascii: "f"):
      if eat(reserved: "for") { return .forEach }
      return eat(reserved: "function") ? .function : nil
    case UInt8(ascii: "s"): return eat(reserved: "select") ? .forEach : nil
    case UInt8(ascii: "w"): return eat(reserved: "while") ? .whileLoop : nil
    case UInt8(ascii: "u"): return eat(reserved: "until") ? .untilLoop : nil
    case UInt8(ascii: "c"): return eat(reserved: "case") ? .choice : nil
    default: return nil
    }
  }

  private mutating func compound(_ opener: Opener) -> Command.Kind {
    switch opener {
    case .subshell:
      let list = commandList()
      expect(")", closing: "(")
      return .subshell(list)
    case .arithmetic: return .opaque([arithmeticWord()])
    case .group:
      let list = commandList()
      expect(reserved: "}", closing: "{")
      return .group(list)
    case .conditional: return conditional()
    case .forEach: return forEach()
    case .whileLoop, .untilLoop:
      let condition = commandList()
      let body = loopBody(of: opener == .untilLoop ? "until" : "while")
      return .loop(isUntil: opener == .untilLoop, condition: condition, body: body)
    case .choice: return choice()
    case .function: return bashFunction()
    case .test: return .opaque(testWords())
    }
  }

  private mutating func conditional() -> Command.Kind {
    var branches: [(condition: CommandList, body: CommandList)] = []
    var otherwise: CommandList?
    repeat {
      let condition = commandList()
      expect(reserved: "then", closing: "if")
      branches.append((condition, commandList()))
    } while eat(reserved: "elif")
    if eat(reserved: "else") { otherwise = commandList() }
    expect(reserved: "fi", closing: "if")
    return .conditional(branches: branches, otherwise: otherwise)
  }

  private mutating func loopBody(of opener: String) -> CommandList {
    expect(reserved: "do", closing: opener)
    let body = commandList()
    expect(reserved: "done", closing: opener)
    return body
  }

  private mutating func forEach() -> Command.Kind {
    skipBlanks()
    if eat("((") {
      let header = arithmeticWord()
      skipSeparators()
      let body = loopBody(of: "for")
      let condition = Command(kind: .opaque([header]), range: header.range)
      return .loop(isUntil: false, condition: CommandList(command: condition), body: body)
    }
    guard let name = name() else {
      note("`for` without the name of a variable")
      return .forEach(name: "", words: [], body: loopBody(of: "for"))
    }
    skipNewlines()
    var words: [Word]?
    if eat(reserved: "in") {
      var list: [Word] = []
      skipBlanks()
      while let byte = peek(), !Self.isDelimiter(byte) || startsProcess {
        list.append(word())
        skipBlanks()
      }
      words = list
    }
    skipSeparators()
    return .forEach(name: name, words: words, body: loopBody(of: "for"))
  }

  private mutating func skipSeparators() {
    skipBlanks()
    if peek() == UInt8(ascii: ";") { offset += 1 }
  }

  /// The words between `[[` and `]]`, where `&&`, `<` and parentheses are operators of the test.
  private mutating func testWords() -> [Word] {
    var words: [Word] = []
    while true {
      skipNewlines()
      guard let byte = peek() else {
        note("`[[` without `]]`")
        return words
      }
      if eat(reserved: "]]") { return words }
      if Self.isDelimiter(byte) {
        offset += 1
      } else {
        words.append(word())
      }
    }
  }
}

extension CommandList {
  /// A list of one command.
  init(command: Command) {
    let pipeline = Pipeline(isNegated: false, commands: [command])
    self.init(items: [Item(chain: Chain(first: pipeline), isBackground: false)])
  }
}
