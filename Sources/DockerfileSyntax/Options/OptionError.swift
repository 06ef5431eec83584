public import Diagnostics

/// Why Docker refuses the value of a flag.
public struct OptionError: Error, Hashable, Sendable {
  /// Docker's own words, without the hint.
  public let message: String
  /// The key or value that was probably meant.
  public let suggestion: String?
  /// nil for the whole value.
  public let range: SourceRange?

  init(_ message: String, suggestion: String? = nil, at range: SourceRange? = nil) {
    self.message = message
    self.suggestion = suggestion
    self.range = range
  }

  /// With the hint, as Docker prints it.
  public var dockerMessage: String { suggestion.map { "\(message) (did you mean \($0)?)" } ?? message }
}
