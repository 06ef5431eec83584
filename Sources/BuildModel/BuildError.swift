package import Diagnostics

/// What Docker refuses to build a target for, after it could read the file.
package struct BuildError: Error, Hashable, Sendable {
  /// Docker's own words, with its hint.
  package var message: String
  /// The line that Docker names; -1 when it names none.
  package var dockerLine: Int
  package var range: SourceRange?
  /// What was probably meant.
  package var suggestion: String?

  /// Docker's words for a target that the file does not have.
  package static func unknownTarget(_ name: String) -> String { "target stage \"\(name)\" could not be found" }

  /// Docker's words for a variable in `COPY --from`.
  package static let variableInFrom =
    "variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a "
    + "workaround"

  /// Docker's words for a RUN with `--device`.
  package static let devices = "device feature is only supported in Dockerfile frontend 1.14.0-labs or later"

  package init(_ message: String, dockerLine: Int, at range: SourceRange?, suggestion: String? = nil) {
    self.message = message
    self.dockerLine = dockerLine
    self.range = range
    self.suggestion = suggestion
  }
}
