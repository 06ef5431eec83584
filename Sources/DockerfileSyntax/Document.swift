/// A Dockerfile as Docker reads it, with the place of everything. Tables instead of a tree: nodes refer to runs of
/// them.
public struct Document: Sendable {
  public let source: [UInt8]
  /// What the parser derived: joined continuation lines, unquoted flags, unescaped JSON.
  public let derived: [UInt8]
  public let escape: UInt8
  public let directives: [Directive]
  public let nodes: [Node]
  /// What follows an ONBUILD, as BuildKit's parser splits it; `Node.sub` points here.
  public let subnodes: [Node]
  /// One for each node.
  public let instructions: [Instruction]
  public let stages: [StageSyntax]
  /// Before the first FROM: indices of ARG instructions.
  public let globalArguments: Range<Int>
  public let triggers: [Trigger]
  public let words: [Word]
  public let flags: [Flag]
  public let heredocs: [Heredoc]
  public let pairs: [Pair]
  public let comments: [Text]
  /// What Docker refuses the file for; the first is the one that it reports. Empty when it would read the file.
  public let problems: [SyntaxProblem]
  /// What it only warns about while reading (empty continuation lines).
  public let warnings: [SyntaxProblem]
  /// A line is longer than Docker reads; the nodes end before it.
  public let isCutOff: Bool
  /// Where the runs of `derived` came from.
  let pieces: [Piece]
}
