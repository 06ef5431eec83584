/// How the options of a program that runs another are told from that one's words.
struct ProgramOptions {
  private let taking: Set<String>

  /// Options that take the next word as their value.
  init(taking: Set<String>) {
    self.taking = taking
  }

  /// How many of the words are options and their values, with `--`.
  func skipped(in words: [Value]) -> Int {
    var index = 0
    while index < words.count, case .known(let word) = words[index], word.hasPrefix("-"), word != "-" {
      index += 1
      if word == "--" { break }
      if takesNext(word) { index += 1 }
    }
    return min(index, words.count)
  }

  private func takesNext(_ word: String) -> Bool {
    if word.hasPrefix("--") { return taking.contains(word) }
    // In `-Eu node` only the last letter can take the next word; in `-k5` the rest is the value.
    let letters = Array(word.dropFirst())
    guard let index = letters.firstIndex(where: { taking.contains("-\($0)") }) else { return false }
    return index == letters.count - 1
  }
}
