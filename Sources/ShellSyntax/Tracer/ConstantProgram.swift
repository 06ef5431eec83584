/// Programs that end with status 0 wherever they are, as far as a script can count on anything.
enum ConstantProgram {
  static func endsWell(_ program: String, _ arguments: ArraySlice<Field>) -> Bool {
    switch program {
    case "sleep", "tee", "tr": true
    case "date", "hostname", "id", "pwd", "uname", "whoami": arguments.isEmpty
    // Without a file they read what is piped into them.
    case "cat", "cut", "head", "nl", "sort", "tac", "tail", "uniq", "wc": arguments.allSatisfy(isOptionOrNumber)
    default: false
    }
  }

  private static func isOptionOrNumber(_ field: Field) -> Bool {
    guard let text = field.knownText else { return false }
    return text.hasPrefix("-") || Int(text) != nil
  }
}
