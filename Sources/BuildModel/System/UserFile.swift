import ShellSyntax

/// What commands do to the file of users beside those that are made for it.
struct UserFile {
  static let path = "/etc/passwd"
  static let groups = "/etc/group"

  /// Programs that may change a file in their arguments.
  static let editors = [
    "tee", "sed", "cp", "mv", "ln", "install", "dd", "awk", "perl", "ed", "ex", "vi", "python", "python3",
  ]

  /// Where the command runs; absolute.
  let directory: String
  /// The command before it, for one that reads what that printed.
  let previous: Execution?

  /// What a command does to users and groups by changing the files that list them.
  func apply(_ execution: Execution, _ program: String, _ traits: ProgramTraits, to users: inout UserTable) {
    let operands = execution.words.dropFirst()
    let targets = execution.redirections.lazy.filter { $0.kind == .write || $0.kind == .append }.map(\.target)
    if operands.contains(where: Self.namesGroups) || targets.contains(where: Self.namesGroups) {
      users.noteUnknownGroups()
    }
    let writes = targets.contains(where: isPath)
    guard writes || traits.contains(.editsFiles) else { return }
    let isNamed = operands.contains { isPath($0) }
    let input = { previous.flatMap(Self.printed) }
    switch program {
    case "echo", "printf", "cat":
      guard writes else { break }
      add(Self.printed(execution) ?? input(), to: &users)
    case "tee":
      if isNamed { add(Self.heredoc(execution) ?? input(), to: &users) }
    case "sed":
      if writes || isNamed && isInPlace(operands) && !keepsNumbers(operands) { users.noteEdited() }
    case "cp", "mv", "ln", "install", "dd", "awk", "perl", "ed", "ex", "vi", "python", "python3":
      if writes || isNamed && operands.last.map(isPath) == true { users.noteEdited() }
    default:
      if writes { users.noteEdited() }
    }
  }

  private static func namesGroups(_ word: ShellWord) -> Bool {
    guard let text = word.value, text.utf8.last == UInt8(ascii: "p") else { return false }
    return text.hasSuffix("/etc/group")
  }

  private func isPath(_ word: ShellWord) -> Bool {
    guard let text = word.value, text.utf8.last == UInt8(ascii: "d"), text.hasSuffix("passwd") else { return false }
    return PathText.join(directory, text) == Self.path
  }

  private func add(_ text: String?, to users: inout UserTable) {
    guard let text else { return users.noteEdited() }
    for line in text.split(whereSeparator: \.isNewline) { users.add(line: line) }
  }

  /// What a command prints; nil where it cannot be told.
  static func printed(_ execution: Execution) -> String? {
    switch execution.words.first?.value {
    case "echo", "printf":
      let words = execution.words.dropFirst().drop { $0.value == "-e" || $0.value == "-n" || $0.value == "--" }
      return words.map { $0.value ?? "" }.joined(separator: " ").replacing("\\n", with: "\n")
    case "cat": return execution.words.count == 1 ? heredoc(execution) : nil
    default: return nil
    }
  }

  private static func heredoc(_ execution: Execution) -> String? {
    execution.redirections.last { redirection in
      if case .hereDocument = redirection.kind { return true }
      return redirection.kind == .hereString
    }?.target.value
  }

  private func isInPlace(_ words: ArraySlice<ShellWord>) -> Bool {
    words.contains { word in
      guard let text = word.value, text.hasPrefix("-") else { return false }
      return text.hasPrefix("--in-place") || !text.hasPrefix("--") && text.contains("i")
    }
  }

  /// The scripts behind `-e`, or else the first word that is no option.
  private func keepsNumbers(_ words: ArraySlice<ShellWord>) -> Bool {
    var scripts: [String?] = []
    var rest = words
    var first: ShellWord?
    while let word = rest.popFirst() {
      guard let text = word.value else { return false }
      switch text {
      case "-e", "--expression": scripts.append(rest.popFirst()?.value)
      case "-f", "--file": return false
      case _ where text.hasPrefix("--expression="): scripts.append(String(text.dropFirst("--expression=".count)))
      case _ where text.hasPrefix("-"): break
      default: first = first ?? word
      }
    }
    if scripts.isEmpty { scripts = [first?.value] }
    return scripts.allSatisfy { $0.map(SedScript.keepsNumbers) ?? false }
  }
}
