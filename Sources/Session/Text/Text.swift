package import Diagnostics

/// A line of talk: pieces of text, each in a role that a style gives a look to.
///
/// It is written as an interpolated string: `"\(.code, "check") judges it"`. What is filled in is never taken for
/// markup.
package struct Text: Hashable, Sendable {
  package struct Span: Hashable, Sendable {
    package var text: String
    /// What stands for it where symbols cannot be shown.
    package var plain: String
    /// Outermost first.
    package var roles: [Style.Role]

    package init(_ text: String, plain: String? = nil, roles: [Style.Role] = []) {
      self.text = text
      self.plain = plain ?? text
      self.roles = roles
    }
  }

  package var spans: [Span]

  package init(_ spans: [Span] = []) {
    self.spans = spans
  }

  package init(_ text: String) {
    self.init(text.isEmpty ? [] : [Span(text)])
  }

  package static func + (left: Text, right: Text) -> Text {
    Text(left.spans + right.spans)
  }
}

extension Text: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    self.init(value)
  }

  package init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.spans)
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var spans: [Span] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { spans.append(Span(literal)) }
    }

    package mutating func appendInterpolation(_ text: String) {
      appendLiteral(text)
    }

    package mutating func appendInterpolation(_ number: Int) {
      appendLiteral(String(number))
    }

    package mutating func appendInterpolation(_ text: Text) {
      spans += text.spans
    }

    package mutating func appendInterpolation(_ role: Style.Role, _ text: String) {
      spans.append(Span(text, roles: [role]))
    }

    package mutating func appendInterpolation(_ role: Style.Role, _ text: Text) {
      spans += text.spans.map { Span($0.text, plain: $0.plain, roles: [role] + $0.roles) }
    }

    package mutating func appendInterpolation(_ symbol: Symbol) {
      spans.append(symbol.span)
    }
  }
}

/// A sign with the letters that stand for it where only letters can be shown.
package struct Symbol: Hashable, Sendable {
  package let span: Text.Span

  private init(_ glyph: String, plain: String, _ role: Style.Role? = nil) {
    span = Text.Span(glyph, plain: plain, roles: role.map { [$0] } ?? [])
  }

  /// Beside a word that says the same.
  package static let tick = Symbol("✓", plain: "", .passed)
  package static let cross = Symbol("✗", plain: "", .failed)
  package static let dash = Symbol("–", plain: "", .notJudged)
  package static let here = Symbol("▸", plain: "")
  /// In place of a word.
  package static let passed = Symbol("✓", plain: "passed", .passed)
  package static let failed = Symbol("✗", plain: "failed", .failed)
  package static let notJudged = Symbol("–", plain: "not judged", .notJudged)
  package static let arrow = Symbol("→", plain: "->")
  package static let prompt = Symbol("›", plain: ">")
  package static let dot = Symbol("·", plain: "-", .quiet)
}
