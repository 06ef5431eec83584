import ShellSyntax

/// Whether something lies at a path of an image, as far as the instructions tell.
package enum Presence: Sendable {
  /// An instruction puts it there.
  case present(FileItem)
  /// An instruction copies a folder around it; what is in the folder is not known.
  case possible(FileItem)
  /// A RUN may have made it, or the base image may hold it.
  case unknown
  case absent

  /// The instruction that puts it there, or may.
  package var item: FileItem? {
    switch self {
    case .present(let item), .possible(let item): item
    case .unknown, .absent: nil
    }
  }
}

extension JudgedImage {
  /// - Parameter path: absolute.
  package func presence(of path: String) -> Presence {
    let path = PathText.clean(path)
    var possible: FileItem?
    for match in state.files.matches(path) {
      switch match.relation {
      case .below: return .present(match.item)
      case .inside(let rest):
        if match.item.bears(rest) { return .present(match.item) }
        possible = possible ?? match.item
      }
    }
    // `COPY package*.json ./` brings what there is of these names.
    possible = possible ?? state.files.items.first { PathText.hasWildcard($0.path) && Glob($0.path).matches(path) }
    if let possible { return .possible(possible) }
    if base.isUnknown || mayBeMade(path) { return .unknown }
    // What a distribution brings along in its own folders is not written down.
    return base != .scratch && StageState.isSystemPath(path) ? .unknown : .absent
  }
}

extension JudgedImage {
  /// Whether a RUN may have put something at a path. Commands that only install, remove or change rights put nothing
  /// where they do not say so.
  private func mayBeMade(_ path: String) -> Bool {
    state.commands.contains { command in
      command.trace.problem != nil
        || command.trace.executions.contains { TidyCommand.mayMake(path, $0, in: command.directory) }
    }
  }
}

/// Commands that put files only where their words say, or into folders of their own.
private enum TidyCommand {
  static func mayMake(_ path: String, _ execution: Execution, in directory: String) -> Bool {
    guard let program = execution.words.first?.value.map(PathText.lastComponent) else { return true }
    let folder = execution.directory.map { PathText.join(directory, $0.isEmpty ? "." : $0) } ?? directory
    let targets = execution.redirections.filter { $0.kind == .write || $0.kind == .append }.map(\.target)
    if targets.contains(where: { names($0, path, folder) }) { return true }
    if harmless.contains(program) { return false }
    if makers.contains(program) { return execution.words.dropFirst().contains { names($0, path, folder) } }
    let verb = execution.words.dropFirst().lazy.compactMap(\.value).first { !$0.hasPrefix("-") }
    switch program {
    case "npm", "yarn", "pnpm", "bun":
      guard let verb else { return program != "yarn" }
      return !["ci", "install", "i", "prune", "cache", "config", "clean-install"].contains(verb)
    // What a shell is told in its words is read; what stands in a file is not.
    case "sh", "bash", "ash": return !execution.words.contains { $0.value == "-c" }
    case "pip", "pip3": return verb != "install"
    case "go": return verb != "mod"
    default: return true
    }
  }

  private static func names(_ word: ShellWord, _ path: String, _ folder: String) -> Bool {
    guard let value = word.value else { return true }
    return !value.hasPrefix("-") && PathText.areNested(PathText.join(folder, value), path)
  }

  private static let harmless: Set<String> = [
    "apk", "apt-get", "apt", "dnf", "microdnf", "yum", "adduser", "addgroup", "useradd", "groupadd", "usermod", "chown",
    "chmod", "rm", "echo", "printf", "true", "test", "[", "set", "cd", "export", "ls", "cat", "exec", "env",
    "update-ca-certificates", "id", "which", "command",
  ]

  private static let makers: Set<String> = ["mkdir", "touch", "cp", "mv", "ln", "install"]
}

extension FileItem {
  /// The item was taken from a path of this name, and may well be the file itself: `COPY --from=build /src/server
  /// /usr/local/bin/` puts `server` there.
  fileprivate func bears(_ name: String) -> Bool {
    switch content {
    case .output(_, let path), .base(_, let path), .image(_, let path): PathText.lastComponent(path) == name
    case .context(let path): path != "." && PathText.lastComponent(path) == name
    case .inline, .download, .modules: false
    }
  }
}
