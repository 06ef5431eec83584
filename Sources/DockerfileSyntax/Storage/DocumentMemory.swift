/// The tables of a document as they lie in memory, for those that go over all of them again and again: good as long as
/// the document is kept alive.
package struct DocumentMemory {
  package let source: UnsafeBufferPointer<UInt8>
  package let derived: UnsafeBufferPointer<UInt8>
  package let nodes: UnsafeBufferPointer<Node>
  package let instructions: UnsafeBufferPointer<Instruction>
  package let stages: UnsafeBufferPointer<StageSyntax>
  package let words: UnsafeBufferPointer<Word>
  package let flags: UnsafeBufferPointer<Flag>
  package let heredocs: UnsafeBufferPointer<Heredoc>
  package let pairs: UnsafeBufferPointer<Pair>
  package let comments: UnsafeBufferPointer<Text>

  init(_ contents: DocumentBlock.Contents) {
    source = contents.text.elements
    derived = contents.derived.elements
    nodes = contents.nodes.elements
    instructions = contents.instructions.elements
    stages = contents.stages.elements
    words = contents.words.elements
    flags = contents.flags.elements
    heredocs = contents.heredocs.elements
    pairs = contents.pairs.elements
    comments = contents.comments.elements
  }
}

extension Document {
  /// - Returns: what the caller may use while it keeps the document, and no longer.
  package var memory: DocumentMemory { DocumentMemory(contents.pointee) }
}
