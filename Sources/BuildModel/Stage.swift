package import Diagnostics
package import DockerfileSyntax

/// A stage with its references resolved.
package struct Stage: Sendable {
  package let index: Int
  package let syntax: StageSyntax
  /// In lower case, as names compare; empty for a stage without one.
  package let name: String
  package let base: Base
  /// After expansion, as `linux/amd64`; nil when not given.
  package let platform: String?
  /// The platform is one of Windows.
  package let isWindows: Bool
  /// Of the FROM instruction.
  package let range: SourceRange
  package let fromLine: Int
  /// What it takes from elsewhere, in file order.
  package internal(set) var references: [StageReference]

  package enum Base: Hashable, Sendable {
    case scratch
    /// An earlier stage of the file.
    case stage(Int)
    case image(ImageReference)
  }

  /// The stage's name, or `stage-N` as Docker shows it.
  package var displayName: String { name.isEmpty ? "stage-\(index)" : name }

  /// Whether the author gave it a name.
  package var isNamed: Bool { !name.isEmpty }
}

/// A place where one stage takes files from another stage or image: `COPY --from` or a mount.
package struct StageReference: Hashable, Sendable {
  package enum Source: Hashable, Sendable {
    case stage(Int)
    /// An image outside the file, or a named build context: by the file alone they look the same.
    case image(String)
  }
  package enum Kind: Hashable, Sendable {
    case copy, mount
  }
  package let source: Source
  package let kind: Kind
  /// Index into the document's nodes.
  package let instruction: Int
  /// Of the name that refers.
  package let range: SourceRange
  /// Written as a number.
  package let isIndex: Bool
}
