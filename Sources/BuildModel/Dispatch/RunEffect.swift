import Diagnostics
import DockerfileSyntax
import ShellSyntax

/// What one command of a RUN leaves behind in its stage.
struct RunEffect {
  let execution: Execution
  /// Where it runs; absolute.
  let directory: String
  let origin: Origin
  /// nil where the RUN is an argument list.
  let script: ScriptPlace?
  /// From ranges of the script to ranges of the file.
  let range: (SourceRange) -> SourceRange
  /// ENV and ARG as the RUN sees them.
  let variables: [String: ShellValue]
  /// What the command before it printed, if that can be told.
  var input: String?
  /// The RUN mounts a cache over a package manager's own.
  let hasCacheMount: Bool
  /// Where it mounts caches and memory: what is written there is in no layer. Absolute and clean.
  let mounts: [String]
  let facts: PackageManagerFacts

  func apply(to state: inout StageState) {
    UserFile(directory: directory, input: input).apply(execution, to: &state.users)
    state.scripts.note(execution, in: directory, input: input)
    let words = execution.words[...]
    guard let program = words.first?.value.map(PathText.lastComponent) else { return }
    applyPackages(program, &state)
    if !applySystem(words, program, &state) { applyJavaScript(&state) }
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
    // What may not run at all takes nothing away for certain.
    guard execution.certainty == .always else { return FileCommands.programs.contains(program) }
    return FileCommands(directory: directory).apply(words, to: &state.files)
  }
}
