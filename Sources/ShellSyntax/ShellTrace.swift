package import Diagnostics

/// What a script does when it runs, as far as reading it can tell: the commands that it may reach, in order, and how
/// it can end.
package struct ShellTrace: Sendable {
  package var executions: [Execution]
  /// Whether the script can end with status 0, and whether it can end with another.
  package var ending: Ending
  /// The script could not be read to its end as POSIX shell; what came before stands.
  package var problem: ShellProblem?
  /// Variables as the script leaves them, exported or not.
  package var variables: [String: ShellValue]

  package init(
    executions: [Execution] = [],
    ending: Ending = .success,
    problem: ShellProblem? = nil,
    variables: [String: ShellValue] = [:]
  ) {
    self.executions = executions
    self.ending = ending
    self.problem = problem
    self.variables = variables
  }
}

/// How something can end.
package struct Ending: Hashable, Sendable {
  package var canSucceed: Bool
  package var canFail: Bool

  package init(canSucceed: Bool, canFail: Bool) {
    self.canSucceed = canSucceed
    self.canFail = canFail
  }

  package static let success = Ending(canSucceed: true, canFail: false)
  package static let failure = Ending(canSucceed: false, canFail: true)
  package static let either = Ending(canSucceed: true, canFail: true)
}

/// The value of a word or variable: known to the letter, or only known to exist.
package enum ShellValue: Hashable, Sendable {
  case known(String)
  case unknown
}

/// One simple command that the script may run; it has at least one word.
///
/// A command in a wrapper, as `npm ci` in `exec npm ci` or `sh -c 'npm ci'`, is an execution of its own behind that of
/// the wrapper. A call of a function of the script is none: what its body runs is.
package struct Execution: Sendable {
  /// Command word and arguments after expansion and field splitting; nil where the text is not known before run time.
  package var words: [ShellWord]
  /// What the command sees beyond the image's environment: assignments before it, exported variables of the script.
  package var environment: [String: ShellValue]
  /// Variables of the image's environment that the command does not see, as after `unset`.
  package var removedVariables: Set<String> = []
  /// Nothing of the image's environment is seen, as with `env -i`.
  package var hasClearedEnvironment = false
  /// Where it runs, after the `cd` before it: absolute, or relative to the script's start; nil when not known.
  package var directory: String?
  package var certainty: Certainty
  /// Input, output and here-documents.
  package var redirections: [Redirection]
  package var range: SourceRange

  package init(
    words: [ShellWord],
    environment: [String: ShellValue] = [:],
    directory: String? = "",
    certainty: Certainty = .always,
    redirections: [Redirection] = [],
    range: SourceRange
  ) {
    self.words = words
    self.environment = environment
    self.directory = directory
    self.certainty = certainty
    self.redirections = redirections
    self.range = range
  }

  /// A variable as the command sees it; nil when it is not set.
  /// - Parameter image: the environment that the script was started with.
  package func variable(_ name: String, image: (String) -> ShellValue?) -> ShellValue? {
    if let value = environment[name] { return value }
    return hasClearedEnvironment || removedVariables.contains(name) ? nil : image(name)
  }

  package enum Certainty: Hashable, Sendable {
    /// Runs whenever the script succeeds.
    case always
    /// Depends on something not known.
    case maybe
  }
}

/// A word after expansion.
package struct ShellWord: Hashable, Sendable {
  /// The text up to the first part that is not known: `--omit=` of `--omit=$TYPES`; all of it where all is known.
  package let knownStart: String
  @usableFromInline let isKnown: Bool
  /// Written with an unquoted `*`, `?`, `[…]` or `{…}`: where files match, their names stand for it.
  package var isPattern: Bool
  /// Where it was written, in the script that was read.
  package var range: SourceRange

  package init(_ value: String?, knownStart: String = "", isPattern: Bool = false, at range: SourceRange) {
    isKnown = value != nil
    self.knownStart = value ?? knownStart
    self.isPattern = isPattern
    self.range = range
  }

  /// nil where the text depends on something not known.
  @inlinable package var value: String? { isKnown ? knownStart : nil }
}

package struct Redirection: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case read, write, append, readWrite, duplicate
    case hereDocument(body: SourceRange)
    case hereString
  }
  package var kind: Kind
  /// The number before it; nil where none was written.
  package var descriptor: Int?
  /// The file, or for a here-document or here-string its text.
  package var target: ShellWord

  package init(kind: Kind, descriptor: Int?, target: ShellWord) {
    self.kind = kind
    self.descriptor = descriptor
    self.target = target
  }
}

package struct ShellProblem: Hashable, Sendable {
  package var message: String
  package var range: SourceRange

  package init(_ message: String, at range: SourceRange) {
    self.message = message
    self.range = range
  }
}
