/// How text is dressed up: the one place that knows terminal escapes.
public struct Style: Hashable, Sendable {
  /// What a piece of text is; a style decides how that looks.
  public enum Role: Hashable, Sendable, CaseIterable {
    /// Headings and emphasis of a text, and what is less important.
    case title, emphasis, strong, code, link, quiet
    /// Verdicts, severities and corrections.
    case passed, failed, notJudged, error, warning, note, fix
    /// Parts of source text.
    case keyword, string, comment, variable
  }

  /// Whether escapes may be sent.
  public let hasColour: Bool
  /// Whether box-drawing characters and symbols may be used; plain letters stand for them otherwise.
  public let hasSymbols: Bool

  /// A style with escapes, symbols, both or none.
  public init(hasColour: Bool, hasSymbols: Bool) {
    self.hasColour = hasColour
    self.hasSymbols = hasSymbols
  }

  /// Letters alone.
  public static let plain = Style(hasColour: false, hasSymbols: false)
  /// With symbols, without colour.
  public static let uncoloured = Style(hasColour: false, hasSymbols: true)
  /// With symbols and colour.
  public static let coloured = Style(hasColour: true, hasSymbols: true)

  /// The text in the look of a role; unchanged without colour.
  public func apply(_ role: Role, _ text: String) -> String {
    guard hasColour, !text.isEmpty else { return text }
    return "\u{1B}[\(Self.codes(role))m\(text)\u{1B}[0m"
  }

  /// SGR parameters: sixteen-colour codes only, so that the terminal's own theme decides on light and dark.
  private static func codes(_ role: Role) -> String {
    switch role {
    case .title: "1"
    case .emphasis: "3"
    case .strong: "1"
    case .code: "36"
    case .link: "4;34"
    case .quiet: "2"
    case .passed: "32"
    case .failed, .error: "1;31"
    case .notJudged: "2"
    case .warning: "1;33"
    case .note: "1;34"
    case .fix: "32"
    case .keyword: "1;35"
    case .string: "32"
    case .comment: "2;37"
    case .variable: "33"
    }
  }
}
