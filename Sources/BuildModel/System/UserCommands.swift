import ShellSyntax

/// The commands that change the file of users: shadow's and BusyBox's.
struct UserCommands {
  /// Options of `useradd`, `usermod` and both `adduser`s that take the next word.
  private static let valued: Set<String> = [
    "-b", "-c", "-d", "-e", "-f", "-g", "-G", "-h", "-k", "-K", "-l", "-p", "-s", "-u", "-Z", "-R", "-P",
    "--base-dir", "--comment", "--home-dir", "--home", "--expiredate", "--inactive", "--gid", "--groups", "--skel",
    "--key", "--login", "--password", "--shell", "--uid", "--selinux-user", "--root", "--prefix", "--ingroup",
    "--gecos", "--firstuid", "--lastuid", "--conf", "--add_extra_groups", "--firstgid", "--lastgid",
  ]

  /// Applies a command to the table; false when it is none of these.
  static func apply(_ words: ArraySlice<ShellWord>, to users: inout UserTable) -> Bool {
    guard let program = words.first?.value.map(PathText.lastComponent) else { return false }
    switch program {
    case "useradd", "adduser", "usermod", "userdel", "deluser": break
    default: return false
    }
    guard let command = Arguments(words.dropFirst(), program: program) else {
      users.noteUnknown()
      return true
    }
    switch program {
    case "userdel", "deluser":
      if command.names.count == 1, let name = command.names.first { users.remove(name) }
    case "usermod":
      guard let name = command.names.last else { break }
      if let number = command.number { users.renumber(name, to: number) }
      if let login = command.login { users.rename(name, to: login) }
    default:
      // `adduser USER GROUP` only adds to a group.
      if program == "adduser", command.names.count == 2 { break }
      if let name = command.names.last { users.add(name, number: command.number) }
    }
    return true
  }

  private struct Arguments {
    var names: [String] = []
    var number: Int?
    var login: String?

    /// nil when a name is not known before run time.
    init?(_ words: ArraySlice<ShellWord>, program: String) {
      var rest = words
      while let word = rest.popFirst() {
        guard let text = word.value else { return nil }
        guard text.hasPrefix("-"), text.count > 1 else {
          names.append(text)
          continue
        }
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        var value = parts.count > 1 ? parts[1] : nil
        let option = Self.option(parts[0], program: program)
        if value == nil, option.takesValue { value = rest.popFirst()?.value }
        if option.name == "-u" || option.name == "--uid" { number = value.flatMap { Int($0) } }
        if option.name == "-l" || option.name == "--login" { login = value }
      }
    }

    /// Short options may stand together, as in `-ms /bin/bash`: the last of them takes the value.
    private static func option(_ text: String, program: String) -> (name: String, takesValue: Bool) {
      guard !text.hasPrefix("--"), let last = text.last else { return (text, valued.contains(text)) }
      let short = "-\(last)"
      // useradd's `-l` (no log) and BusyBox's `-D`, `-S`, `-H` stand alone; Debian's and usermod's `-l` takes a name.
      if short == "-l" { return (short, program == "usermod") }
      return (short, valued.contains(short))
    }
  }
}
