/// The words of a small JavaScript program, as far as they tell whether it asks anything of anybody.
enum ScriptWords {
  /// Whether a program only prints and ends itself: it calls nothing that could bring an answer from outside, throws
  /// nothing and decides nothing.
  static func askNothing(of code: String) -> Bool {
    var bytes = Array(code.utf8)[...]
    while let byte = bytes.first {
      if isName(byte) {
        let end = bytes.firstIndex { !isName($0) } ?? bytes.endIndex
        let word = String(decoding: bytes[..<end], as: UTF8.self)
        bytes = bytes[end...]
        guard harmless.contains(word) || word.allSatisfy(\.isNumber) else { return false }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        skipText(&bytes)
      } else if bytes.starts(with: "//".utf8) {
        bytes = bytes.drop { $0 != UInt8(ascii: "\n") }
      } else if byte == UInt8(ascii: "`") || bytes.starts(with: "/*".utf8) {
        return false
      } else {
        bytes.removeFirst()
      }
    }
    return true
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }

  private static func skipText(_ bytes: inout ArraySlice<UInt8>) {
    let quote = bytes.removeFirst()
    while let byte = bytes.popFirst(), byte != quote {
      if byte == UInt8(ascii: "\\") { _ = bytes.popFirst() }
    }
  }

  private static let harmless: Set<String> = [
    "process", "exit", "exitCode", "console", "log", "info", "debug", "warn", "error", "stdout", "stderr", "write",
    "true", "false", "undefined", "null", "void", "version", "versions", "pid", "uptime", "title",
  ]
}
