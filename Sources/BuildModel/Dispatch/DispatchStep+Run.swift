package import Diagnostics
package import DockerfileSyntax
import ShellSyntax

extension DispatchStep {
  /// RUN: what its script does to files, users and programs.
  func run(_ run: Run, _ state: StageState) throws(BuildError) {
    var mounts: [Mount] = []
    if !run.flags.isEmpty {
      mounts = try self.mounts(run, state)
      try refuse(mounts, state)
      try refuseDevices(run)
    }
    var script: ScriptPlace?
    if case .shell = run.form { script = ScriptPlace(text: run.script.text) }
    let folder = state.directory
    let command = RunCommand(
      origin: origin,
      trace: trace(run, state),
      script: script,
      directory: folder,
      mounts: mounts
    )
    state.commands.append(command)
    let overlay = mounts.isEmpty ? nil : MountOverlay(mounts, of: self, over: state)
    let folders = mounts.filter { $0.type == .cache || $0.type == .tmpfs }.map { PathText.join(folder, $0.target) }
    var previous: Execution?
    func apply(_ execution: Execution) -> [Execution] {
      let directory = execution.directory.map { $0.isEmpty ? folder : PathText.join(folder, $0) } ?? folder
      if let overlay { state.mountedStages.formUnion(overlay.stages(usedBy: execution, in: directory)) }
      RunEffect(
        execution: execution,
        directory: directory,
        script: script,
        previous: previous,
        mounts: folders,
        step: self
      ).apply(to: state)
      previous = execution
      guard !state.scripts.isEmpty else { return [] }
      return state.scripts.executions(startedBy: execution, in: directory, variables: .stage(state.variables))
    }
    for execution in command.trace.executions {
      // What a script runs that the command starts comes before what stands behind the command.
      var waiting = apply(execution)
      waiting.reverse()
      while let next = waiting.popLast() { waiting += apply(next).reversed() }
    }
    overlay?.lift(from: state)
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
