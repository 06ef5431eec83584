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
  package var asksNothing: Bool {
    !trace.executions.isEmpty && trace.problem == nil && trace.executions.allSatisfy(IdleCommand.matches)
  }

  /// Programs that the image is known to lack, where no other program of the probe can stand in.
  package var missing: [Program] {
    let hasAlternative = programs.contains { !$0.isUtility && $0.isPresent != false }
    return hasAlternative ? [] : programs.filter { $0.isPresent == false }
  }
}

extension JudgedImage {
  /// nil where the file sets none.
  package var healthProbe: HealthProbe? {
    guard let probe = image.healthcheck, let origin = state.origins[.healthcheck] else { return nil }
    let isShellForm = probe.test.first == "CMD-SHELL"
    let trace = ScriptReading(state: state).trace(probe: probe.test)
    return HealthProbe(
      probe: probe,
      origin: origin,
      isShellForm: isShellForm,
      trace: trace,
      programs: trace.executions.compactMap { program(of: $0, origin) }
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
    guard written.contains("/") else { return state.programs.has(name) }
    let path = PathText.join(state.directory, written)
    let isCopied = state.files.items.contains { item in
      PathText.relative(path, in: item.path) != nil || item.path == path
    }
    if isCopied || state.programs.has(path) == true { return true }
    if StageState.isSystemPath(path) { return state.programs.has(name) }
    // Commands of the build may have made it.
    return state.commands.isEmpty && !base.isUnknown ? false : nil
  }

  /// Whether a shell form can run: by the SHELL instruction's program, else /bin/sh.
  package var hasShell: Bool? {
    guard let shell = image.shell?.first else { return state.programs.hasShell }
    return state.programs.has(PathText.lastComponent(shell)) ?? state.programs.hasShell
  }
}
