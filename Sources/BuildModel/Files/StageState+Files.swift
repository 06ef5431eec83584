import ShellSyntax

extension StageState {
  /// Whether instructions of the file, and not the base image alone, may have put something at a path: a RUN worked in or around
  /// it, or files were copied there.
  func mayHaveMade(_ path: String) -> Bool {
    let places = commands.flatMap { command in
      [command.directory]
        + command.trace.executions.compactMap { execution in
          execution.directory.map { PathText.join(command.directory, $0.isEmpty ? "." : $0) }
        }
    }
    return (places + files.items.map(\.path)).contains { place in
      guard place != "/" else { return !Self.isSystemPath(path) }
      return PathText.relative(path, in: place) != nil || PathText.relative(place, in: path) != nil
    } || installsInto(path)
  }

  /// The stage runs commands whose effect on files cannot be read from them.
  var isOpaque: Bool { !steps.isEmpty || commands.contains { !$0.trace.executions.isEmpty } }

  /// Package managers and compilers of the system write to its folders.
  private func installsInto(_ path: String) -> Bool {
    Self.isSystemPath(path)
      && commands.contains { command in
        command.trace.executions.contains { execution in
          execution.words.contains { $0.value.map { PathText.relative($0, in: path) != nil || $0 == path } ?? false }
        }
      }
  }

  /// Where the distribution of a base image keeps its own files.
  static func isSystemPath(_ path: String) -> Bool {
    ["/bin", "/sbin", "/lib", "/lib64", "/etc", "/usr", "/dev", "/proc", "/sys", "/run", "/boot"].contains {
      PathText.relative(path, in: $0) != nil
    }
  }
}
