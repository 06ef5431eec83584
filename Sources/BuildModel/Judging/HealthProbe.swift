package import Diagnostics
package import ShellSyntax

/// The image's health check and what its probe does.
package struct HealthProbe: Sendable {
  package var probe: EffectiveImage.Probe
  /// The HEALTHCHECK that sets it.
  package var origin: Origin
  package var isShellForm: Bool
  package var trace: ShellTrace
  /// The programs that it calls, with what is known about each, in the order in which they run.
  package var programs: [Program]

  package struct Program: Sendable, Hashable {
    package var name: String
    /// nil when it cannot be known.
    package var isPresent: Bool?
    /// A utility that any system with a shell has: it is no probe of its own.
    package var isUtility: Bool
    package var range: SourceRange
  }

  /// `HEALTHCHECK NONE` and its like.
  package var isDisabled: Bool { probe.test.first == "NONE" || probe.test.isEmpty }

  /// Every command of it says the same whatever the application does: `node --version`, `date`.
  package var asksNothing: Bool

  /// Programs that the image is known to lack, where no other program of the probe can stand in.
  package var missing: [Program] {
    let hasAlternative = programs.contains { !$0.isUtility && $0.isPresent != false }
    return hasAlternative ? [] : programs.filter { $0.isPresent == false }
  }
}

extension JudgedImage {
  func makeHealthProbe() -> HealthProbe? {
    guard let probe = image.healthcheck, let origin = state.origins[.healthcheck] else { return nil }
    let isShellForm = probe.test.first == "CMD-SHELL"
    var trace = ScriptReading(state: state).trace(probe: probe.test)
    let variables = VisibleVariables.stage(state.variables)
    let scripts = trace.executions.map {
      state.scripts.trace(startedBy: $0, in: state.directory, variables: variables)
    }
    if let only = scripts.first ?? nil, scripts.count == 1 { trace.ending = only.ending }
    let idle = IdleCommand(in: state)
    var asksNothing = !trace.executions.isEmpty && trace.problem == nil
    for (execution, script) in zip(trace.executions, scripts) where asksNothing {
      let own = script.map { $0.problem == nil && $0.executions.allSatisfy(idle.matches) }
      asksNothing = own ?? idle.matches(execution)
    }
    trace.executions += scripts.flatMap { $0?.executions ?? [] }
    return HealthProbe(
      probe: probe,
      origin: origin,
      isShellForm: isShellForm,
      trace: trace,
      programs: trace.executions.compactMap { program(of: $0, origin) },
      asksNothing: asksNothing
    )
  }

  private func program(of execution: Execution, _ origin: Origin) -> HealthProbe.Program? {
    guard let word = execution.words.first, let written = word.value, !written.isEmpty else { return nil }
    let name = PathText.lastComponent(written)
    let isUtility = ProgramSet.isUtility(name)
    return HealthProbe.Program(
      name: written,
      isPresent: isPresent(written, name),
      isUtility: isUtility,
      range: origin.range
    )
  }

  /// A path of the image's own files, or a program of the system.
  private func isPresent(_ written: String, _ name: String) -> Bool? {
    guard written.contains("/") else { return isInPath(name) }
    let path = PathText.join(state.directory, written)
    let isCopied = state.files.items.contains { item in
      PathText.contains(item.path, path) || item.path == path
    }
    if isCopied || state.programs.has(path) == true { return true }
    if StageState.isSystemPath(path) { return state.programs.has(name) }
    // Commands of the build may have made it.
    return state.commands.isEmpty && !base.isUnknown ? false : nil
  }

  /// A program of the system, or a file that was put into a folder of PATH.
  private func isInPath(_ name: String) -> Bool? {
    let known = state.programs.has(name)
    guard known != true else { return true }
    let places = ScriptTexts.places(of: name, in: state.directory, variables: .stage(state.variables))
    if state.files.items.contains(where: { places.contains($0.path) }) { return true }
    // A folder that was copied there may hold it.
    let folders = Set(places.map(PathText.parent))
    return state.files.items.contains { folders.contains($0.path) } ? nil : known
  }

  /// Whether a shell form can run: by the SHELL instruction's program, else /bin/sh.
  package var hasShell: Bool? {
    guard let shell = image.shell?.first else { return state.programs.hasShell }
    return state.programs.has(PathText.lastComponent(shell)) ?? state.programs.hasShell
  }
}
