import BuildModel
import DockerfileSyntax

extension InstructionContext {
  /// What a flag does, with its value; nil for one that is told with something else.
  func words(of flag: Flag) -> String? {
    let name = string(flag.name)
    let value = flag.value.map(value(of:)) ?? ""
    switch name {
    case "from", "platform", "mount": return nil
    case "chown": return "--chown gives the files to \(quoted(value)); without it they belong to root."
    case "chmod": return "--chmod sets their permissions to \(quoted(value))."
    case "link": return "--link makes a layer that does not depend on those below, and stays when they change."
    case "parents": return "--parents keeps the folders of each source below the destination."
    case "exclude": return "--exclude leaves out what matches \(quoted(value))."
    case "checksum": return "--checksum fails the build unless the contents are \(quoted(value))."
    case "keep-git-dir": return "--keep-git-dir keeps the folder .git of the repository."
    case "unpack": return "--unpack says whether an archive is unpacked."
    case "network": return network(value)
    case "security":
      return value == "insecure"
        ? "--security=insecure: the commands run with nearly all rights of the host."
        : "--security=\(value): the usual confinement."
    default: return nil
    }
  }

  /// The words of a flag that stands at a column.
  func label(of flag: Flag) -> String {
    let value = flag.value.map(value(of:)) ?? ""
    switch string(flag.name) {
    case "from": return "where the files come from"
    case "platform": return "for which platform: \(value)"
    case "mount": return "files that the commands see and no layer keeps"
    case "interval": return "the time between two checks"
    case "timeout": return "after this time without an answer a check has failed"
    case "start-period": return "failures in this time do not count"
    case "start-interval": return "the time between two checks of the start period"
    case "retries": return "so many failures in a row make it unhealthy"
    default: return words(of: flag) ?? "a flag"
    }
  }

  /// The label of a word: what became of it, where that is something else.
  func label(of word: Word) -> String {
    let written = string(word)
    let expanded = value(of: word)
    return written == expanded ? "as it is written" : "becomes \(quoted(expanded))"
  }

  /// A word after expansion, as far as the trace has it.
  private func value(of word: Word) -> String {
    let written = string(word)
    return trace.words(of: origin).first { $0.written == written }?.value ?? written
  }

  private func network(_ value: String) -> String {
    switch value {
    case "none": "--network=none: the commands have no network."
    case "host": "--network=host: the commands use the network of the host."
    default: "--network=\(value): the usual network of builds."
    }
  }
}
