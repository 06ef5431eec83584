package import Diagnostics
import ShellSyntax

extension JudgedImage {
  /// An `rm` of files that an earlier layer holds.
  package struct LateRemoval: Sendable {
    package var text: String
    package var range: SourceRange
    /// Of the instruction whose layer still holds them.
    package var line: Int
    /// A COPY brought them.
    package var isCopied: Bool
  }

  package var lateRemovals: [LateRemoval] {
    let installs = systemInstalls
    return state.commands.flatMap { command in
      command.trace.executions.compactMap { execution -> LateRemoval? in
        guard execution.words.first?.value.map(PathText.lastComponent) == "rm" else { return nil }
        let folder =
          execution.directory.map { PathText.join(command.directory, $0.isEmpty ? "." : $0) } ?? command.directory
        let paths = execution.words.dropFirst().compactMap(\.value).filter { !$0.hasPrefix("-") }
          .map { PathText.join(folder, $0) }
        let range = document.sourceRange(execution.range, in: command.script) ?? command.origin.range
        if let copy = state.copies.first(where: { brings($0, any: paths, before: command.origin) }) {
          return LateRemoval(text: execution.text, range: range, line: line(of: copy.origin), isCopied: true)
        }
        let install = installs.first { install in
          install.origin != command.origin && install.origin.instruction < command.origin.instruction
            && !install.leavesNoCache && removesCache(of: install.manager, paths)
        }
        return install.map {
          LateRemoval(text: execution.text, range: range, line: line(of: $0.origin), isCopied: false)
        }
      }
    }
  }

  private func removesCache(of manager: String, _ paths: [String]) -> Bool {
    let removed = paths.map { PathText.hasWildcard(PathText.lastComponent($0)) ? PathText.parent($0) : $0 }
    return (PackageCache.folders[manager] ?? []).contains { folder in
      removed.contains { PathText.relative(folder, in: $0) != nil }
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
