import Diagnostics

/// What the shell makes of the first word of a command.
struct CommandName: OptionSet, Sendable {
  let rawValue: UInt8

  /// More than a program that may succeed or fail: to the shell, or because it runs others.
  static let meaningful = CommandName(rawValue: 1)
  /// Means nothing to the shell but that it succeeds.
  static let successful = CommandName(rawValue: 2)
  /// A word of the grammar where a command begins.
  static let reserved = CommandName(rawValue: 4)
  /// Changes the directory.
  static let move = CommandName(rawValue: 8)
  /// Sets options of the shell.
  static let options = CommandName(rawValue: 16)
  /// What a plain script may hold of all that means something.
  static let plain: CommandName = [.successful, .move, .options]

  /// Of a name, or of the last component of a path.
  static func kind(of name: UnsafeBufferPointer<UInt8>) -> CommandName {
    if let known = kinds[name] { return known }
    var end = name.count
    while end > 0, name[end - 1] == UInt8(ascii: "/") { end -= 1 }
    var start = end
    while start > 0, name[start - 1] != UInt8(ascii: "/") { start -= 1 }
    guard start > 0 || end < name.count else { return [] }
    // What `/bin/echo` says is not the shell's word.
    let program = kinds[UnsafeBufferPointer(rebasing: name[start..<end])] ?? []
    return program.intersection(.meaningful)
  }

  private static let kinds: NamedValues<CommandName> = {
    var kinds: [String: CommandName] = [:]
    for name in Tracer.meaningful { kinds[name, default: []].insert(.meaningful) }
    for name in Tracer.shells { kinds[name, default: []].insert(.meaningful) }
    for name in Tracer.wrappers.keys { kinds[name, default: []].insert(.meaningful) }
    for name in ["echo", "printf", "true"] { kinds[name, default: []].insert(.successful) }
    for name in reservedWords { kinds[name, default: []].insert(.reserved) }
    kinds["cd", default: []].insert(.move)
    kinds["set", default: []].insert(.options)
    return NamedValues(kinds)
  }()

  private static let reservedWords = [
    "case", "do", "done", "elif", "else", "esac", "fi", "for", "function", "if", "in", "select", "then", "until",
    "while",
  ]
}
