public import Diagnostics

/// A typed instruction, as BuildKit's instruction parser makes it: arguments checked, nothing expanded yet.
public enum Instruction: Sendable, BitwiseCopyable {
  case from(From)
  case run(Run)
  case cmd(Command)
  case entrypoint(Command)
  case shell(Command)
  case copy(Copy)
  case add(Copy)
  case env(Pairs)
  case label(Pairs)
  case arg(Pairs)
  case expose(Arguments)
  case volume(Arguments)
  case user(Argument)
  case workdir(Argument)
  case stopSignal(Argument)
  case maintainer(Argument)
  case healthcheck(Healthcheck)
  case onBuild(OnBuild)
  /// Docker refuses it; `Document.problems` says why.
  case invalid
}

/// The keywords of the Dockerfile reference.
public enum Keyword: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  case add, arg, cmd, copy, entrypoint, env, expose, from, healthcheck, label, maintainer, onbuild, run, shell,
    stopsignal,
    user, volume, workdir
}

/// One logical line: an instruction before its arguments are understood.
public struct Node: Sendable, BitwiseCopyable {
  /// As written; `RU\⏎N` is joined.
  public let keyword: Word
  /// nil for a word that is no instruction.
  public let kind: Keyword?
  /// From the keyword's first byte to the last one of its last line or heredoc, the line end not included.
  public let range: SourceRange
  /// The whole logical line, continuation lines joined, comments inside taken out.
  public let original: Text
  /// What follows the keyword and the flags.
  public let body: Text
  public let flags: Run32<Flag>
  /// The words after the flags, as the instruction's own lexing makes them.
  public let arguments: Run32<Word>
  /// The arguments were a JSON array.
  public let isJSON: Bool
  public let heredocs: Run32<Heredoc>
  /// Comment lines right above.
  public let comments: Run32<Text>
  /// 1-based, as BuildKit counts them.
  public let startLine: UInt32
  public let endLine: UInt32
  /// The instruction behind an ONBUILD: an index into `Document.subnodes`, -1 for none.
  public let sub: Int32
}

/// `--name=value` before the arguments.
public struct Flag: Sendable, BitwiseCopyable {
  /// Without the dashes.
  public let name: Word
  /// nil where there is no `=`.
  public let value: Word?
  public let range: SourceRange
}

/// `<<NAME` and its body.
public struct Heredoc: Sendable, BitwiseCopyable {
  /// Without quotes.
  public let name: Word
  public let fileDescriptor: UInt64
  /// False where the name is quoted: variables stay as they are.
  public let expands: Bool
  /// `<<-`: leading tabs are dropped.
  public let chomps: Bool
  /// The body's bytes, up to the start of the terminator's line.
  public let content: Text
}

/// `FROM [--platform=P] IMAGE [AS NAME]`.
public struct From: Sendable, BitwiseCopyable {
  public let base: Word
  public let platform: Word?
  /// As written; stage names compare in lower case (`StageSyntax.name`).
  public let name: Word?
}

/// The two spellings of a command.
public enum CommandForm: Sendable, BitwiseCopyable {
  /// Run by the stage's SHELL.
  case shell(Word)
  /// A JSON array, run as it is.
  case exec(Run32<Word>)
}

/// `CMD`, `ENTRYPOINT`, `SHELL`.
public struct Command: Sendable, BitwiseCopyable {
  public let form: CommandForm
}

/// `RUN [--mount=…] [--network=…] [--security=…] …`.
public struct Run: Sendable, BitwiseCopyable {
  public let form: CommandForm
  public let flags: Run32<Flag>
  public let heredocs: Run32<Heredoc>
  /// What the shell reads: the command line, then the heredocs with their terminators; for a lone `RUN <<EOF` the body
  /// alone.
  public let script: Word
}

/// `COPY` and `ADD`.
public struct Copy: Sendable, BitwiseCopyable {
  public let flags: Run32<Flag>
  /// Paths and URLs; heredocs are not among them.
  public let sources: Run32<Word>
  public let heredocs: Run32<Heredoc>
  public let destination: Word
}

/// `ENV`, `LABEL`, `ARG`.
public struct Pairs: Sendable, BitwiseCopyable {
  public let pairs: Run32<Pair>
}

/// `NAME=value`; in the legacy form `NAME value`.
public struct Pair: Sendable, BitwiseCopyable {
  public let name: Word
  /// nil for an `ARG` without a default.
  public let value: Word?
  public let isLegacy: Bool
}

/// `EXPOSE` and `VOLUME`: words, in BuildKit's order.
public struct Arguments: Sendable, BitwiseCopyable {
  public let words: Run32<Word>
}

/// `USER`, `WORKDIR`, `STOPSIGNAL`, `MAINTAINER`: the rest of the line.
public struct Argument: Sendable, BitwiseCopyable {
  public let word: Word
}

/// `HEALTHCHECK [options] CMD …` and `HEALTHCHECK NONE`. Durations are in nanoseconds, nil when not given.
public struct Healthcheck: Sendable, BitwiseCopyable {
  /// nil for NONE.
  public let probe: CommandForm?
  private let times: Times
  private let retryCount: Int32

  public var interval: Int64? { times.interval == 0 ? nil : times.interval }
  public var timeout: Int64? { times.timeout == 0 ? nil : times.timeout }
  public var startPeriod: Int64? { times.startPeriod == 0 ? nil : times.startPeriod }
  public var startInterval: Int64? { times.startInterval == 0 ? nil : times.startInterval }
  public var retries: Int? { retryCount < 0 ? nil : Int(retryCount) }

  /// Nanoseconds; Docker takes 0 for not given, too.
  struct Times: BitwiseCopyable {
    var interval: Int64 = 0
    var timeout: Int64 = 0
    var startPeriod: Int64 = 0
    var startInterval: Int64 = 0
  }

  init(probe: CommandForm?, times: Times = Times(), retries: Int?) {
    self.probe = probe
    self.times = times
    retryCount = retries.map { Int32(clamping: $0) } ?? -1
  }
}

/// `ONBUILD INSTRUCTION …`. Docker checks the trigger only when a later stage fires it.
public struct OnBuild: Sendable, BitwiseCopyable {
  /// The trigger as written.
  public let expression: Word
  /// Index into `Document.triggers`.
  public let trigger: Int
}

/// The instruction behind an ONBUILD.
public struct Trigger: Sendable {
  public let node: Node
  public let instruction: Instruction
  /// What Docker will say when it fires.
  public let problem: SyntaxProblem?
}

/// A stage as written: a FROM and the instructions up to the next one.
public struct StageSyntax: Sendable, BitwiseCopyable {
  public let from: From
  /// The name as stages compare, in lower case; empty for a stage without one. `Document.name(of:)` is its text.
  public let name: Text
  let run: Run32<Node>

  /// Indices into `Document.nodes` and `Document.instructions`; the first is the FROM.
  public var instructions: Range<Int> { run.indices }
}

/// `# name=value` at the top of a file.
public struct Directive: Sendable, BitwiseCopyable {
  public enum Kind: String, Sendable, CaseIterable, BitwiseCopyable {
    case syntax, escape, check
  }
  public let kind: Kind
  public let value: Word
  public let line: UInt32
}

/// What keeps Docker from building the file, or what it warns about while reading.
public struct SyntaxProblem: Hashable, Sendable {
  /// Docker's own words, with its "dockerfile parse error on line N: " where it says so.
  public let dockerMessage: String
  /// The same without that prefix, for people who see the line anyway.
  public let message: String
  /// The line that Docker names: 0 is a real value, -1 none.
  public let dockerLine: Int
  public let range: SourceRange
  /// What was probably meant.
  public let suggestion: String?
  public let phase: Phase

  /// Which part of BuildKit speaks.
  public enum Phase: Sendable {
    /// Its parser: nothing of the file is understood.
    case reading
    /// Its instruction parser.
    case instructions
    /// The conversion into build steps, where an ONBUILD trigger is read as well.
    case conversion
  }
}
