import Diagnostics

extension ScriptParser {
  /// Commands up to the end or to a token that closes the construct around them.
  mutating func commandList() -> CommandList {
    var list = CommandList()
    while true {
      skipNewlines()
      guard !isAtListEnd else { return list }
      let start = offset
      guard let chain = chain() else {
        if offset == start { recover("`\(tokenText())` where a command should begin") }
        continue
      }
      skipBlanks()
      var isBackground = false
      if peek() == UInt8(ascii: "&") {
        isBackground = true
        offset += 1
      } else if peek() == UInt8(ascii: ";"), !isAtCaseEnd {
        offset += 1
      }
      list.items.append(CommandList.Item(chain: chain, isBackground: isBackground))
    }
  }

  var isAtCaseEnd: Bool {
    peek() == UInt8(ascii: ";") && (peek(1) == UInt8(ascii: ";") || peek(1) == UInt8(ascii: "&"))
  }

  private var isAtListEnd: Bool {
    guard let byte = peek() else { return true }
    switch byte {
    case UInt8(ascii: ")"): return true
    case UInt8(ascii: ";"): return isAtCaseEnd
    case UInt8(ascii: "}"): return isAt(reserved: "}")
    case UInt8(ascii: "t"): return isAt(reserved: "then")
    case UInt8(ascii: "e"): return isAt(reserved: "else") || isAt(reserved: "elif") || isAt(reserved: "esac")
    case UInt8(ascii: "f"): return isAt(reserved: "fi")
    case UInt8(ascii: "d"): return isAt(reserved: "do") || isAt(reserved: "done")
    default: return false
    }
  }

  private mutating func chain() -> Chain? {
    guard let first = pipeline() else { return nil }
    var chain = Chain(first: first)
    while true {
      skipBlanks()
      let start = offset
      let joined: Chain.Operator
      if eat("&&") {
        joined = .and
      } else if eat("||") {
        joined = .or
      } else {
        return chain
      }
      let operatorRange = range(from: start)
      skipNewlines()
      guard !isAtListEnd, let next = pipeline() else {
        note("no command after `\(joined == .and ? "&&" : "||")`", at: operatorRange)
        return chain
      }
      chain.rest.append((joined, next))
    }
  }

  private mutating func pipeline() -> Pipeline? {
    var isNegated = false
    skipBlanks()
    while eat(reserved: "!") {
      isNegated.toggle()
      skipBlanks()
    }
    guard let first = command() else { return nil }
    var commands = [first]
    while true {
      skipBlanks()
      guard peek() == UInt8(ascii: "|"), peek(1) != UInt8(ascii: "|") else { break }
      offset += peek(1) == UInt8(ascii: "&") ? 2 : 1
      skipNewlines()
      guard !isAtListEnd, let next = command() else {
        note("no command after `|`")
        break
      }
      commands.append(next)
    }
    return Pipeline(isNegated: isNegated, commands: commands)
  }
}
