import Diagnostics

/// A script of commands one after the other: words with no other expansions than those of variables, programs that mean
/// nothing to the shell, redirections, `;`, newlines, `&&`, `|`, `cd` and `set -e`.
///
/// Nearly all scripts of Dockerfiles are such. They are read and followed in one go, without a tree and without the
/// states that `Tracer` needs; what comes out is the same, and whatever is not plain is left to it.
struct PlainScript {
  /// Longer scripts have budgets to keep.
  private static let longest = 1 << 15

  let bytes: UnsafeBufferPointer<UInt8>
  let environment: (String) -> ShellValue?
  var offset = 0
  /// What the values of variables may still take, far below the budget of `Tracer`.
  var valueBudget = 1 << 15
  private var executions: [Execution] = []
  /// For each execution how it may end the chain that it stands in.
  private var steps: [Step] = []
  /// Where the current chain of `&&` begins among the executions, and where the last pipeline of it does.
  private var chainStart = 0
  private var pipelineStart = 0
  private var isInPipe = false
  /// A command that ended a chain may have ended the script, by `set -e`.
  private var mayHaveExited = false
  private var exitsOnError = false
  private var failsOnPipe = false
  /// Where commands run, after the `cd` before them.
  private var directory: String? = ""

  private struct Step {
    /// Its failure is one of its pipeline.
    var canFail: Bool
    /// Where the shell is when it fails.
    var directory: String?
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ environment: @escaping (String) -> ShellValue?,
    _ options: ShellOptions
  ) {
    self.bytes = bytes
    self.environment = environment
    exitsOnError = options.exitsOnError
    failsOnPipe = options.failsOnPipe
  }

  /// What the script does; nil where it is not plain.
  static func trace(
    _ bytes: UnsafeBufferPointer<UInt8>,
    environment: (String) -> ShellValue?,
    options: ShellOptions
  ) -> ShellTrace? {
    guard bytes.count <= longest, options.arguments.isEmpty, !options.exportsAll else { return nil }
    return withoutActuallyEscaping(environment) { environment in
      var script = PlainScript(bytes, environment, options)
      guard script.readAll(), !script.executions.isEmpty else { return nil }
      let canFail = script.mayHaveExited || script.steps[script.chainStart...].contains(where: \.canFail)
      return ShellTrace(executions: script.executions, ending: Ending(canSucceed: true, canFail: canFail))
    }
  }

  /// What a program with its arguments does that is started without a shell; nil where it runs others.
  static func trace(exec words: [ShellWord]) -> ShellTrace? {
    guard let name = words.first?.value, !Tracer.isMeaningful(name), words.allSatisfy({ $0.value != nil }) else {
      return nil
    }
    let range = words.reduce(words[0].range) { $0.union($1.range) }
    return ShellTrace(executions: [Execution(words: words, range: range)], ending: .either)
  }

  private mutating func readAll() -> Bool {
    while true {
      skipBlanks()
      guard offset < bytes.count else { return true }
      guard readCommand() else { return false }
      guard offset < bytes.count else {
        isInPipe = false
        return true
      }
      switch bytes[offset] {
      case UInt8(ascii: ";"), UInt8(ascii: "\n"): endChain()
      default:
        // Only `&&` and `|` are left, behind which a command must come.
        isInPipe = bytes[offset] == UInt8(ascii: "|")
        offset += isInPipe ? 1 : 2
        if !isInPipe {
          pipelineStart = executions.count
        } else if !failsOnPipe {
          // A pipe takes its output, and its own end does not count.
          steps[steps.count - 1].canFail = false
        }
        skipBlanks()
        guard offset < bytes.count else { return false }
      }
    }
  }

  // MARK: - Ways

  /// Behind `;` all goes on, however the chain before it ended; at the end of the script nothing does.
  private mutating func endChain() {
    isInPipe = false
    let separator = bytes[offset]
    offset += 1
    skipBlanks()
    if separator == UInt8(ascii: "\n") {
      while offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") {
        offset += 1
        skipBlanks()
      }
    }
    guard offset < bytes.count else { return }
    var isSure = true
    var hasMoved = false
    for index in chainStart..<executions.count {
      if !isSure { executions[index].certainty = .maybe }
      guard steps[index].canFail else { continue }
      if exitsOnError, index >= pipelineStart {
        mayHaveExited = true
        continue
      }
      isSure = false
      if steps[index].directory != directory { hasMoved = true }
    }
    // The ways of the chain come together from different directories.
    if hasMoved { directory = nil }
    chainStart = executions.count
    pipelineStart = chainStart
  }

  // MARK: - Commands

  /// False where something is not plain; else it stops at the end, `;`, a newline, `&&` or `|`.
  private mutating func readCommand() -> Bool {
    let start = offset
    guard let first = readName() else { return false }
    let name = CommandName.kind(of: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
    guard !name.contains(.reserved), !name.contains(.meaningful) || !name.isDisjoint(with: .plain) else { return false }
    var words: [ShellWord] = []
    words.reserveCapacity(6)
    words.append(first)
    var redirections: [Redirection] = []
    guard let end = readArguments(&words, &redirections) else { return false }
    let canFail = name.isDisjoint(with: [.successful, .options]) || redirections.contains(where: \.canFailToOpen)
    steps.append(Step(canFail: canFail, directory: directory))
    executions.append(
      Execution(words: words, directory: directory, redirections: redirections, range: SourceRange(start..<end))
    )
    guard name.contains(.move) || name.contains(.options) else { return true }
    // In a pipe it would change a shell of its own.
    guard redirections.isEmpty, !isInPipe, !isAt(UInt8(ascii: "|")) else { return false }
    return name.contains(.move) ? move(words) : setOptions(words)
  }

  private func isAt(_ byte: UInt8) -> Bool { offset < bytes.count && bytes[offset] == byte }

  /// Words and redirections up to the end of a command; nil where something is not plain, else the end of the last one.
  private mutating func readArguments(_ words: inout [ShellWord], _ redirections: inout [Redirection]) -> Int? {
    var end = offset
    while true {
      skipBlanks()
      guard offset < bytes.count else { return end }
      switch bytes[offset] {
      case UInt8(ascii: ";"), UInt8(ascii: "\n"): return end
      case UInt8(ascii: "&"):
        guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "&") else { return nil }
        return end
      case UInt8(ascii: "|"):
        guard offset + 1 < bytes.count, bytes[offset + 1] != UInt8(ascii: "|"), bytes[offset + 1] != UInt8(ascii: "&")
        else { return nil }
        return end
      default:
        if let descriptor = redirectionDescriptor() {
          guard let redirection = readRedirection(descriptor) else { return nil }
          redirections.append(redirection)
        } else {
          guard readWord(into: &words, splits: true) else { return nil }
        }
        end = offset
      }
    }
  }

  /// `cd` with a directory; false where there is more to it.
  private mutating func move(_ words: [ShellWord]) -> Bool {
    guard words.count == 2, let target = words[1].value, !words[1].isPattern, !target.utf8.starts(with: "-".utf8),
      target != "/", target != "."
    else { return false }
    directory = Tracer.path(target, from: directory)
    return true
  }

  /// `set -eux -o pipefail`; false where there is more to it, or where it may not be reached.
  private mutating func setOptions(_ words: [ShellWord]) -> Bool {
    guard words.count > 1, !steps[chainStart..<steps.count - 1].contains(where: \.canFail) else { return false }
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      guard let text = word.value, text.utf8.count > 1, text.utf8.first == UInt8(ascii: "-") else { return false }
      for letter in text.utf8.dropFirst() {
        switch letter {
        case UInt8(ascii: "e"): exitsOnError = true
        case UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "v"), UInt8(ascii: "f"): break
        case UInt8(ascii: "o"):
          switch rest.popFirst()?.value {
          case "errexit": exitsOnError = true
          case "pipefail": failsOnPipe = true
          case "nounset", "xtrace", "verbose": break
          default: return false
          }
        default: return false
        }
      }
    }
    return true
  }
}
