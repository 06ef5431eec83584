/// Where variables get their values from.
public protocol VariableLookup {
  /// nil for a variable that is not set, which is not the same as an empty one.
  func value(of name: String) -> String?
}

extension Dictionary: VariableLookup where Key == String, Value == String {
  /// The value under the name.
  public func value(of name: String) -> String? { self[name] }
}

/// No variable is set.
public struct NoVariables: VariableLookup {
  /// Variables of which none is set.
  public init() {}

  /// Always nil.
  public func value(of name: String) -> String? { nil }
}

/// A word with its variables replaced and its quotes removed.
public struct ExpandedWord: Hashable, Sendable {
  /// The whole, with values in the place of variables.
  public let text: String
  /// The variables that had a value, in the order of their first use.
  public let matched: [String]
  /// The variables that were asked for and not set.
  public let unmatched: [String]
}

/// Why Docker can't expand a word.
public struct ExpansionError: Error, Hashable, Sendable {
  /// Docker's own words: `failed to process "${X": …`.
  public let dockerMessage: String
  /// The part after the word.
  public let reason: String
  /// The variables that were asked for before and not set.
  public let unmatched: [String]
}

/// The way in which Docker expands words: `$name`, the forms of `${name…}`, quotes and escapes.
public struct Expansion: Sendable {
  /// What the expansion leaves as it is.
  public struct Options: OptionSet, Sendable {
    /// A bit for each.
    public let rawValue: UInt8

    /// The options whose bits are set.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Quotes stay in the result.
    public static let rawQuotes = Options(rawValue: 1)
    /// Escapes stay in the result.
    public static let rawEscapes = Options(rawValue: 2)
    /// Quotes are characters like others.
    public static let skipProcessQuotes = Options(rawValue: 4)
    /// A variable that is not set stays as it is written.
    public static let skipUnsetEnv = Options(rawValue: 8)
  }

  /// The character that takes the meaning from the one behind it.
  public let escape: UInt8
  /// What is left as it is.
  public let options: Options

  /// An expansion as Docker's own, with the backslash and no options, unless told otherwise.
  public init(escape: UInt8 = UInt8(ascii: "\\"), options: Options = []) {
    self.escape = escape
    self.options = options
  }

  /// Expands a word into one text, blanks included.
  public func expand(
    _ word: some Collection<UInt8>,
    with variables: some VariableLookup
  ) throws(ExpansionError) -> ExpandedWord {
    if isPlain(word) {
      return ExpandedWord(text: String(decoding: word, as: UTF8.self), matched: [], unmatched: [])
    }
    return try expandAndSplit(word, with: variables).whole
  }

  /// Expands a text and splits it at white space outside of quotes.
  public func words(
    in text: some Collection<UInt8>,
    with variables: some VariableLookup
  ) throws(ExpansionError) -> [String] {
    try expandAndSplit(text, with: variables).words
  }

  /// Both at once.
  public func expandAndSplit(
    _ word: some Collection<UInt8>,
    with variables: some VariableLookup
  ) throws(ExpansionError) -> (whole: ExpandedWord, words: [String]) {
    var lexer = ExpansionLexer(Array(word), self, variables)
    let (bytes, spans) = try lexer.run()
    let whole = ExpandedWord(
      text: String(decoding: bytes, as: UTF8.self),
      matched: lexer.matched,
      unmatched: lexer.unmatched
    )
    return (whole, spans.map { String(decoding: $0.bytes, as: UTF8.self) })
  }

  /// A word that came out of a text, and the bytes of the text that it was made of.
  struct WordSpan {
    let bytes: [UInt8]
    let range: Range<Int>
  }

  func spans(_ text: [UInt8], with variables: some VariableLookup) throws(ExpansionError) -> [WordSpan] {
    var lexer = ExpansionLexer(text, self, variables)
    return try lexer.run().spans
  }

  /// Nothing in it has a meaning, so that it stands for itself.
  private func isPlain(_ word: some Collection<UInt8>) -> Bool {
    word.allSatisfy { byte in
      byte < 0x80 && byte != UInt8(ascii: "$") && byte != escape && byte != UInt8(ascii: "'")
        && byte != UInt8(ascii: "\"")
    }
  }
}
