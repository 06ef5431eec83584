package import BuildModel

/// One thing that an image's configuration says, with where it comes from.
package struct ImageRow: Sendable {
  package enum Source: String, Sendable {
    /// An instruction of the file.
    case file
    /// The base image, by the facts.
    case base
    /// Nothing says anything: what Docker does then.
    case `default`
    /// The base image decides, and nothing is known about it.
    case unknown
  }
  /// `user`, `environment`, …
  package var field: String
  /// The name of a variable or label.
  package var key: String?
  /// For people; nil where nothing is set.
  package var value: String?
  /// `shell` or `exec`.
  package var form: String?
  package var source: Source
  package var steps: [TraceStep] = []
  /// What the first step led to, where more than one followed.
  package var result: String?
  /// Earlier values, the last one first.
  package var replaced: [Replaced] = []

  /// A value that was there before.
  package struct Replaced: Hashable, Sendable {
    package var value: String
    /// nil for the base image's.
    package var origin: Origin?
    /// What ended it.
    package var by: Origin
    package var effect: ConfigurationChange.Effect
  }
}
