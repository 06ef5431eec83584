import DockerfileSyntax

/// A Dockerfile that is known in all its parts before it is written down.
struct Draft: Sendable {
  /// Stands for the escape character until the text is written.
  static let escapeMark: UInt8 = 0x01

  var hasByteOrderMark = false
  var directives: [Directive] = []
  var items: [Item] = []
  /// Taken in turns.
  var lineEnds = ["\n"]
  var endsInLineEnd = true

  struct Directive: Sendable {
    var kind: DockerfileSyntax.Directive.Kind
    var value: String
    /// The line; its value is in it once.
    var written: String
  }

  enum Item: Sendable {
    /// White space alone.
    case blank(String)
    /// The line, and its text.
    case comment(String, String)
    case instruction(InstructionDraft)
  }

  var escape: UInt8 {
    directives.contains { $0.kind == .escape && $0.value == "`" } ? UInt8(ascii: "`") : UInt8(ascii: "\\")
  }
}

/// An instruction before it is written down.
struct InstructionDraft: Sendable {
  var indent = ""
  /// As written.
  var keyword: String
  /// Where a line ends within the keyword.
  var keywordSplit: Int?
  var kind: Keyword?
  var flags: [FlagDraft] = []
  /// `--` behind the flags.
  var endsFlags = false
  var arguments: Arguments
  /// What stands between the parts, taken in turns.
  var gaps = [Gap.blank]
  /// Blanks at the end of its last line.
  var tail = ""
  var heredocs: [HeredocDraft] = []
  /// Where Docker complains of it, if it does.
  var refusal: SyntaxProblem.Phase?

  indirect enum Arguments: Sendable {
    /// Words apart from each other.
    case words([WordDraft])
    /// One text, blanks and all.
    case whole([WordDraft])
    /// A name, then one text.
    case legacy(WordDraft, [WordDraft])
    case array([WordDraft])
    /// A word, then one text or an array.
    case typed(WordDraft, Arguments)
    case trigger(InstructionDraft)
    case none
  }
}

/// A word as it is written and as it is read.
struct WordDraft: Sendable {
  var written: [UInt8]
  var read: [UInt8]
  /// Where a line ends within it, if one does.
  var split: Int?

  init(_ written: some Sequence<UInt8>, read: (some Sequence<UInt8>)? = Optional<[UInt8]>.none) {
    self.written = Array(written)
    self.read = read.map { Array($0) } ?? self.written
  }

  init(_ text: String) { self.init(text.utf8) }

  init(_ written: String, read: String) { self.init(written.utf8, read: read.utf8) }
}

/// `--name=value`, with quotes or without.
struct FlagDraft: Sendable {
  var written: [UInt8]
  var name: [UInt8]
  var value: [UInt8]?
}

/// Blanks between two parts, perhaps over several lines.
struct Gap: Sendable {
  var before: String
  /// Behind the escape at the end of the line; nil where the line does not end.
  var afterEscape: String?
  /// Lines that are dropped.
  var dropped: [String] = []
  var after = ""

  static let blank = Gap(before: " ")

  var joined: String { before + after }

  var hasEmptyLine: Bool {
    dropped.contains { line in line.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
  }
}

/// The body of a heredoc.
struct HeredocDraft: Sendable {
  var name: String
  var expands = true
  var chomps = false
  var lines: [String]
  /// nil where the body has no end.
  var terminator: String?
}
