import Diagnostics

/// Reads a Dockerfile in one pass: lines, nodes and typed instructions, all into flat tables.
///
/// It is made for one document after the other: the tables keep their room. The bytes of the document have to stay
/// where they are while `parse` runs; what the parser hands around are views of them and of its own tables.
///
/// All its methods are mutating, those that only look included: the compiler copies so large a value to lend it.
struct Parser: ~Copyable {
  /// Problems kept of each kind; a file of garbage has one in every line.
  static let problemLimit = 100
  /// Elements of a table that are kept from one document to the next.
  private static let retained = 1 << 14

  private(set) var source = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  var derived = DerivedText()
  /// The continued line that is being read, joined.
  var joined = Scratch<UInt8>(capacity: 512)
  var jsonElements = Scratch<JSONArrayReader.Element>()
  var escape = UInt8(ascii: "\\")
  var directives = Scratch<Directive>(capacity: 4)
  var nodes = Scratch<Node>(capacity: 64)
  var subnodes = Scratch<Node>(capacity: 4)
  var instructions = Scratch<Instruction>(capacity: 64)
  var stages = Scratch<StageSyntax>(capacity: 8)
  var words = Scratch<Word>(capacity: 256)
  var flags = Scratch<Flag>(capacity: 16)
  var heredocs = Scratch<Heredoc>(capacity: 8)
  var pairs = Scratch<Pair>(capacity: 64)
  var comments = Scratch<Text>(capacity: 64)
  var triggers: [Trigger] = []
  var readingProblems: [SyntaxProblem] = []
  var instructionProblems: [SyntaxProblem] = []
  var warnings: [SyntaxProblem] = []
  /// Inside an ONBUILD trigger, which has no stage and no triggers of its own.
  var isReadingTrigger = false
  /// The file has a line that is too long.
  var isCutOff = false
  /// Leading ARG instructions.
  var globalArguments = 0
  /// The last stage goes on.
  var stageIsOpen = false
  /// A FROM was seen, good or bad.
  var hasFrom = false
  var complainedAboutStage = false

  /// Forgets the document before.
  mutating func reset() {
    source = UnsafeBufferPointer(start: nil, count: 0)
    derived.reset(keepingAtMost: Self.retained * 8)
    joined.empty(keepingAtMost: Self.retained * 8)
    directives.empty(keepingAtMost: Self.retained)
    nodes.empty(keepingAtMost: Self.retained)
    subnodes.empty(keepingAtMost: Self.retained)
    instructions.empty(keepingAtMost: Self.retained)
    stages.empty(keepingAtMost: Self.retained)
    words.empty(keepingAtMost: Self.retained)
    flags.empty(keepingAtMost: Self.retained)
    heredocs.empty(keepingAtMost: Self.retained)
    pairs.empty(keepingAtMost: Self.retained)
    comments.empty(keepingAtMost: Self.retained)
    if !triggers.isEmpty { triggers = [] }
    if !readingProblems.isEmpty { readingProblems = [] }
    if !instructionProblems.isEmpty { instructionProblems = [] }
    if !warnings.isEmpty { warnings = [] }
    escape = UInt8(ascii: "\\")
    isCutOff = false
    globalArguments = 0
    stageIsOpen = false
    hasFrom = false
    complainedAboutStage = false
  }

  /// Fills the tables from bytes that stay where they are until this returns.
  mutating func parse(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    read(source.span, from: .source)
    finishStage(atEndOfFile: true)
    if stages.isEmpty, !hasFrom, readingProblems.isEmpty, instructionProblems.isEmpty {
      report(.conversion, "dockerfile contains no stages to build", line: -1, at: SourceRange(0, 0))
    }
  }
}

/// Where a run of bytes that is being read lies in the document.
struct Origin {
  let isDerived: Bool
  /// What to add to an index to get an offset into the source or the derived text.
  let bias: Int

  static let source = Origin(isDerived: false, bias: 0)

  @inline(__always)
  func text(_ range: Range<Int>) -> Text {
    Text(isDerived: isDerived, Range(uncheckedBounds: (range.lowerBound &+ bias, range.upperBound &+ bias)))
  }
}

extension Parser {
  /// The bytes of the source behind a run of bytes.
  @inline(__always)
  mutating func sourceRange(_ range: Range<Int>, _ origin: Origin) -> SourceRange {
    let offsets = Range(uncheckedBounds: (range.lowerBound &+ origin.bias, range.upperBound &+ origin.bias))
    return origin.isDerived ? derived.range(of: offsets) : SourceRange(offsets)
  }

  @inline(__always)
  mutating func word(_ range: Range<Int>, _ origin: Origin) -> Word {
    Word(text: origin.text(range), range: sourceRange(range, origin))
  }

  mutating func sourceRange(of text: Text) -> SourceRange {
    text.isDerived ? derived.range(of: text.offsets) : SourceRange(text.offsets)
  }

  /// The bytes of a text; good until the next text is derived.
  @inline(__always)
  mutating func bytes(_ text: Text) -> UnsafeBufferPointer<UInt8> {
    if text.isDerived { return derived.bytes[text.offsets] }
    let offsets = text.offsets
    precondition(offsets.upperBound <= source.count)
    guard let start = source.baseAddress else { return source }
    return UnsafeBufferPointer(start: start + offsets.lowerBound, count: offsets.count)
  }

  mutating func string(_ text: Text) -> String { DockerfileSyntax.text(of: bytes(text)) }

  /// Whether a text is just these letters.
  mutating func equals(_ text: Text, _ letters: StaticString) -> Bool {
    let bytes = bytes(text)
    guard bytes.count == letters.utf8CodeUnitCount else { return false }
    for index in bytes.indices where bytes[index] != letters.utf8Start[index] { return false }
    return true
  }

  /// A part of a word, by offsets from its start.
  mutating func part(of word: Word, _ offsets: Range<Int>) -> Word {
    let start = word.text.offsets.lowerBound
    let range = start + offsets.lowerBound..<start + offsets.upperBound
    let text = Text(isDerived: word.text.isDerived, range)
    return Word(text: text, range: sourceRange(of: text))
  }

  /// Notes where derived bytes at an offset came from: byte follows byte, also where lines were joined between them.
  mutating func note(_ range: Range<Int>, _ origin: Origin, at offset: Int) {
    if origin.isDerived, range.count > 1 {
      derived.noteCopy(of: range.lowerBound + origin.bias..<range.upperBound + origin.bias, at: offset)
    } else {
      derived.note(sourceRange(range, origin), at: offset)
    }
  }

  /// Appends a copy of a text to the derived bytes, with its pieces.
  mutating func derive(copyOf text: Text) {
    guard !text.isEmpty else { return }
    if text.isDerived {
      derived.noteCopy(of: text.offsets, at: derived.end)
      derived.bytes.append(copyOf: text.offsets)
    } else {
      derived.note(SourceRange(text.offsets))
      derived.bytes.append(contentsOf: bytes(text))
    }
  }
}
