package import Diagnostics
import ShellSyntax

extension JudgedImage {
  /// Programs that a RUN calls though its stage is known to lack them, in the order of the RUNs.
  package var missingPrograms: [(program: String, range: SourceRange)] {
    var programs = ProgramSet(facts: base.facts)
    if base == .scratch { programs = ProgramSet() }
    var mayHaveMore = false
    var found: [(program: String, range: SourceRange)] = []
    for command in state.commands {
      for execution in command.trace.executions {
        guard let program = execution.words.first?.value else { continue }
        let isAsked = Self.managers.contains(program) || !mayHaveMore && Self.written.contains(program)
        if isAsked, programs.has(program) == false, !isCopied(program) {
          found.append((program, document.sourceRange(execution.range, in: command.script) ?? command.origin.range))
        }
        if let install = PackageInstall(execution.words[...]) { programs.apply(install) }
        // What a package or a download brings along is not written down.
        if Self.managers.contains(program) || Self.bringers.contains(program) { mayHaveMore = true }
      }
    }
    return found
  }

  private func isCopied(_ program: String) -> Bool {
    let folders = (state.variables["PATH"] ?? "").split(separator: ":").map(String.init)
    return folders.contains { folder in
      guard folder.hasPrefix("/") else { return false }
      switch presence(of: PathText.join(folder, program)) {
      case .present, .possible: return true
      case .unknown, .absent: return false
      }
    }
  }

  private static let managers: Set<String> = ["apk", "apt-get", "dnf", "microdnf", "yum"]

  private static let bringers: Set<String> = [
    "curl", "wget", "tar", "unzip", "npm", "pip", "pip3", "corepack", "cp", "ln", "mv",
  ]

  /// Programs of which the facts say where they are.
  private static let written: Set<String> = [
    "bash", "cargo", "curl", "g++", "gcc", "git", "go", "gradle", "java", "javac", "make", "mvn", "node", "npm", "npx",
    "pip",
    "python3", "rustc", "useradd", "groupadd", "wget",
  ]
}
