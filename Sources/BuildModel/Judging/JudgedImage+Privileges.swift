package import Diagnostics
import DockerfileSyntax
import ShellSyntax

extension JudgedImage {
  /// A command that only root may run, run by somebody else.
  package struct Unprivileged: Sendable {
    package var text: String
    package var user: String
    package var range: SourceRange
    package var origin: Origin
  }

  /// Commands of the image's RUNs that fail because a USER stands before them.
  package var commandsWithoutPrivilege: [Unprivileged] {
    let users = userChanges
    guard users.contains(where: { $0.user.map(isUnprivileged) ?? false }) || isUnprivileged(base.facts?.user ?? "")
    else {
      return []
    }
    let given = givenAway
    return state.commands.flatMap { command -> [Unprivileged] in
      guard !command.origin.isTrigger, let user = user(at: command.origin, users), isUnprivileged(user) else {
        return []
      }
      return command.trace.executions.filter { execution in
        execution.certainty == .always
          && RootCommand.matches(execution, in: command.directory) { path in
            !given.contains { PathText.areNested($0, path) }
          }
      }
      .map { execution in
        let range = document.sourceRange(execution.range, in: command.script) ?? command.origin.range
        return Unprivileged(text: execution.text, user: user, range: range, origin: command.origin)
      }
    }
  }

  /// The USERs of the stages that make the image, in order; nil for a text that variables decide.
  var userChanges: [(stage: Int, instruction: Int, user: String?)] {
    state.chain.flatMap { stage in
      build.stages[stage].syntax.instructions.compactMap { node in
        guard case .user(let argument) = document.instructions[node] else { return nil }
        let text = document.string(argument.word)
        return (stage, node, text.utf8.contains(UInt8(ascii: "$")) ? nil : text)
      }
    }
  }

  /// Paths that a COPY or a chown gave to somebody else than root.
  private var givenAway: [String] {
    let copied = state.copies.filter { copy in
      switch instruction(at: copy.origin) {
      case .copy(let syntax), .add(let syntax): document.flag("chown", in: syntax.flags) != nil
      default: false
      }
    }.map(\.destination)
    let changed = ownCommands.filter { $0.words.first == "chown" }.flatMap { command in
      command.words.dropFirst(2).filter { !$0.hasPrefix("-") }.map { PathText.join(command.directory, $0) }
    }
    return copied + changed
  }

  /// The name or number in effect at an instruction; nil when it is not known.
  func user(at origin: Origin, _ users: [(stage: Int, instruction: Int, user: String?)]) -> String? {
    let before = users.last { $0.instruction < origin.instruction }
    let text = before.map(\.user) ?? base.facts?.user
    return text.map { String($0.prefix { $0 != ":" }) }
  }

  private func isUnprivileged(_ user: String) -> Bool {
    if user.isEmpty || user == "root" { return false }
    if let number = Int(user) { return number != 0 }
    return state.users.number(of: user) != 0
  }
}

/// Commands that need the rights of root in an ordinary image.
enum RootCommand {
  /// - Parameter isRootsOwn: whether a path in one of root's folders still is root's.
  static func matches(_ execution: Execution, in directory: String, isRootsOwn: (String) -> Bool) -> Bool {
    let words = execution.words.map(\.value)
    guard let program = words.first.flatMap({ $0 }).map(PathText.lastComponent) else { return false }
    if always.contains(program) { return true }
    if let verbs = managers[program] { return words.dropFirst().contains { $0.map(verbs.contains) ?? false } }
    if program == "npm" {
      return words.contains("-g") || words.contains("--global")
        ? words.contains("install") || words.contains("i") : false
    }
    guard writers.contains(program) else { return false }
    let place = execution.directory.map { PathText.join(directory, $0.isEmpty ? "." : $0) } ?? directory
    return words.dropFirst().contains { word in
      guard let word, !word.hasPrefix("-") else { return false }
      let path = PathText.join(place, word)
      return isRoots(path) && isRootsOwn(path)
    }
  }

  /// chown needs root wherever the file lies.
  private static let always: Set<String> = [
    "adduser", "addgroup", "useradd", "groupadd", "usermod", "groupmod", "deluser", "userdel", "chown",
    "update-ca-certificates",
  ]

  private static let managers: [String: Set<String>] = [
    "apk": ["add", "del", "update", "upgrade"],
    "apt-get": ["install", "update", "upgrade", "remove", "purge"],
    "apt": ["install", "update", "upgrade", "remove", "purge"],
    "dnf": ["install", "update", "remove"], "microdnf": ["install", "update", "remove"],
    "yum": ["install", "update", "remove"], "zypper": ["install", "in", "remove"],
  ]

  private static let writers: Set<String> = ["rm", "mv", "mkdir", "chmod", "touch", "ln"]

  /// Folders in which an ordinary user may not write.
  private static func isRoots(_ path: String) -> Bool {
    ["/bin", "/sbin", "/lib", "/etc", "/usr", "/var/lib", "/var/cache", "/var/log", "/opt", "/root"].contains {
      PathText.relative(path, in: $0) != nil
    }
  }
}
