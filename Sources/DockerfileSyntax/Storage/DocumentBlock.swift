/// All tables of a document in one block of memory, and what is too rare to lie in it.
///
/// Thousands of documents are read and let go; one allocation for each is what makes that cheap.
final class DocumentBlock: ManagedBuffer<DocumentBlock.Contents, UInt64> {
  /// Where a table begins, in bytes from the start of the block, and how many elements it has.
  struct Place<Element: BitwiseCopyable> {
    let offset: Int
    let count: Int
  }

  struct Contents {
    let source: Place<UInt8>
    let derived: Place<UInt8>
    let pieces: Place<Piece>
    let directives: Place<Directive>
    let nodes: Place<Node>
    let subnodes: Place<Node>
    let instructions: Place<Instruction>
    let stages: Place<StageSyntax>
    let words: Place<Word>
    let flags: Place<Flag>
    let heredocs: Place<Heredoc>
    let pairs: Place<Pair>
    let comments: Place<Text>
    let escape: UInt8
    let globalArguments: Int
    let isCutOff: Bool
    let triggers: [Trigger]
    let problems: [SyntaxProblem]
    let warnings: [SyntaxProblem]
  }

  /// Moves what a parser has gathered into a block of just its size.
  static func sealed(_ parser: inout Parser, source: UnsafeBufferPointer<UInt8>) -> DocumentBlock {
    var size = 0
    func room<Element>(for elements: UnsafeBufferPointer<Element>) -> Place<Element> {
      let alignment = MemoryLayout<Element>.alignment
      let offset = (size + alignment - 1) & ~(alignment - 1)
      size = offset + elements.count * MemoryLayout<Element>.stride
      return Place(offset: offset, count: elements.count)
    }
    let contents = Contents(
      source: room(for: source),
      derived: room(for: parser.derived.bytes.elements),
      pieces: room(for: parser.derived.pieces.elements),
      directives: room(for: parser.directives.elements),
      nodes: room(for: parser.nodes.elements),
      subnodes: room(for: parser.subnodes.elements),
      instructions: room(for: parser.instructions.elements),
      stages: room(for: parser.stages.elements),
      words: room(for: parser.words.elements),
      flags: room(for: parser.flags.elements),
      heredocs: room(for: parser.heredocs.elements),
      pairs: room(for: parser.pairs.elements),
      comments: room(for: parser.comments.elements),
      escape: parser.escape,
      globalArguments: parser.globalArguments,
      isCutOff: parser.isCutOff,
      triggers: parser.triggers,
      problems: parser.readingProblems + parser.instructionProblems,
      warnings: parser.warnings
    )
    let buffer = DocumentBlock.create(minimumCapacity: (size + 7) / 8) { _ in contents }
    let block = unsafeDowncast(buffer, to: DocumentBlock.self)
    block.fill(contents.source, source)
    block.fill(contents.derived, parser.derived.bytes.elements)
    block.fill(contents.pieces, parser.derived.pieces.elements)
    block.fill(contents.directives, parser.directives.elements)
    block.fill(contents.nodes, parser.nodes.elements)
    block.fill(contents.subnodes, parser.subnodes.elements)
    block.fill(contents.instructions, parser.instructions.elements)
    block.fill(contents.stages, parser.stages.elements)
    block.fill(contents.words, parser.words.elements)
    block.fill(contents.flags, parser.flags.elements)
    block.fill(contents.heredocs, parser.heredocs.elements)
    block.fill(contents.pairs, parser.pairs.elements)
    block.fill(contents.comments, parser.comments.elements)
    return block
  }

  func table<Element>(_ place: Place<Element>) -> Table<Element> {
    Table(owner: self, base: UnsafePointer(start(of: place)), 0..<place.count)
  }

  private func start<Element>(of place: Place<Element>) -> UnsafeMutablePointer<Element> {
    withUnsafeMutablePointerToElements { elements in
      (UnsafeMutableRawPointer(elements) + place.offset).assumingMemoryBound(to: Element.self)
    }
  }

  private func fill<Element>(_ place: Place<Element>, _ elements: UnsafeBufferPointer<Element>) {
    guard let first = elements.baseAddress else { return }
    start(of: place).initialize(from: first, count: elements.count)
  }
}
