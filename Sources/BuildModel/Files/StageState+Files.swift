import ShellSyntax

extension StageState {
  /// Whether instructions of the file, and not the base image alone, may have put something at a path.
  func mayHaveMade(_ path: String) -> Bool {
    // Any program may write beside its own folder: what is no part of a distribution is taken for its work.
    if !Self.isSystemPath(path), !commands.isEmpty { return true }
    func holds(_ place: String) -> Bool { place != "/" && PathText.areNested(place, path) }
    return files.items.contains { holds($0.path) } || commands.contains { places(of: $0).contains(where: holds) }
      || installsInto(path)
      || packages.contains { $0.isCertain && $0.mayHaveWritten(path) }
  }

  /// Where a RUN works: its folder, and those that it changes to.
  private func places(of command: RunCommand) -> [String] {
    [command.directory]
      + command.trace.executions.compactMap { execution in
        execution.directory.map { PathText.join(command.directory, $0.isEmpty ? "." : $0) }
      }
  }

  /// The stage runs commands whose effect on files cannot be read from them.
  var isOpaque: Bool { !steps.isEmpty || commands.contains { !$0.trace.executions.isEmpty } }

  /// Package managers and compilers of the system write to its folders.
  private func installsInto(_ path: String) -> Bool {
    guard Self.isSystemPath(path) else { return false }
    if programs.hasInstalled, programs.isInstalled(PathText.lastComponent(path)) || Self.isLibrary(path) { return true }
    return
      commands.contains { command in
        command.trace.executions.contains { execution in
          execution.words.contains { $0.value.map { PathText.contains(path, $0) || $0 == path } ?? false }
        }
      }
  }

  /// Where packages put what is no program of their own name.
  private static func isLibrary(_ path: String) -> Bool {
    ["/lib", "/usr/lib", "/usr/local", "/usr/share"].contains { PathText.relative(path, in: $0) != nil }
  }

  /// Where the distribution of a base image keeps its own files.
  static func isSystemPath(_ path: String) -> Bool {
    let bytes = path.utf8
    guard bytes.first == UInt8(ascii: "/") else { return false }
    switch Substring(bytes.dropFirst().prefix { $0 != UInt8(ascii: "/") }) {
    case "bin", "sbin", "lib", "lib64", "etc", "usr", "dev", "proc", "sys", "run", "boot": return true
    default: return false
    }
  }
}
