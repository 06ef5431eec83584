public import Diagnostics

/// What keeps Docker from building the file, or what it warns about while reading.
public struct SyntaxProblem: Hashable, Sendable {
  /// Docker's own words, with its "dockerfile parse error on line N: " where it says so.
  public let dockerMessage: String
  /// The same without that prefix, for people who see the line anyway.
  public let message: String
  /// The line that Docker names: 0 is a real value, -1 none.
  public let dockerLine: Int
  /// The bytes that it is about; empty where there are none.
  public let range: SourceRange
  /// What was probably meant.
  public let suggestion: String?
  /// Which part of BuildKit speaks.
  public let phase: Phase

  /// Which part of BuildKit speaks.
  public enum Phase: Sendable {
    /// Its parser: nothing of the file is understood.
    case reading
    /// Its instruction parser.
    case instructions
    /// The conversion into build steps, where an ONBUILD trigger is read as well.
    case conversion
  }
}
