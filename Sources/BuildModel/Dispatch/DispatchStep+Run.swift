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
    let overlay = MountOverlay(mounts, of: self, over: &state)
    let variables = state.variables.shellValues
    let hasCacheMount = mounts.contains { $0.type == .cache }
    let folders = mounts.filter { $0.type == .cache || $0.type == .tmpfs }
      .map { PathText.join(state.directory, $0.target) }
    let start = state.directory
    var input: String?
    func apply(_ execution: Execution) -> [Execution] {
      let directory = execution.directory.map { PathText.join(start, $0.isEmpty ? "." : $0) } ?? start
      state.mountedStages.formUnion(overlay.stages(usedBy: execution, in: directory))
      RunEffect(
        execution: execution,
        directory: directory,
        origin: origin,
        script: script,
        range: { document.sourceRange($0, in: script) ?? origin.range },
        variables: variables,
        input: input,
        hasCacheMount: hasCacheMount,
        mounts: folders,
        facts: dispatcher.options.packageManagers
      ).apply(to: &state)
      input = UserFile.printed(execution)
      return state.scripts.executions(startedBy: execution, in: directory, variables: variables)
    }
    for execution in command.trace.executions {
      // What a script runs that the command starts comes before what stands behind the command.
      var waiting = apply(execution)
      waiting.reverse()
      while let next = waiting.popLast() { waiting += apply(next).reversed() }
    }
    overlay.lift(from: &state)
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
    case .shell:
      let script = document.bytes(run.script.text)
      let isProgram = !run.heredocs.isEmpty && script.starts(with: "#!".utf8)
      return isProgram ? reading.trace(program: script) : reading.trace(script: script)
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
