import Diagnostics

/// An author's own words for what a check says, in place of the check's.
package struct Feedback: Hashable, Sendable {
  package var passed: Template?
  package var failed: Template?
  package var notJudged: Template?

  package init(passed: Template? = nil, failed: Template? = nil, notJudged: Template? = nil) {
    self.passed = passed
    self.failed = failed
    self.notJudged = notJudged
  }

  /// What every text may fill in: the check's own words, and the stage that was judged.
  package static let everywhere = ["message", "stage"]

  /// A line of text with `{name}` where something is filled in; `{{` and `}}` stand for the braces themselves.
  package struct Template: Hashable, Sendable {
    private enum Piece: Hashable, Sendable {
      case text(String)
      case value(String)
    }

    private var pieces: [Piece] = []

    /// - Throws: an `Invalid` for a name that is not known, or a brace that has no partner.
    package init(_ text: String, placeholders: [String]) throws(Invalid) {
      guard !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else { throw .severalLines }
      var literal = ""
      var rest = text[...]
      while let character = rest.popFirst() {
        switch character {
        case "{" where rest.first == "{", "}" where rest.first == "}":
          literal.append(character)
          rest.removeFirst()
        case "{":
          guard let end = rest.firstIndex(of: "}") else { throw .openBrace }
          let name = String(rest[..<end])
          guard placeholders.contains(name) else {
            throw .unknown(name, nearest: NearestName.of(name, in: placeholders), known: placeholders)
          }
          if !literal.isEmpty { pieces.append(.text(literal)) }
          literal = ""
          pieces.append(.value(name))
          rest = rest[rest.index(after: end)...]
        case "}": throw .openBrace
        default: literal.append(character)
        }
      }
      if !literal.isEmpty { pieces.append(.text(literal)) }
    }

    package func text(_ value: (String) -> String?) -> String {
      pieces.reduce(into: "") { text, piece in
        switch piece {
        case .text(let literal): text += literal
        case .value(let name): text += value(name) ?? "nothing"
        }
      }
    }
  }

  /// Why a text is no template.
  package enum Invalid: Error, Hashable, Sendable {
    case unknown(String, nearest: String?, known: [String])
    case openBrace
    case severalLines
  }
}
