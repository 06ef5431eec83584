/// A Dockerfile as Docker reads it, with the place of everything. Tables instead of a tree: nodes refer to runs of
/// them.
///
/// Copies share one block of memory that never changes.
public struct Document: @unchecked Sendable {
  let block: DocumentBlock
  /// The block's own, which are where they are as long as the block is.
  let contents: UnsafePointer<DocumentBlock.Contents>

  init(_ block: DocumentBlock) {
    self.block = block
    contents = block.withUnsafeMutablePointerToHeader { UnsafePointer($0) }
  }

  /// The bytes that were read.
  public var source: Table<UInt8> { block.table(contents.pointee.text) }

  /// What the parser derived: joined continuation lines, unquoted flags, unescaped JSON.
  public var derived: Table<UInt8> { block.table(contents.pointee.derived) }

  /// The character that continues a line: a backslash, or what the `escape` directive says.
  public var escape: UInt8 { contents.pointee.escape }

  /// The parser directives at the top, each kind once.
  public var directives: Table<Directive> { block.table(contents.pointee.directives) }

  /// The instructions in the order of the file, good and bad ones, split into their parts.
  public var nodes: Table<Node> { block.table(contents.pointee.nodes) }

  /// What follows an ONBUILD, as BuildKit's parser splits it; `Node.sub` points here.
  public var subnodes: Table<Node> { block.table(contents.pointee.subnodes) }

  /// One for each node.
  public var instructions: Table<Instruction> { block.table(contents.pointee.instructions) }

  /// The stages that a good FROM begins.
  public var stages: Table<StageSyntax> { block.table(contents.pointee.stages) }

  /// Before the first FROM: indices of ARG instructions.
  public var globalArguments: Range<Int> { 0..<contents.pointee.globalArguments }

  /// The instructions behind ONBUILD; ``OnBuild/trigger`` points here.
  public var triggers: [Trigger] { contents.pointee.triggers }

  /// The words of all nodes. Nodes and instructions hold runs of it, as of the tables below.
  public var words: Table<Word> { block.table(contents.pointee.words) }

  /// The flags of all nodes.
  public var flags: Table<Flag> { block.table(contents.pointee.flags) }

  /// The heredocs of all nodes.
  public var heredocs: Table<Heredoc> { block.table(contents.pointee.heredocs) }

  /// The names and values of all ENV, LABEL and ARG instructions.
  public var pairs: Table<Pair> { block.table(contents.pointee.pairs) }

  /// The comment lines outside of instructions, without the `#` and the blanks around; empty ones are left out.
  public var comments: Table<Text> { block.table(contents.pointee.comments) }

  /// What Docker refuses the file for; the first is the one that it reports. Empty when it would read the file.
  public var problems: [SyntaxProblem] { contents.pointee.problems }

  /// What it only warns about while reading (empty continuation lines).
  public var warnings: [SyntaxProblem] { contents.pointee.warnings }

  /// The same as asking `problems`, without the list.
  package var hasProblems: Bool { !contents.pointee.problems.isEmpty }

  /// The same as asking `warnings`, without the list.
  package var hasWarnings: Bool { !contents.pointee.warnings.isEmpty }

  /// A line is longer than Docker reads; the nodes end before it.
  public var isCutOff: Bool { contents.pointee.isCutOff }

  /// Where the runs of `derived` came from.
  var pieces: Table<Piece> { block.table(contents.pointee.pieces) }
}
