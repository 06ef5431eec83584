import Diagnostics
package import DockerfileSyntax
package import ShellSyntax

/// A RUN and what its script does.
package struct RunCommand: Sendable {
  package var origin: Origin
  package var trace: ShellTrace
  /// The text that the ranges of the trace lie in; nil where the script is an argument list.
  package var script: ScriptPlace?
  package var directory: String
  /// With the values of their variables.
  package var mounts: [Mount]

  package init(
    origin: Origin,
    trace: ShellTrace,
    script: ScriptPlace?,
    directory: String,
    mounts: [Mount] = []
  ) {
    self.origin = origin
    self.trace = trace
    self.script = script
    self.directory = directory
    self.mounts = mounts
  }
}

extension Execution {
  /// As it was written, for people; what is not known before run time is an ellipsis.
  package var text: String {
    var text = ""
    text.reserveCapacity(Int(range.upper - range.lower))
    for (index, word) in words.enumerated() {
      if index > 0 { text += " " }
      text += word.knownStart
      if word.value == nil { text += "…" }
    }
    return text
  }
}
