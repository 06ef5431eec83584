package import DockerfileSyntax
package import ShellSyntax

/// A RUN and what its script does.
package struct RunCommand: Sendable {
  package var origin: Origin
  package var trace: ShellTrace
  /// The text that the ranges of the trace lie in; nil where the script is an argument list.
  package var script: ScriptPlace?
  /// The user that it runs as; empty is the base image's.
  package var user: String
  package var directory: String
  package var mounts: [Mount]

  package init(
    origin: Origin,
    trace: ShellTrace,
    script: ScriptPlace?,
    user: String,
    directory: String,
    mounts: [Mount]
  ) {
    self.origin = origin
    self.trace = trace
    self.script = script
    self.user = user
    self.directory = directory
    self.mounts = mounts
  }
}
