/// `{a,b}` as bash takes it in words: each alternative makes a word.
enum BraceExpansion {
  /// More words than this are not made.
  private static let mostWords = 64

  static func words(_ text: String) -> [String] {
    var done: [String] = []
    var waiting = [text]
    while let word = waiting.popLast() {
      guard done.count + waiting.count < mostWords, let parts = alternatives(in: word) else {
        done.append(word)
        continue
      }
      waiting += parts.reversed()
    }
    return done
  }

  /// The words that the first brace with a comma stands for; nil where there is none.
  private static func alternatives(in word: String) -> [String]? {
    guard let open = word.firstIndex(of: "{") else { return nil }
    var (depth, start) = (0, word.index(after: open))
    var parts: [Substring] = []
    for index in word[start...].indices {
      switch word[index] {
      case "{": depth += 1
      case "}" where depth > 0: depth -= 1
      case ",", "}":
        guard depth == 0 else { continue }
        parts.append(word[start..<index])
        start = word.index(after: index)
        guard word[index] == "}" else { continue }
        guard parts.count > 1 else { return nil }
        return parts.map { String(word[..<open] + $0 + word[start...]) }
      default: break
      }
    }
    return nil
  }
}
