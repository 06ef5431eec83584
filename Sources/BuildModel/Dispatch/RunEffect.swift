import Diagnostics
import DockerfileSyntax
import ShellSyntax

/// What one command of a RUN leaves behind in its stage.
struct RunEffect {
  let execution: Execution
  /// Where it runs; absolute.
  let directory: String
  /// nil where the RUN is an argument list.
  let script: ScriptPlace?
  /// What the command before it printed, if that can be told.
  let input: String?
  /// The RUN mounts a cache over a package manager's own.
  let hasCacheMount: Bool
  /// Where it mounts caches and memory: what is written there is in no layer. Absolute and clean.
  let mounts: [String]
  let step: DispatchStep

  var origin: Origin { step.origin }
  var facts: PackageManagerFacts { step.dispatcher.options.packageManagers }

  func apply(to state: inout StageState) {
    UserFile(directory: directory, input: input).apply(execution, to: &state.users)
    state.scripts.note(execution, in: directory, input: input)
    guard let program = execution.words.first?.value.map(PathText.lastComponent) else { return }
    applyPackages(program, &state)
    if !applySystem(execution.words[...], program, &state), mayConcernJavaScript(program) { applyJavaScript(&state) }
  }

  /// Most programs are none of JavaScript's: for them nothing is to be gathered. What is written to a file may be its
  /// configuration.
  private func mayConcernJavaScript(_ program: String) -> Bool {
    !execution.redirections.isEmpty || JavaScriptCommand.isKnown(program, facts)
  }

  /// A range of the script, in the file.
  func range(_ range: SourceRange) -> SourceRange {
    step.document.sourceRange(range, in: script) ?? origin.range
  }

  /// As it was written, for people; what is not known before run time is an ellipsis.
  var commandText: String {
    execution.words.map { $0.value ?? $0.knownStart + "…" }.joined(separator: " ")
  }

  private func applySystem(_ words: ArraySlice<ShellWord>, _ program: String, _ state: inout StageState) -> Bool {
    if UserCommands.apply(words, to: &state.users) { return true }
    if let install = PackageInstall(words) {
      state.programs.apply(install)
      return true
    }
    guard FileCommands.programs.contains(program) else { return false }
    // What may not run at all takes nothing away for certain.
    guard execution.certainty == .always else { return true }
    return FileCommands(directory: directory).apply(words, to: &state.files)
  }
}
