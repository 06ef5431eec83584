public import Diagnostics

/// A typed instruction, as BuildKit's instruction parser makes it: arguments checked, nothing expanded yet.
public enum Instruction: Sendable, BitwiseCopyable {
  /// Begins a stage.
  case from(From)
  /// Runs a command and keeps what it changes.
  case run(Run)
  /// What a container runs, or the arguments of its entry point.
  case cmd(Command)
  /// What a container always runs.
  case entrypoint(Command)
  /// The shell of the shell form.
  case shell(Command)
  /// Brings files of the context, a stage or an image.
  case copy(Copy)
  /// The same for URLs, repositories and archives.
  case add(Copy)
  /// Variables of the image.
  case env(Pairs)
  /// Metadata of the image.
  case label(Pairs)
  /// Variables of the build.
  case arg(Pairs)
  /// Ports that the image speaks of.
  case expose(Arguments)
  /// Paths that get a volume.
  case volume(Arguments)
  /// Who runs what follows, and the container.
  case user(Argument)
  /// The folder in which what follows runs.
  case workdir(Argument)
  /// The signal that ends a container.
  case stopSignal(Argument)
  /// Who looks after the image; long deprecated.
  case maintainer(Argument)
  /// How to ask whether a container is well.
  case healthcheck(Healthcheck)
  /// An instruction for those who build on the image.
  case onBuild(OnBuild)
  /// Docker refuses it; `Document.problems` says why.
  case invalid
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
  /// The flags between the keyword and the arguments.
  public let flags: Run32<Flag>
  /// The words after the flags, as the instruction's own lexing makes them.
  public let arguments: Run32<Word>
  /// The arguments were a JSON array.
  public let isJSON: Bool
  /// ENV or LABEL in its old form: the arguments are a name and its value.
  public let isLegacyPair: Bool
  /// The heredocs that the line announces, in its order, as far as they have an end.
  public let heredocs: Run32<Heredoc>
  /// Comment lines right above.
  public let comments: Run32<Text>
  /// 1-based, as BuildKit counts them.
  public let startLine: UInt32
  /// 1-based: the last line of the instruction and its heredocs.
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
  /// From the dashes to the end of the value.
  public let range: SourceRange
}

/// `<<NAME` and its body.
public struct Heredoc: Sendable, BitwiseCopyable {
  /// Without quotes.
  public let name: Word
  /// The number before `<<`; 0 without one.
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
  /// The image or the stage, before variables are replaced.
  public let base: Word
  /// The value of `--platform`.
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
  /// The shell form, or an array.
  public let form: CommandForm
}

/// `RUN [--mount=…] [--network=…] [--security=…] …`.
public struct Run: Sendable, BitwiseCopyable {
  /// The shell form, or an array.
  public let form: CommandForm
  /// Its flags; `Document.mounts(of:)` reads the mounts among them.
  public let flags: Run32<Flag>
  /// Its heredocs.
  public let heredocs: Run32<Heredoc>
  /// What the shell reads: the command line, then the heredocs with their terminators; for a lone `RUN <<EOF` the body
  /// alone.
  public let script: Word
}

/// `COPY` and `ADD`.
public struct Copy: Sendable, BitwiseCopyable {
  /// Its flags, as `--from` and `--chown`.
  public let flags: Run32<Flag>
  /// Paths and URLs; heredocs are not among them.
  public let sources: Run32<Word>
  /// Files that are written in the Dockerfile itself.
  public let heredocs: Run32<Heredoc>
  /// The last word.
  public let destination: Word
}

/// `ENV`, `LABEL`, `ARG`.
public struct Pairs: Sendable, BitwiseCopyable {
  /// The names and values in the order of the line.
  public let pairs: Run32<Pair>
}

/// `NAME=value`; in the legacy form `NAME value`.
public struct Pair: Sendable, BitwiseCopyable {
  /// What is set, quotes and all.
  public let name: Word
  /// nil for an `ARG` without a default.
  public let value: Word?
  /// Whether it is written `NAME value`.
  public let isLegacy: Bool
}

/// `EXPOSE` and `VOLUME`: words, in BuildKit's order.
public struct Arguments: Sendable, BitwiseCopyable {
  /// Ports in the order of their bytes; volumes as written, without the white space around.
  public let words: Run32<Word>
}

/// `USER`, `WORKDIR`, `STOPSIGNAL`, `MAINTAINER`: the rest of the line.
public struct Argument: Sendable, BitwiseCopyable {
  /// The rest of the line.
  public let word: Word
}

/// `HEALTHCHECK [options] CMD …` and `HEALTHCHECK NONE`. Durations are in nanoseconds, nil when not given.
public struct Healthcheck: Sendable, BitwiseCopyable {
  /// nil for NONE.
  public let probe: CommandForm?
  private let times: Times
  private let retryCount: Int32

  /// Between two probes.
  public var interval: Int64? { times.interval == 0 ? nil : times.interval }
  /// After which a probe has failed.
  public var timeout: Int64? { times.timeout == 0 ? nil : times.timeout }
  /// In which failures don't count.
  public var startPeriod: Int64? { times.startPeriod == 0 ? nil : times.startPeriod }
  /// Between two probes in the start period.
  public var startInterval: Int64? { times.startInterval == 0 ? nil : times.startInterval }
  /// How many failures make the container unhealthy.
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
  /// The trigger's own parts.
  public let node: Node
  /// What it would do; invalid where Docker refuses it.
  public let instruction: Instruction
  /// What Docker will say when it fires.
  public let problem: SyntaxProblem?
}

/// A stage as written: a FROM and the instructions up to the next one.
public struct StageSyntax: Sendable, BitwiseCopyable {
  /// Its FROM.
  public let from: From
  /// The name as stages compare, in lower case; empty for a stage without one. `Document.name(of:)` is its text.
  public let name: Text
  let run: Run32<Node>

  /// Indices into `Document.nodes` and `Document.instructions`; the first is the FROM.
  public var instructions: Range<Int> { run.indices }
}

/// `# name=value` at the top of a file.
public struct Directive: Sendable, BitwiseCopyable {
  /// Which of them it is.
  public enum Kind: String, Sendable, CaseIterable, BitwiseCopyable {
    /// Which frontend reads the file.
    case syntax
    /// Which character continues a line.
    case escape
    /// Which build checks are left out, and whether they fail the build.
    case check
  }
  /// Which of them it is.
  public let kind: Kind
  /// What stands behind the `=`.
  public let value: Word
  /// 1-based.
  public let line: UInt32
}
