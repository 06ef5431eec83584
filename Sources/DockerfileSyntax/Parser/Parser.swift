import Diagnostics

/// Reads a Dockerfile in one pass: lines, nodes and typed instructions, all into flat tables.
struct Parser {
  /// Problems kept of each kind; a file of garbage has one in every line.
  static let problemLimit = 100

  let source: [UInt8]
  var derived = DerivedText()
  var escape = UInt8(ascii: "\\")
  var directives: [Directive] = []
  var nodes: [Node] = []
  var subnodes: [Node] = []
  var instructions: [Instruction] = []
  var stages: [StageSyntax] = []
  var triggers: [Trigger] = []
  var words: [Word] = []
  var flags: [Flag] = []
  var heredocs: [Heredoc] = []
  var pairs: [Pair] = []
  var comments: [Text] = []
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

  init(source: [UInt8]) {
    self.source = source
    // A line of an ordinary Dockerfile has about forty bytes, two lines make an instruction.
    let expected = source.count / 64 + 4
    nodes.reserveCapacity(expected)
    instructions.reserveCapacity(expected)
    words.reserveCapacity(expected * 3)
  }

  mutating func parse() {
    let source = source
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
    let offsets = range.lowerBound + bias..<range.upperBound + bias
    return isDerived ? Text(derived: offsets) : Text(source: offsets)
  }
}

extension Parser {
  /// The bytes of the source behind a run of bytes.
  @inline(__always)
  func sourceRange(_ range: Range<Int>, _ origin: Origin) -> SourceRange {
    let offsets = range.lowerBound + origin.bias..<range.upperBound + origin.bias
    return origin.isDerived ? derived.range(of: offsets) : SourceRange(offsets)
  }

  @inline(__always)
  func word(_ range: Range<Int>, _ origin: Origin) -> Word {
    Word(text: origin.text(range), range: sourceRange(range, origin))
  }

  func sourceRange(of text: Text) -> SourceRange {
    text.isDerived ? derived.range(of: text.offsets) : SourceRange(text.offsets)
  }

  func bytes(_ text: Text) -> ArraySlice<UInt8> {
    text.isDerived ? derived.bytes[text.offsets] : source[text.offsets]
  }

  func string(_ text: Text) -> String { DockerfileSyntax.text(of: bytes(text)) }

  func equals(_ text: Text, _ other: String) -> Bool { bytes(text).elementsEqual(other.utf8) }

  /// A part of a word, by offsets from its start.
  func part(of word: Word, _ offsets: Range<Int>) -> Word {
    let start = word.text.offsets.lowerBound
    let range = start + offsets.lowerBound..<start + offsets.upperBound
    let text = word.text.isDerived ? Text(derived: range) : Text(source: range)
    return Word(text: text, range: sourceRange(of: text))
  }

  /// Appends a copy of a text to the derived bytes, with its pieces.
  mutating func derive(copyOf text: Text) {
    guard !text.isEmpty else { return }
    let copy = Array(bytes(text))
    if text.isDerived {
      derived.noteCopy(of: text.offsets)
    } else {
      derived.note(SourceRange(text.offsets))
    }
    derived.bytes.append(contentsOf: copy)
  }

  mutating func report(
    _ phase: SyntaxProblem.Phase,
    _ message: String,
    line: Int,
    at range: SourceRange,
    suggestion: String? = nil
  ) {
    let text = suggestion.map { "\(message) (did you mean \($0)?)" } ?? message
    let problem = SyntaxProblem(
      dockerMessage: phase == .instructions ? "dockerfile parse error on line \(line): \(text)" : text,
      message: text,
      dockerLine: line,
      range: range,
      suggestion: suggestion,
      phase: phase
    )
    add(problem)
  }

  mutating func add(_ problem: SyntaxProblem) {
    switch problem.phase {
    case .reading:
      if readingProblems.count < Self.problemLimit { readingProblems.append(problem) }
    case .instructions, .conversion:
      if instructionProblems.count < Self.problemLimit { instructionProblems.append(problem) }
    }
  }
}
