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

  static let programs = [
    "useradd", "adduser", "usermod", "userdel", "deluser", "groupadd", "addgroup", "groupdel", "delgroup", "groupmod",
  ]

  /// Applies a command to the table; false when it is none of these.
  static func apply(_ words: ArraySlice<ShellWord>, to users: inout UserTable) -> Bool {
    guard let program = words.first?.value.map(PathText.lastComponent) else { return false }
    switch program {
    case "useradd", "adduser", "usermod", "userdel", "deluser": break
    case "groupadd", "addgroup":
      guard let command = Arguments(words.dropFirst(), program: program) else {
        users.noteUnknownGroups()
        return true
      }
      // `addgroup USER GROUP` only adds to a group.
      if command.names.count == 1, let name = command.names.first { users.addGroup(name) }
      return true
    case "groupdel", "delgroup", "groupmod":
      users.noteUnknownGroups()
      return true
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
        if text.hasPrefix("--") {
          let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
          let isAttached = parts.count > 1
          take(parts[0], isAttached ? parts[1] : valued.contains(text) ? rest.popFirst()?.value : nil)
        } else {
          takeShort(text, program, &rest)
        }
      }
    }

    /// Short options may stand together, and the first with a value takes all behind it: `-ms /bin/bash`, `-ou0`.
    private mutating func takeShort(_ text: String, _ program: String, _ rest: inout ArraySlice<ShellWord>) {
      var letters = text.dropFirst()
      while let letter = letters.popFirst() {
        let option = "-\(letter)"
        // useradd's `-l` (no log) and BusyBox's `-D`, `-S`, `-H` stand alone; usermod's `-l` takes a name.
        guard option == "-l" ? program == "usermod" : valued.contains(option) else { continue }
        take(option, letters.isEmpty ? rest.popFirst()?.value : String(letters))
        return
      }
    }

    private mutating func take(_ option: String, _ value: String?) {
      switch option {
      case "-u", "--uid": number = value.flatMap(Self.number)
      case "-l", "--login": login = value
      default: break
      }
    }

    /// As C reads numbers: `0x0` is 0.
    private static func number(_ text: String) -> Int? {
      let isHexadecimal = text.hasPrefix("0x") || text.hasPrefix("0X")
      return isHexadecimal ? Int(text.dropFirst(2), radix: 16) : Int(text)
    }
  }
}
