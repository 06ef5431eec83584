import Diagnostics

extension Document {
  /// The size from which on a file is refused, so that every offset into it and into what is derived from it fits.
  public static let sizeLimit = 1 << 28

  /// Reads the bytes of a Dockerfile. Nothing makes it fail: `problems` says what Docker would refuse.
  public init(parsing bytes: [UInt8]) {
    guard bytes.count < Self.sizeLimit else {
      self.init(refusing: "the file has \(bytes.count) bytes, more than can be read")
      return
    }
    var parser = Parser(source: bytes)
    parser.parse()
    self.init(parser)
  }

  private init(refusing message: String) {
    var parser = Parser(source: [])
    parser.report(.reading, message, line: -1, at: SourceRange(0, 0))
    self.init(parser)
  }

  private init(_ parser: Parser) {
    source = parser.source
    derived = parser.derived.bytes
    pieces = parser.derived.pieces
    escape = parser.escape
    directives = parser.directives
    nodes = parser.nodes
    subnodes = parser.subnodes
    instructions = parser.instructions
    stages = parser.stages
    globalArguments = 0..<parser.globalArguments
    triggers = parser.triggers
    words = parser.words
    flags = parser.flags
    heredocs = parser.heredocs
    pairs = parser.pairs
    comments = parser.comments
    problems = parser.readingProblems + parser.instructionProblems
    warnings = parser.warnings
    isCutOff = parser.isCutOff
  }
}
