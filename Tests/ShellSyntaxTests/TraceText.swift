import Diagnostics

@testable import ShellSyntax

/// A trace in one line, for tables: commands by `; `, a `?` before those that may not run, `_` for an unknown word.
func text(of trace: ShellTrace) -> String {
  trace.executions.map(text).joined(separator: "; ")
}

private func text(_ execution: Execution) -> String {
  let words = execution.words.map { word in word.value.map { $0.isEmpty ? "''" : $0 } ?? "_" }
  return (execution.certainty == .maybe ? "?" : "") + words.joined(separator: " ")
}

func text(of ending: Ending) -> String {
  switch (ending.canSucceed, ending.canFail) {
  case (true, true): "either"
  case (true, false): "success"
  case (false, true): "failure"
  case (false, false): "never"
  }
}

/// The environment of the tables: some variables known, one only known to exist.
func tableEnvironment(_ name: String) -> ShellValue? {
  switch name {
  case "NODE_ENV": .known("production")
  case "HOME": .known("/root")
  case "EMPTY": .known("")
  case "LIST": .known("a b")
  case "SECRET": .unknown
  default: nil
  }
}

func traced(_ script: String, options: ShellOptions = ShellOptions()) -> ShellTrace {
  trace(Array(script.utf8), environment: tableEnvironment, options: options)
}
