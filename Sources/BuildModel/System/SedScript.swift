/// A script of sed, as far as it can be told whether it may change the numbers of users.
struct SedScript {
  private var rest: Substring

  /// Whether every line of the file of users keeps its number under this script, or is deleted.
  static func keepsNumbers(_ text: String) -> Bool {
    var script = SedScript(rest: text[...])
    while script.skipSeparators() {
      guard script.takeHarmlessCommand() else { return false }
    }
    return true
  }

  private mutating func skipSeparators() -> Bool {
    rest = rest.drop { $0.isWhitespace || $0 == ";" }
    return !rest.isEmpty
  }

  private mutating func takeHarmlessCommand() -> Bool {
    guard takeAddress() else { return false }
    if rest.first == "," {
      rest.removeFirst()
      guard takeAddress() else { return false }
    }
    rest = rest.drop { $0 == "!" || $0 == " " }
    switch rest.popFirst() {
    case "d", "p", "q", "=": return true
    case "s": return takeHarmlessSubstitution()
    default: return false
    }
  }

  /// A line's number, `$`, or an expression between slashes; none is an address too.
  private mutating func takeAddress() -> Bool {
    rest = rest.drop { $0 == " " }
    if rest.first == "$" {
      rest.removeFirst()
    } else if rest.first == "/" {
      rest.removeFirst()
      return takeText(upTo: "/") != nil
    } else {
      rest = rest.drop(while: \.isNumber)
    }
    return true
  }

  /// Literal text without a digit for literal text without a digit, and no field more or less.
  private mutating func takeHarmlessSubstitution() -> Bool {
    guard let delimiter = rest.popFirst(), let old = takeText(upTo: delimiter), let new = takeText(upTo: delimiter)
    else { return false }
    rest = rest.drop { $0.isLetter || $0.isNumber }
    let isLiteral = { (text: Substring) in text.allSatisfy { !$0.isNumber && !Self.special.contains($0) } }
    return isLiteral(old) && isLiteral(new) && old.count { $0 == ":" } == new.count { $0 == ":" }
  }

  private static let special: Set<Character> = [".", "*", "[", "]", "^", "$", "\\", "+", "?", "(", ")", "{", "|", "&"]

  private mutating func takeText(upTo end: Character) -> Substring? {
    var index = rest.startIndex
    while index < rest.endIndex, rest[index] != end {
      if rest[index] == "\\" { rest.formIndex(after: &index) }
      if index < rest.endIndex { rest.formIndex(after: &index) }
    }
    guard index < rest.endIndex else { return nil }
    defer { rest = rest[rest.index(after: index)...] }
    return rest[..<index]
  }
}
