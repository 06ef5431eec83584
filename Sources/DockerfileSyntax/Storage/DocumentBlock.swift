import Glibc

/// The tables of a document, and what is too rare to be a table of plain values.
///
/// Thousands of small documents are read and let go, so all their tables lie in one block of memory. Those of a large
/// one are the parser's own, handed over without a copy.
final class DocumentBlock: ManagedBuffer<DocumentBlock.Contents, UInt64> {
  /// From this size of all tables on, in bytes, a copy costs more than the parser's new ones.
  static let copyLimit = 1 << 17

  /// Where a table lies.
  struct Place<Element: BitwiseCopyable> {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }
  }

  struct Contents {
    /// Held, so that its bytes stay where they are.
    let source: [UInt8]
    let text: Place<UInt8>
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
    /// The tables lie where the parser had them, each in memory of its own.
    let isAdopted: Bool
  }

  /// Takes what a parser has gathered from a source.
  ///
  /// - Parameter text: the bytes of the source, as they lie in the array.
  static func sealed(
    _ parser: inout Parser,
    source: [UInt8],
    text: UnsafeBufferPointer<UInt8>
  ) -> DocumentBlock {
    let size = parser.tableSize
    let isAdopted = size > copyLimit
    let buffer = DocumentBlock.create(minimumCapacity: isAdopted ? 0 : (size + 7) / 8) { buffer in
      buffer.withUnsafeMutablePointerToElements { elements in
        var packing = Packing(start: isAdopted ? nil : UnsafeMutableRawPointer(elements))
        return Contents(
          source: source,
          text: Place(base: UnsafeMutablePointer(mutating: text.baseAddress ?? packing.nowhere()), count: text.count),
          derived: packing.place(&parser.derived.bytes),
          pieces: packing.place(&parser.derived.pieces),
          directives: packing.place(&parser.directives),
          nodes: packing.place(&parser.nodes),
          subnodes: packing.place(&parser.subnodes),
          instructions: packing.place(&parser.instructions),
          stages: packing.place(&parser.stages),
          words: packing.place(&parser.words),
          flags: packing.place(&parser.flags),
          heredocs: packing.place(&parser.heredocs),
          pairs: packing.place(&parser.pairs),
          comments: packing.place(&parser.comments),
          escape: parser.escape,
          globalArguments: parser.globalArguments,
          isCutOff: parser.isCutOff,
          triggers: parser.triggers,
          problems: parser.readingProblems + parser.instructionProblems,
          warnings: parser.warnings,
          isAdopted: isAdopted
        )
      }
    }
    return unsafeDowncast(buffer, to: DocumentBlock.self)
  }

  deinit {
    guard header.isAdopted else { return }
    let contents = header
    free(contents.derived.base)
    free(contents.pieces.base)
    free(contents.directives.base)
    free(contents.nodes.base)
    free(contents.subnodes.base)
    free(contents.instructions.base)
    free(contents.stages.base)
    free(contents.words.base)
    free(contents.flags.base)
    free(contents.heredocs.base)
    free(contents.pairs.base)
    free(contents.comments.base)
  }

  func table<Element>(_ place: Place<Element>) -> Table<Element> {
    Table(owner: self, base: UnsafePointer(place.base), 0..<place.count)
  }
}

/// Puts tables one behind the other into a block of memory, or leaves them where they are.
private struct Packing {
  /// The end of the last table; nil where tables stay.
  private var end: UnsafeMutableRawPointer?

  init(start: UnsafeMutableRawPointer?) {
    end = start
  }

  mutating func place<Element>(_ scratch: inout Scratch<Element>) -> DocumentBlock.Place<Element> {
    let count = scratch.count
    guard let end else { return DocumentBlock.Place(base: scratch.handOver(), count: count) }
    let base = end.alignedUp(for: Element.self).assumingMemoryBound(to: Element.self)
    base.initialize(from: scratch.base, count: count)
    self.end = UnsafeMutableRawPointer(base + count)
    return DocumentBlock.Place(base: base, count: count)
  }

  /// An address for a table without elements.
  func nowhere() -> UnsafePointer<UInt8> {
    UnsafePointer(bitPattern: 1).unsafelyUnwrapped
  }
}

extension Parser {
  /// The most bytes that the tables need one behind the other.
  fileprivate var tableSize: Int {
    derived.bytes.size + derived.pieces.size + directives.size + nodes.size + subnodes.size + instructions.size
      + stages.size + words.size + flags.size + heredocs.size + pairs.size + comments.size
  }
}
