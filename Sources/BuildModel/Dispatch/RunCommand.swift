package import ShellSyntax

/// A RUN and what its script does.
package struct RunCommand: Sendable {
  package var origin: Origin
  package var trace: ShellTrace
  /// The text that the ranges of the trace lie in; nil where the script is an argument list.
  package var script: ScriptPlace?
  package var directory: String

  package init(
    origin: Origin,
    trace: ShellTrace,
    script: ScriptPlace?,
    directory: String
  ) {
    self.origin = origin
    self.trace = trace
    self.script = script
    self.directory = directory
  }
}
