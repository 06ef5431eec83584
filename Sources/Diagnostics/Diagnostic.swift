/// Something to tell about a place in a source. Lines and columns appear only when it is printed.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// It does not work, or must not stay so.
    case error
    /// It works, and is worth a change.
    case warning
    /// Worth knowing.
    case note
  }

  /// How bad it is.
  public var severity: Severity
  /// The check or rule that speaks: `healthcheck`, `WorkdirRelativePath`; nil for the parser.
  public var rule: String?
  /// What is wrong, in one line, with the author's words in backquotes.
  public var message: String
  /// The bytes that it is about; nil where the whole file is meant.
  public var range: SourceRange?
  /// A few words beside the carets.
  public var label: String?
  /// Why it matters, in a sentence.
  public var why: String?
  /// What to write instead.
  public var fix: String?

  /// Something to tell; only severity, message and place are always there.
  public init(
    _ severity: Severity,
    rule: String? = nil,
    _ message: String,
    at range: SourceRange?,
    label: String? = nil,
    why: String? = nil,
    fix: String? = nil
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.range = range
    self.label = label
    self.why = why
    self.fix = fix
  }
}
