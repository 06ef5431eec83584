import Diagnostics

/// A script as it was written: what `ScriptParser` builds and `Tracer` walks.
struct ShellScript {
  var body: CommandList
  /// Bodies of here-documents, to which redirections refer by index.
  var hereDocuments: [HereDocument] = []
  var problem: ShellProblem?
}

/// Commands separated by `;`, `&` and newlines.
struct CommandList {
  struct Item {
    var chain: Chain
    var isBackground: Bool
  }
  var items: [Item] = []
}

/// Pipelines joined by `&&` and `||`, which bind from left to right with the same strength.
struct Chain {
  enum Operator {
    case and, or
  }
  var first: Pipeline
  var rest: [(operator: Operator, pipeline: Pipeline)] = []
}

struct Pipeline {
  var isNegated: Bool
  var commands: [Command]
}

struct Command {
  indirect enum Kind {
    case simple(assignments: [Assignment], words: [Word])
    case group(CommandList)
    case subshell(CommandList)
    case conditional(branches: [(condition: CommandList, body: CommandList)], otherwise: CommandList?)
    /// `words` is nil where the loop goes over the positional parameters.
    case forEach(name: String, words: [Word]?, body: CommandList)
    case loop(isUntil: Bool, condition: CommandList, body: CommandList)
    case choice(subject: Word, items: [CaseItem])
    case function(name: String, body: Command)
    /// `[[ … ]]` and `(( … ))` of bash: read for the substitutions in them, never decided.
    case opaque([Word])
  }
  var kind: Kind
  var redirections: [WrittenRedirection] = []
  var range: SourceRange
}

struct CaseItem {
  var patterns: [Word]
  var body: CommandList
  enum End {
    /// `;;`
    case leaves
    /// `;&` of bash: the next body runs too.
    case runsNext
    /// `;;&` of bash: further patterns are tried.
    case triesNext
  }
  var end: End
}

struct Assignment {
  var name: String
  /// nil for an array or an element of one.
  var value: Word?
  /// `+=`
  var isAppend: Bool
  var range: SourceRange
}

struct WrittenRedirection {
  enum Kind: Equatable {
    case read, write, append, readWrite, duplicate, hereString
    case hereDocument(index: Int)
  }
  var kind: Kind
  var descriptor: Int?
  var target: Word
}

struct HereDocument {
  var range: SourceRange
  /// The body's text without the tabs that `<<-` drops.
  var parts: [Word.Part]
}
