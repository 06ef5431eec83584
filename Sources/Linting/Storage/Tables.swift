import Diagnostics
import DockerfileSyntax

typealias NodePointer = UnsafePointer<Node>

/// The tables of a document as they lie in memory.
struct Tables {
  /// Held, so that the tables stay where they are.
  let document: Document
  let source: Bytes
  let derived: Bytes
  let nodes: UnsafeBufferPointer<Node>
  let instructions: UnsafeBufferPointer<Instruction>
  let stages: UnsafeBufferPointer<StageSyntax>
  let words: UnsafeBufferPointer<Word>
  let flags: UnsafeBufferPointer<Flag>
  let pairs: UnsafeBufferPointer<Pair>
  let comments: UnsafeBufferPointer<Text>

  init(_ document: Document) {
    self.document = document
    let memory = document.memory
    source = memory.source
    derived = memory.derived
    nodes = memory.nodes
    instructions = memory.instructions
    stages = memory.stages
    words = memory.words
    flags = memory.flags
    pairs = memory.pairs
    comments = memory.comments
  }

  /// Those of an empty document.
  static var none: Tables { Tables(empty) }

  private static let empty = Document(parsing: [])

  /// A node where it lies: it is too large to be copied for each look at it.
  @inline(__always)
  func node(_ index: Int) -> NodePointer { nodes.baseAddress.unsafelyUnwrapped + index }

  @inline(__always)
  func instruction(_ index: Int) -> UnsafePointer<Instruction> { instructions.baseAddress.unsafelyUnwrapped + index }

  @inline(__always)
  func stage(_ index: Int) -> UnsafePointer<StageSyntax> { stages.baseAddress.unsafelyUnwrapped + index }

  /// The FROM of a stage.
  @inline(__always)
  func from(_ stage: Int) -> NodePointer { node(self.stage(stage).pointee.instructions.lowerBound) }

  /// What a stage starts from, as written.
  @inline(__always)
  func base(_ stage: Int) -> Word { self.stage(stage).pointee.from.base }

  /// The name of a stage in small letters; empty for none.
  @inline(__always)
  func name(_ stage: Int) -> Bytes { bytes(self.stage(stage).pointee.name) }

  @inline(__always)
  func bytes(_ text: Text) -> Bytes {
    let offsets = text.offsets
    let table = text.isDerived ? derived : source
    return Bytes(start: table.baseAddress.unsafelyUnwrapped + offsets.lowerBound, count: offsets.count)
  }

  @inline(__always)
  func bytes(_ word: Word) -> Bytes { bytes(word.text) }

  /// As Docker shows it.
  func string(_ word: Word) -> String { document.string(word) }

  /// The value of a flag by its name; nil where it is not there or has none.
  @inline(__always)
  func value(of name: StaticString, in run: Run32<Flag>) -> Word? {
    for index in run.indices where bytes(flags[index].name).equals(name) { return flags[index].value }
    return nil
  }

  /// Small letters are all that it has of letters.
  func isSmall(_ word: Word) -> Bool {
    let bytes = bytes(word)
    return !bytes.mayHaveCapitals || DockerText.lower(bytes).utf8.elementsEqual(bytes)
  }

  func isLarge(_ word: Word) -> Bool {
    let bytes = bytes(word)
    if !bytes.contains(where: { $0 >= 0x80 || ($0 >= 0x61 && $0 <= 0x7A) }) { return true }
    return DockerText.upper(bytes).utf8.elementsEqual(bytes)
  }

  /// Where a variable stands in a word, with its dollar sign.
  func range(ofVariable name: String, in word: Word) -> SourceRange {
    let bytes = bytes(word)
    var name = name
    return name.withUTF8 { name in
      for index in bytes.indices where bytes[index] == UInt8(ascii: "$") {
        var start = index + 1
        if start < bytes.count, bytes[start] == UInt8(ascii: "{") { start += 1 }
        let end = start + name.count
        guard end <= bytes.count, Bytes(rebasing: bytes[start..<end]).equals(name) else { continue }
        if end < bytes.count, isNamePart(bytes[end]) { continue }
        let isClosed = start > index + 1 && end < bytes.count && bytes[end] == UInt8(ascii: "}")
        return document.range(of: index..<(isClosed ? end + 1 : end), in: word.text)
      }
      return word.range
    }
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    byte == 0x5F || byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
