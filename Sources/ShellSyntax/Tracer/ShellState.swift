/// Everything that a command may change for the commands after it.
///
/// Every command makes two of them, one for each way it can end. What few commands change is shared between copies
/// until one of them changes it.
struct ShellState {
  static let maximumFunctions = 128

  /// As in `Execution.directory`.
  var directory: String?
  /// `$?`
  var status = Value.known("0")
  /// The options `-e`, `-o pipefail` and `-a`; nil when it depends.
  var exitsOnError: Bool? = false
  var failsOnPipe: Bool? = false
  var exportsAll: Bool? = false
  /// `-n`: commands are read and not run.
  var onlyReads = false
  private var shared = Shared()

  /// What most commands leave as it is.
  private final class Shared {
    var variables = Variables()
    var positions: [Value]? = []
    var previousDirectories: [String?] = []
    var aliases: Set<String> = []
    var functions: [String: [Function]] = [:]

    init() {}

    init(_ other: Shared) {
      variables = other.variables
      positions = other.positions
      previousDirectories = other.previousDirectories
      aliases = other.aliases
      functions = other.functions
    }
  }

  struct Function {
    var body: Command
    var frame: Frame
  }

  init(directory: String?) {
    self.directory = directory
  }

  private mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&shared) { shared = Shared(shared) }
  }

  func merged(with other: ShellState, in environment: (String) -> ShellValue?) -> ShellState {
    var result = self
    if shared !== other.shared { result.mergeShared(with: other, in: environment) }
    if directory != other.directory { result.directory = nil }
    if status != other.status { result.status = .unknown }
    if exitsOnError != other.exitsOnError { result.exitsOnError = nil }
    if failsOnPipe != other.failsOnPipe { result.failsOnPipe = nil }
    if exportsAll != other.exportsAll { result.exportsAll = nil }
    return result
  }

  private mutating func mergeShared(with other: ShellState, in environment: (String) -> ShellValue?) {
    variables = variables.merged(with: other.variables, in: environment)
    if positions != other.positions { positions = nil }
    if previousDirectories != other.previousDirectories { previousDirectories = [] }
    if !other.aliases.isEmpty { aliases.formUnion(other.aliases) }
    for (name, definitions) in other.functions {
      for definition in definitions { define(name, definition, isOnlyPossible: true) }
    }
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

// MARK: - What is shared

extension ShellState {
  var variables: Variables {
    get { shared.variables }
    _modify {
      makeUnique()
      yield &shared.variables
    }
  }

  /// `$1`, `$2` …; nil when not known.
  var positions: [Value]? {
    get { shared.positions }
    _modify {
      makeUnique()
      yield &shared.positions
    }
  }

  var previousDirectories: [String?] {
    get { shared.previousDirectories }
    _modify {
      makeUnique()
      yield &shared.previousDirectories
    }
  }

  /// Names that may stand for other words. Whether a shell replaces them depends on the shell and on line ends.
  var aliases: Set<String> {
    get { shared.aliases }
    _modify {
      makeUnique()
      yield &shared.aliases
    }
  }

  /// What a name may mean; several where it depends on the way taken.
  var functions: [String: [Function]] {
    get { shared.functions }
    _modify {
      makeUnique()
      yield &shared.functions
    }
  }
}
