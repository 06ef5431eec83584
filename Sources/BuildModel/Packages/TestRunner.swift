import ShellSyntax

/// Which commands run tests, package tools aside.
enum TestRunner {
  /// Whether a command line runs tests: `pytest`, `npx jest --ci`, `python -m unittest`, `npm test`.
  static func matches(_ words: ArraySlice<ShellWord>, _ facts: PackageToolFacts) -> Bool {
    var rest = words
    // `poetry run python -m pytest` is as deep as people go.
    for _ in 0..<4 {
      guard let program = rest.first?.value.map(PathText.lastComponent) else { return false }
      let arguments = rest.dropFirst()
      if runs(program, arguments, facts) { return !asksOnly(arguments) }
      guard let inner = started(by: program, arguments, facts) else { return false }
      rest = inner
    }
    return false
  }

  private static func runs(_ program: String, _ arguments: ArraySlice<ShellWord>, _ facts: PackageToolFacts) -> Bool {
    guard let commands = facts.testRunners[program] else { return false }
    return commands.contains { words in
      if words.isEmpty { return true }
      // A word with a dash may stand anywhere, as `node --test`.
      if words.count == 1, let word = words.first, word.hasPrefix("-") {
        return arguments.contains { $0.value == word }
      }
      let plain = arguments.lazy.compactMap(\.value).filter { !$0.hasPrefix("-") && !$0.contains("=") }
      return plain.prefix(words.count).elementsEqual(words)
    }
  }

  private static func asksOnly(_ arguments: ArraySlice<ShellWord>) -> Bool {
    guard arguments.count == 1, let only = arguments.first?.value else { return false }
    return ["--version", "-V", "--help", "-h", "--collect-only", "--listTests"].contains(only)
  }

  /// The command that a starter starts: `poetry run X`, `npx X`, `python -m X`.
  private static func started(
    by program: String,
    _ arguments: ArraySlice<ShellWord>,
    _ facts: PackageToolFacts
  ) -> ArraySlice<ShellWord>? {
    let name = facts.starters[program] == nil ? PackageToolFacts.withoutVersion(program) : program
    guard let verbs = facts.starters[name] else { return nil }
    var rest = arguments
    var isVerbNeeded = !verbs.contains("")
    while let word = rest.first?.value {
      if verbs.contains(word), word.hasPrefix("-") { return rest.dropFirst() }
      if word.hasPrefix("-") {
        rest.removeFirst()
      } else if isVerbNeeded {
        guard verbs.contains(word) else { return nil }
        isVerbNeeded = false
        rest.removeFirst()
      } else {
        return rest
      }
    }
    return nil
  }

  /// Whether a script of package.json is named for tests: `test`, `test:ci`, `e2e`.
  static func isTest(script name: String) -> Bool {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { words.contains(String($0)) }
  }

  private static let words: Set<String> = ["test", "tests", "t", "tst", "e2e", "spec", "unit", "jest", "vitest"]
}
