package import Diagnostics
package import DockerfileSyntax
import ShellSyntax

extension DispatchStep {
  /// RUN: what its script does to files, users and programs.
  func run(_ run: Run, _ state: inout StageState) throws(BuildError) {
    let mounts = try mounts(run, state)
    try refuse(mounts, state)
    try refuseDevices(run)
    var script: ScriptPlace?
    if case .shell = run.form { script = ScriptPlace(text: run.script.text) }
    let command = RunCommand(
      origin: origin,
      trace: trace(run, state),
      script: script,
      directory: state.directory
    )
    state.commands.append(command)
    let variables = state.variables.shellValues
    for execution in command.trace.executions {
      let directory = execution.directory.map { PathText.join(state.directory, $0.isEmpty ? "." : $0) }
      RunEffect(
        execution: execution,
        directory: directory ?? state.directory,
        origin: origin,
        script: script,
        range: { document.sourceRange($0, in: script) ?? origin.range },
        variables: variables,
        hasCacheMount: mounts.contains { $0.type == .cache },
        facts: dispatcher.options.packageManagers
      ).apply(to: &state)
    }
  }

  private func mounts(_ run: Run, _ state: StageState) throws(BuildError) -> [Mount] {
    let expansion = Expansion(escape: document.escape)
    do throws(OptionError) {
      return try document.mounts(of: run) { (text) throws(ExpansionError) in
        try expansion.expand(Array(text.utf8), with: state.variables).text
      }
    } catch {
      throw BuildError(
        error.dockerMessage,
        dockerLine: line,
        at: error.range ?? origin.range,
        suggestion: error.suggestion
      )
    }
  }

  private func trace(_ run: Run, _ state: StageState) -> ShellTrace {
    let reading = ScriptReading(state: state)
    switch run.form {
    case .shell: return reading.trace(script: document.bytes(run.script.text))
    case .exec(let words):
      return reading.trace(arguments: document[words].map { ShellWord(document.string($0), at: $0.range) })
    }
  }
}

extension Document {
  /// A range of a script, in the file; an argument list's words have their places in it already.
  package func sourceRange(_ range: SourceRange, in script: ScriptPlace?) -> SourceRange? {
    script.map { self.range(of: range.offsets, in: $0.text) } ?? range
  }
}

extension Variables {
  var shellValues: [String: ShellValue] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, ShellValue.known(self[$0] ?? "")) })
  }
}
