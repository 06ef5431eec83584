import Diagnostics

/// A word before expansion.
struct Word {
  enum Part {
    /// Bytes that stand for themselves; as long as their range unless an escape was decoded.
    case text([UInt8], isQuoted: Bool, range: SourceRange)
    case parameter(Parameter, isQuoted: Bool, range: SourceRange)
    case substitution(CommandList, isQuoted: Bool, range: SourceRange)
    /// Between backquotes, where backslashes were taken away before reading.
    case backquoted(ShellScript, SourceMap, isQuoted: Bool, range: SourceRange)
    case arithmetic([Part], range: SourceRange)
    /// `<(…)` and `>(…)` of bash, which become a path.
    case process(CommandList, range: SourceRange)
    /// An extended pattern of bash, `!(…)`.
    case pattern([UInt8], range: SourceRange)
  }
  var parts: [Part]
  var range: SourceRange

  /// The text of a word that is written without quotes and expansions.
  var plainText: String? {
    var bytes: [UInt8] = []
    for part in parts {
      guard case .text(let text, isQuoted: false, range: _) = part else { return nil }
      bytes += text
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// `$name` or `${name…}`.
struct Parameter {
  enum Operator: Equatable {
    case none, length
    case useDefault, assignDefault, alternative, complain
    case dropShortestPrefix, dropLongestPrefix, dropShortestSuffix, dropLongestSuffix
    /// What only bash knows, as `${x/a/b}`: the value cannot be told.
    case unknown
  }
  var name: String
  var `operator` = Operator.none
  /// The colon of `:-`, by which an empty value counts as none.
  var countsEmptyAsUnset = false
  var word: [Word.Part] = []
}
