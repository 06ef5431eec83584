package import Diagnostics
import DockerfileSyntax
import ShellSyntax

/// Whether the image's user may write to a path.
package enum WriteAccess: Hashable, Sendable {
  /// The reason, in a few words.
  case granted(String)
  /// The place of what made it somebody else's.
  case denied(SourceRange)
  case unknown
}

extension JudgedImage {
  /// The last COPY or command that decides who owns a path decides.
  package func access(to path: String) -> WriteAccess {
    switch user.identity {
    case .root: return .granted("the container runs as root")
    case .unknown: return .unknown
    case .other: break
    }
    if ["/tmp", "/var/tmp"].contains(where: { PathText.relative(path, in: $0) != nil }) {
      return .granted("everybody may write to \(path)")
    }
    let events = copyEvents(path) + commandEvents(path)
    return events.max { $0.place < $1.place }?.access ?? .unknown
  }

  private struct Event {
    /// The instruction, then the command in it.
    var place: (Int, Int)
    var access: WriteAccess
  }

  private func copyEvents(_ path: String) -> [Event] {
    state.copies.compactMap { copy in
      guard PathText.relative(path, in: copy.destination) != nil else { return nil }
      let flag: Flag? =
        switch instruction(at: copy.origin) {
        case .copy(let syntax), .add(let syntax): document.flag("chown", in: syntax.flags)
        default: nil
        }
      let owner = flag?.value.map { document.string($0) }
      let access = owner.map { owner in
        isUser(owner) ? WriteAccess.granted("\(path) is copied for \(user.name)") : .unknown
      }
      return Event(place: (copy.origin.instruction, 0), access: access ?? .denied(copy.origin.range))
    }
  }

  private func commandEvents(_ path: String) -> [Event] {
    let users = userChanges
    return state.commands.flatMap { command -> [Event] in
      command.trace.executions.enumerated().compactMap { index, execution in
        let words = execution.words.map { $0.value ?? "" }
        let folder =
          execution.directory.map { PathText.join(command.directory, $0.isEmpty ? "." : $0) } ?? command.directory
        let operands = words.dropFirst().filter { !$0.hasPrefix("-") }
        let isWhole = words.contains {
          $0 == "--recursive" || $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.contains("R")
        }
        let touches = operands.map { PathText.join(folder, $0) }.contains { operand in
          operand == path || isWhole && PathText.relative(path, in: operand) != nil
        }
        guard touches, let program = words.first.map(PathText.lastComponent) else { return nil }
        let place = (command.origin.instruction, index + 1)
        switch program {
        case "chown":
          let isOwn = operands.first.map(isUser) ?? false
          return Event(place: place, access: isOwn ? .granted("\(path) is given to \(user.name)") : .unknown)
        case "chmod":
          let isOpen = operands.first.map {
            ["777", "0777", "1777", "a+w", "o+w", "a+rwx", "a+rwX", "ugo+rwx"].contains($0)
          }
          return isOpen == true ? Event(place: place, access: .granted("everybody may write to \(path)")) : nil
        case "mkdir", "touch":
          let maker = self.user(at: command.origin, users)
          let range = document.sourceRange(execution.range, in: command.script) ?? command.origin.range
          guard let maker else { return base.isUnknown ? nil : Event(place: place, access: .denied(range)) }
          guard isUser(maker) else { return Event(place: place, access: .denied(range)) }
          return Event(place: place, access: access(toMake: path, at: range))
        default: return nil
        }
      }
    }
  }

  /// A folder of one's own needs a folder to make it in.
  private func access(toMake path: String, at range: SourceRange) -> WriteAccess {
    let parent = PathText.parent(path)
    if PathText.relative(parent, in: "/home/\(user.name)") != nil { return .granted("\(user.name) makes \(path)") }
    if parent == "/" || StageState.isSystemPath(parent) { return .denied(range) }
    switch access(to: parent) {
    case .granted: return .granted("\(user.name) makes \(path)")
    case .denied: return .denied(range)
    case .unknown: return isRootsWorkingFolder(parent) ? .denied(range) : .unknown
    }
  }

  /// A WORKDIR makes its folder for the user of its place.
  private func isRootsWorkingFolder(_ path: String) -> Bool {
    let users = userChanges
    return state.chain.contains { stage in
      build.stages[stage].syntax.instructions.contains { node in
        guard case .workdir(let argument) = document.instructions[node], document.string(argument.word) == path else {
          return false
        }
        let origin = Origin(instruction: node, stage: stage, range: document.nodes[node].range)
        let maker = user(at: origin, users) ?? base.facts.map(\.user) ?? "root"
        return maker.isEmpty || maker == "root" || maker == "0"
      }
    }
  }

  /// Whether an owner, with or without a group, is the user of the image.
  private func isUser(_ owner: String) -> Bool {
    let name = String(owner.prefix { $0 != ":" })
    if name == user.name { return true }
    let numbers = [name, user.name].map { Int($0) ?? state.users.number(of: $0) }
    return numbers[0] != nil && numbers[0] == numbers[1]
  }
}
