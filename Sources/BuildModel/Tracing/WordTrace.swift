/// A word of an instruction: as it was written, what became of it, and the variables that decided.
package struct WordTrace: Hashable, Sendable {
  package var written: String
  /// After expansion; as written where Docker refuses to expand it.
  package var value: String
  /// In the order of their first use.
  package var uses: [VariableUse]

  /// A variable in a word.
  package struct VariableUse: Hashable, Sendable {
    package var name: String
    /// Index into ``ConfigurationTrace/settings``; nil for one that is not set.
    package var setting: Int?
    /// The ARG that declares it without a value, where it is not set.
    package var declaration: Origin?
    /// The text behind `:-` or `:+` that stands in its place.
    package var standIn: String?
  }
}

/// What gave a variable its value.
package struct VariableSetting: Hashable, Sendable {
  package enum Cause: Hashable, Sendable {
    /// The text of the ENV or ARG.
    case written(WordTrace)
    /// `--build-arg`; the ARG only lets it in.
    case buildArgument
    /// An ARG without a default of its own takes that of the one above the first FROM: an index into
    /// ``ConfigurationTrace/settings``.
    case globalArgument(Int)
    /// The base image, by the facts.
    case baseImage
    /// BuildKit: the platforms, and the usual PATH.
    case builder
  }
  package var name: String
  package var value: String
  package var cause: Cause
  /// The ENV or ARG; nil for what comes from outside of the file.
  package var origin: Origin?
  /// Whether an ENV, or the base image, puts it into the image; ARG is for the build alone.
  package var isOfImage: Bool
}

/// A change of one part of an image's configuration.
package struct ConfigurationChange: Hashable, Sendable {
  package enum Effect: Hashable, Sendable {
    case set
    /// ENTRYPOINT takes the command away that it finds.
    case cleared
    /// HEALTHCHECK NONE.
    case disabled
    /// It was so in the base image, by the facts.
    case inherited
  }
  package var effect: Effect
  /// What it is from there on; nil for nothing.
  package var value: [String]?
  /// nil for the base image.
  package var origin: Origin?
  /// The words that it was written with, as far as they are expanded.
  package var words: [WordTrace] = []
}

/// What an instruction finds: who runs it, where, by which shell.
package struct Surroundings: Hashable, Sendable {
  /// Empty for the base image's default.
  package var user: String
  /// Absolute.
  package var directory: String
  /// nil for Docker's own, `/bin/sh -c`.
  package var shell: [String]?

  package init(user: String, directory: String, shell: [String]?) {
    self.user = user
    self.directory = directory
    self.shell = shell
  }
}
