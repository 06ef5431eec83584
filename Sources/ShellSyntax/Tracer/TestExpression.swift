/// What `test` and `[` say of words that are known.
enum TestExpression {
  /// nil where the answer depends on files or on what is not known. An expression that `test` rejects is false.
  static func evaluate(_ words: [Value]) -> Bool? {
    var reader = Reader(words: words)
    switch words.count {
    case 0: return false
    case 1: return isFilled(words[0])
    default: break
    }
    let answer = reader.alternatives()
    guard reader.index == words.count, !reader.isMalformed else {
      return words.allSatisfy(isKnown) ? false : nil
    }
    return answer
  }

  private static func isKnown(_ value: Value) -> Bool {
    if case .known = value { return true }
    return false
  }

  private static func isFilled(_ value: Value) -> Bool? {
    switch value {
    case .known(let text): !text.isEmpty
    case .failure: true
    case .unknown: nil
    }
  }

  private struct Reader {
    let words: [Value]
    var index = 0
    var isMalformed = false
    private var depth = 0

    init(words: [Value]) {
      self.words = words
    }

    private func isAt(_ text: String, ahead: Int = 0) -> Bool {
      index + ahead < words.count && words[index + ahead] == .known(text)
    }

    /// `a -o b`
    mutating func alternatives() -> Bool? {
      var result = conjunction()
      while isAt("-o") {
        index += 1
        let next = conjunction()
        result = result == true || next == true ? true : (result == nil || next == nil ? nil : false)
      }
      return result
    }

    /// `a -a b`
    private mutating func conjunction() -> Bool? {
      var result = primary()
      while isAt("-a") {
        index += 1
        let next = primary()
        result = result == false || next == false ? false : (result == nil || next == nil ? nil : true)
      }
      return result
    }

    private mutating func primary() -> Bool? {
      guard index < words.count, depth < 32 else {
        isMalformed = true
        return nil
      }
      // Three words with an operator between come before all else.
      if index + 2 < words.count, case .known(let name) = words[index + 1], let binary = Binary(rawValue: name) {
        defer { index += 3 }
        return binary.evaluate(words[index], words[index + 2])
      }
      depth += 1
      defer { depth -= 1 }
      if isAt("!"), index + 1 < words.count {
        index += 1
        return primary().map { !$0 }
      }
      if isAt("("), index + 1 < words.count {
        index += 1
        let result = alternatives()
        if isAt(")") { index += 1 } else { isMalformed = true }
        return result
      }
      if index + 1 < words.count, case .known(let name) = words[index], name.count == 2, name.hasPrefix("-") {
        defer { index += 2 }
        switch name {
        case "-n": return isFilled(words[index + 1])
        case "-z": return isFilled(words[index + 1]).map { !$0 }
        default: return nil
        }
      }
      defer { index += 1 }
      return isFilled(words[index])
    }
  }

  private enum Binary: String {
    case same = "="
    case alsoSame = "=="
    case different = "!="
    case equal = "-eq"
    case notEqual = "-ne"
    case less = "-lt"
    case atMost = "-le"
    case greater = "-gt"
    case atLeast = "-ge"
    case newer = "-nt"
    case older = "-ot"
    case identical = "-ef"

    func evaluate(_ left: Value, _ right: Value) -> Bool? {
      switch (left, right) {
      case (.known(let left), .known(let right)): return evaluate(left, right)
      case (.failure, .known("0")), (.known("0"), .failure):
        // A status that is not 0.
        switch self {
        case .same, .alsoSame, .equal: return false
        case .different, .notEqual: return true
        default: return nil
        }
      default: return nil
      }
    }

    private func evaluate(_ left: String, _ right: String) -> Bool? {
      switch self {
      case .same, .alsoSame: return left == right
      case .different: return left != right
      case .newer, .older, .identical: return nil
      default: break
      }
      guard let left = Int(left), let right = Int(right) else { return false }
      switch self {
      case .equal: return left == right
      case .notEqual: return left != right
      case .less: return left < right
      case .atMost: return left <= right
      case .greater: return left > right
      default: return left >= right
      }
    }
  }
}
