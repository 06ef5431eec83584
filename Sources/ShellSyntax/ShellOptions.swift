/// How the shell is started that runs a script.
package struct ShellOptions: Hashable, Sendable {
  /// `-e`
  package var exitsOnError = false
  /// `-o pipefail`
  package var failsOnPipe = false
  /// `-a`
  package var exportsAll = false
  /// `$1`, `$2` …
  package var arguments: [ShellValue] = []

  package init() {}

  /// The options in the words that start the shell, as `/bin/bash`, `-eo`, `pipefail`, `-c`; nil when that is no
  /// POSIX shell, or one that only reads what it is given.
  package init?(shell words: [String]) {
    let name = words.first?.split(separator: "/").last.map(String.init) ?? ""
    guard Tracer.shells.contains(name) else { return nil }
    var state = ShellState(directory: nil)
    var index = 1
    while index < words.count {
      let takesNext = words[index].hasPrefix("-") && words[index].hasSuffix("o")
      let last = min(words.count, index + (takesNext ? 2 : 1))
      _ = state.setOptions(words[index..<last].map(Value.known))
      index = last
    }
    guard !state.onlyReads else { return nil }
    exitsOnError = state.exitsOnError == true
    failsOnPipe = state.failsOnPipe == true
    exportsAll = state.exportsAll == true
  }
}
