import Diagnostics

/// A node of a YAML document and its place.
struct YAMLNode: Hashable, Sendable {
  enum Content: Hashable, Sendable {
    /// The text as it is written; plain where it is not quoted and no block.
    case scalar(String, isPlain: Bool)
    case list([YAMLNode])
    case mapping([Pair])
  }

  struct Pair: Hashable, Sendable {
    var key: YAMLNode
    var value: YAMLNode
  }

  var position: SourcePosition
  var content: Content

  /// The word of a scalar that is not quoted.
  var plainWord: String? {
    if case .scalar(let text, isPlain: true) = content { text } else { nil }
  }

  /// The text of a scalar, quoted or not.
  var plainText: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }
}
