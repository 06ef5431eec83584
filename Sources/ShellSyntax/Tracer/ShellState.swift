/// Everything that a command may change for the commands after it.
struct ShellState {
  static let maximumFunctions = 128

  var variables = Variables()
  /// `$1`, `$2` …; nil when not known.
  var positions: [Value]? = []
  /// As in `Execution.directory`.
  var directory: String?
  var previousDirectories: [String?] = []
  /// `$?`
  var status = Value.known("0")
  /// The options `-e`, `-o pipefail` and `-a`; nil when it depends.
  var exitsOnError: Bool? = false
  var failsOnPipe: Bool? = false
  var exportsAll: Bool? = false
  /// `-n`: commands are read and not run.
  var onlyReads = false
  /// Names that may stand for other words. Whether a shell replaces them depends on the shell and on line ends.
  var aliases: Set<String> = []
  /// What a name may mean; several where it depends on the way taken.
  var functions: [String: [Function]] = [:]

  struct Function {
    var body: Command
    var frame: Frame
  }

  init(directory: String?) {
    self.directory = directory
  }

  func merged(with other: ShellState, in environment: (String) -> ShellValue?) -> ShellState {
    var result = self
    result.variables = variables.merged(with: other.variables, in: environment)
    if positions != other.positions { result.positions = nil }
    if directory != other.directory { result.directory = nil }
    if previousDirectories != other.previousDirectories { result.previousDirectories = [] }
    if status != other.status { result.status = .unknown }
    if exitsOnError != other.exitsOnError { result.exitsOnError = nil }
    if failsOnPipe != other.failsOnPipe { result.failsOnPipe = nil }
    if exportsAll != other.exportsAll { result.exportsAll = nil }
    if !other.aliases.isEmpty { result.aliases.formUnion(other.aliases) }
    for (name, definitions) in other.functions {
      for definition in definitions { result.define(name, definition, isOnlyPossible: true) }
    }
    return result
  }

  mutating func define(_ name: String, _ function: Function, isOnlyPossible: Bool = false) {
    guard functions[name] != nil || functions.count < Self.maximumFunctions else { return }
    guard isOnlyPossible, let known = functions[name] else {
      functions[name] = [function]
      return
    }
    let isKnown = known.contains { $0.frame === function.frame && $0.body.range == function.body.range }
    if !isKnown, known.count < 4 { functions[name] = known + [function] }
  }
}
