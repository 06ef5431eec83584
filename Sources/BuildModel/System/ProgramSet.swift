/// The programs that an image has, as far as its base and what was installed tell.
package struct ProgramSet: Sendable, Hashable {
  /// nil where the base's programs are not known.
  private var ofBase: Set<String>?
  /// Whether a program was installed, or taken away.
  private var changes = OrderedNames<Bool>()
  /// Names of `apk add --virtual` and what they stand for.
  private var virtualPackages: [String: [String]] = [:]
  /// Whether there is a shell; nil when not known.
  package private(set) var hasShell: Bool?

  /// What is on an empty base: nothing.
  package init() {
    ofBase = []
    hasShell = false
  }

  init(facts: BaseImageRow?) {
    ofBase = facts.flatMap(\.tools)
    // Shell forms start /bin/sh; a shell elsewhere, as distroless debug images have it, does not help them.
    hasShell = facts.map { $0.shell?.hasPrefix("/bin/") ?? false }
  }

  /// nil when it cannot be known.
  package func has(_ program: String) -> Bool? {
    if let isThere = changes[program] { return isThere }
    guard let ofBase else { return nil }
    return ofBase.contains(program) || (hasShell == true && Self.everywhere.contains(program))
  }

  /// A utility that any system with a shell has.
  package static func isUtility(_ program: String) -> Bool { everywhere.contains(program) }

  /// The files of another image come on top, with all its programs.
  mutating func merge(_ other: ProgramSet) {
    for entry in other.changes.entries where entry.value { changes[entry.name.text] = true }
    if let own = ofBase, let theirs = other.ofBase {
      ofBase = own.union(theirs)
      for entry in changes.entries where !entry.value && theirs.contains(entry.name.text) {
        changes[entry.name.text] = nil
      }
    } else {
      ofBase = nil
    }
    if hasShell != true { hasShell = other.hasShell ?? hasShell.map { _ in false } }
  }

  /// Instructions have installed something.
  var hasInstalled: Bool { changes.entries.contains(where: \.value) }

  /// Instructions have installed a program.
  func isInstalled(_ program: String) -> Bool { changes[program] ?? false }

  /// Applies a package manager's command.
  mutating func apply(_ command: PackageInstall) {
    if command.isRemoval {
      for package in command.packages.flatMap({ virtualPackages.removeValue(forKey: $0) ?? [$0] }) {
        PackageInstall.forEachProgram(of: package) { remove($0) }
      }
      return
    }
    if let name = command.virtualName { virtualPackages[name] = command.packages }
    for package in command.packages { PackageInstall.forEachProgram(of: package) { install($0) } }
  }

  mutating func install(_ program: String) {
    changes[program] = true
    switch program {
    case "bash", "sh", "dash", "ash", "busybox": hasShell = true
    default: break
    }
  }

  mutating func remove(_ program: String) { changes[program] = false }

  /// What every image with a shell also has: POSIX utilities of coreutils or BusyBox.
  private static let everywhere: Set<String> = [
    "sh", "test", "[", "cat", "echo", "printf", "ls", "grep", "sed", "true", "false", "kill", "sleep", "stat", "cut",
    "tr",
    "head", "tail", "wc", "sort", "find", "expr", "env", "timeout", "readlink", "basename", "dirname", "touch", "rm",
    "cp",
    "mv", "mkdir", "chmod", "chown", "id", "date", "uname", "exit", ":", "cd", "export", "set", "eval", "exec", "nohup",
    "command", "type", "read", "return", "shift", "trap", "ulimit", "umask", "unset", "wait", "tee", "xargs", "od",
    "seq",
  ]
}
