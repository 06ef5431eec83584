package import Diagnostics
import ShellSyntax

extension JudgedImage {
  /// A command that takes away files that an earlier layer holds.
  package struct LateRemoval: Sendable {
    package var text: String
    package var range: SourceRange
    /// Of the instruction whose layer still holds them.
    package var line: Int
    /// A COPY brought them.
    package var isCopied: Bool
  }

  /// In the order in which they run.
  package var lateRemovals: [LateRemoval] {
    let caches = remainingCaches
    var hidden: [SourceRange: RemainingCache] = [:]
    for cache in caches { if let range = cache.removal, hidden[range] == nil { hidden[range] = cache } }
    return state.commands.flatMap { command in
      command.trace.executions.compactMap { execution -> LateRemoval? in
        let range = document.sourceRange(execution.range, in: command.script) ?? command.origin.range
        let removal = { (origin: Origin, isCopied: Bool) in
          LateRemoval(text: execution.text, range: range, line: self.line(of: origin), isCopied: isCopied)
        }
        let paths = removedPaths(execution, in: command)
        if let copy = state.copies.first(where: { brings($0, any: paths, before: command.origin) }) {
          return removal(copy.origin, true)
        }
        // One that runs only on some ways through its RUN settles nothing, and comes too late all the same.
        let cache = hidden[range] ?? caches.first { isTaken($0, by: paths, before: command.origin) }
        return cache.map { removal($0.step.origin, false) }
      }
    }
  }

  private func removedPaths(_ execution: Execution, in command: RunCommand) -> [String] {
    guard execution.words.first?.value.map(PathText.lastComponent) == "rm" else { return [] }
    let folder = execution.directory.map { PathText.join(command.directory, $0.isEmpty ? "." : $0) }
    return execution.words.dropFirst().compactMap(\.value).filter { !$0.hasPrefix("-") }
      .map { PathText.join(folder ?? command.directory, $0) }
  }

  private func isTaken(_ cache: RemainingCache, by paths: [String], before origin: Origin) -> Bool {
    guard cache.step.origin.instruction < origin.instruction else { return false }
    return paths.contains { path in
      let removal = StageState.Removal.path(path)
      return cache.cache.folders.contains { removal.covers($0) == true }
    }
  }

  /// The whole destination, or a file in it, is what is removed.
  private func brings(_ copy: CopyStep, any paths: [String], before origin: Origin) -> Bool {
    guard copy.origin.instruction < origin.instruction else { return false }
    let files = copy.sources.map { PathText.join(copy.destination, PathText.lastComponent($0)) } + [copy.destination]
    return paths.contains { path in
      !PathText.hasWildcard(path) && files.contains { PathText.relative($0, in: path) != nil }
    }
  }
}
