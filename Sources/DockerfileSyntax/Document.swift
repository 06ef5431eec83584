/// A Dockerfile as Docker reads it, with the place of everything. Tables instead of a tree: nodes refer to runs of
/// them.
///
/// Copies share one block of memory that never changes.
public struct Document: @unchecked Sendable {
  let block: DocumentBlock

  init(_ block: DocumentBlock) {
    self.block = block
  }

  /// The bytes that were read.
  public var source: Table<UInt8> { block.table(block.header.text) }

  /// What the parser derived: joined continuation lines, unquoted flags, unescaped JSON.
  public var derived: Table<UInt8> { block.table(block.header.derived) }

  /// The character that continues a line: a backslash, or what the `escape` directive says.
  public var escape: UInt8 { block.header.escape }

  /// The parser directives at the top, each kind once.
  public var directives: Table<Directive> { block.table(block.header.directives) }

  /// The instructions in the order of the file, good and bad ones, split into their parts.
  public var nodes: Table<Node> { block.table(block.header.nodes) }

  /// What follows an ONBUILD, as BuildKit's parser splits it; `Node.sub` points here.
  public var subnodes: Table<Node> { block.table(block.header.subnodes) }

  /// One for each node.
  public var instructions: Table<Instruction> { block.table(block.header.instructions) }

  /// The stages that a good FROM begins.
  public var stages: Table<StageSyntax> { block.table(block.header.stages) }

  /// Before the first FROM: indices of ARG instructions.
  public var globalArguments: Range<Int> { 0..<block.header.globalArguments }

  /// The instructions behind ONBUILD; ``OnBuild/trigger`` points here.
  public var triggers: [Trigger] { block.header.triggers }

  /// The words of all nodes. Nodes and instructions hold runs of it, as of the tables below.
  public var words: Table<Word> { block.table(block.header.words) }

  /// The flags of all nodes.
  public var flags: Table<Flag> { block.table(block.header.flags) }

  /// The heredocs of all nodes.
  public var heredocs: Table<Heredoc> { block.table(block.header.heredocs) }

  /// The names and values of all ENV, LABEL and ARG instructions.
  public var pairs: Table<Pair> { block.table(block.header.pairs) }

  /// The comment lines outside of instructions, without the `#` and the blanks around; empty ones are left out.
  public var comments: Table<Text> { block.table(block.header.comments) }

  /// What Docker refuses the file for; the first is the one that it reports. Empty when it would read the file.
  public var problems: [SyntaxProblem] { block.header.problems }

  /// What it only warns about while reading (empty continuation lines).
  public var warnings: [SyntaxProblem] { block.header.warnings }

  /// A line is longer than Docker reads; the nodes end before it.
  public var isCutOff: Bool { block.header.isCutOff }

  /// Where the runs of `derived` came from.
  var pieces: Table<Piece> { block.table(block.header.pieces) }
}
