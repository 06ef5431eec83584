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
  /// The command before it in the same RUN.
  let previous: Execution?
  /// Where it mounts caches and memory: what is written there is in no layer. Absolute and clean.
  let mounts: [String]
  let step: DispatchStep

  var origin: Origin { step.origin }
  var facts: PackageManagerFacts { step.dispatcher.options.packageManagers }

  func apply(to state: StageState) {
    state.scripts.note(execution, in: directory)
    guard let program = execution.words.first?.value.map(PathText.lastComponent) else { return }
    let traits = facts.traits(of: program)
    UserFile(directory: directory, previous: previous).apply(execution, program, traits, to: &state.users)
    applyPackages(program, traits.role, state)
    if applySystem(program, traits, state) { return }
    // What is written to a file may be the configuration of npm and its kin.
    if traits.contains(.javaScript) || !execution.redirections.isEmpty { applyJavaScript(state) }
  }

  /// A range of the script, in the file.
  func range(_ range: SourceRange) -> SourceRange {
    step.document.sourceRange(range, in: script) ?? origin.range
  }

  var commandText: String { execution.text }

  /// False for a command that is none of the system's.
  private func applySystem(_ program: String, _ traits: ProgramTraits, _ state: StageState) -> Bool {
    let words = execution.words[...]
    if traits.contains(.users), UserCommands.apply(words, to: &state.users) { return true }
    if traits.contains(.systemPackages), let install = PackageInstall(words) {
      state.programs.apply(install)
      return true
    }
    guard traits.contains(.files) else { return false }
    // What may not run at all takes nothing away for certain.
    guard execution.certainty == .always else { return true }
    return FileCommands(directory: directory).apply(words, to: &state.files)
  }
}
