package import Diagnostics
package import DockerfileSyntax

/// A node_modules folder and the command that made it what it is.
package struct NodeModules: Hashable, Sendable {
  package var manager: PackageManager
  package var development: DevelopmentDependencies
  /// Whether the command runs on every way through its RUN; if not, it may be that another one decided.
  package var isCertain: Bool
  /// As it was written, for people.
  package var command: String
  /// Of the command, in the file.
  package var range: SourceRange
  package var origin: Origin
  /// The lockfile alone decides what is installed.
  package var isClean: Bool
  /// From ranges of the words in `development` to ranges of the file: the script's place.
  package var script: ScriptPlace?
}

/// Where in a document a script lies, so that ranges in it can be told as ranges of the file.
package struct ScriptPlace: Hashable, Sendable {
  package var text: Text
}
