/// What a misspelt word was probably meant to be.
enum Suggestion {
  /// The nearest of some words, less than three changes away; nil when the word itself is among them.
  ///
  /// Of words equally near, Docker takes any; here it is the one with the same first letter, or the first.
  static func nearest(to word: String, among options: some Sequence<String>) -> String? {
    var best: String?
    var smallest = 3
    var beginsAlike = false
    let scalars = Array(word.unicodeScalars)
    for option in options {
      if option == word { return nil }
      // No scalar has more than four bytes.
      guard option.utf8.count < (scalars.count + smallest + 1) * 4, scalars.count <= option.utf8.count + smallest else {
        continue
      }
      let distance = distance(scalars, Array(option.unicodeScalars), below: smallest + 1)
      let isAlike = option.unicodeScalars.first == scalars.first
      if distance < smallest || (best != nil && distance == smallest && isAlike && !beginsAlike) {
        smallest = distance
        best = option
        beginsAlike = isAlike
      }
    }
    return best
  }

  /// The nearest keyword, in small letters when the word is written so.
  static func keyword(for word: [UInt8]) -> String? {
    guard word.count <= 64 else { return nil }
    let lowered = LetterCase.lower(word)
    guard let match = nearest(to: lowered, among: Keyword.smallNames) else { return nil }
    let written = text(of: word)
    return written != lowered && written == LetterCase.upper(word) ? match.uppercased() : match
  }

  /// Levenshtein's distance between two words, or something not below a limit.
  static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar], below limit: Int) -> Int {
    guard abs(first.count - second.count) < limit else { return limit }
    var row = Array(0...second.count)
    for (line, left) in first.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (column, right) in second.enumerated() {
        let change = diagonal + (left == right ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[second.count]
  }
}
