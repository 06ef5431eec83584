extension ShellState {
  /// Applies `-e`, `+e`, `-o pipefail` and the like; yields the positional parameters where such follow.
  mutating func setOptions(_ words: [Value]) -> [Value]? {
    var index = 0
    while index < words.count {
      guard case .known(let word) = words[index] else { return Array(words[index...]) }
      index += 1
      if word == "--" { return Array(words[index...]) }
      guard word.hasPrefix("-") || word.hasPrefix("+"), word.utf8.count > 1 else { return Array(words[(index - 1)...]) }
      let isOn = word.hasPrefix("-")
      for letter in word.dropFirst() {
        switch letter {
        case "e": exitsOnError = isOn
        case "a": exportsAll = isOn
        case "n": onlyReads = isOn
        case "o":
          guard index < words.count else { break }
          if case .known(let name) = words[index] { setOption(named: name, isOn) }
          index += 1
        default: break
        }
      }
    }
    return nil
  }

  mutating func setOption(named name: String, _ isOn: Bool) {
    switch name {
    case "errexit": exitsOnError = isOn
    case "pipefail": failsOnPipe = isOn
    case "allexport": exportsAll = isOn
    case "noexec": onlyReads = isOn
    default: break
    }
  }
}
