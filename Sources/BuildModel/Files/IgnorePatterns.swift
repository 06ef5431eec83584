/// What a `.dockerignore` leaves out of the build context, by the rules of BuildKit.
package struct IgnorePatterns: Sendable {
  /// A line of the file that is no pattern; Docker refuses the build for it.
  package struct Problem: Error, Hashable, Sendable {
    /// 1-based.
    package let line: Int
    /// Docker's own words.
    package let message: String
  }

  /// Docker reads the file with a buffer of this size.
  private static let longestLine = 65_536

  private struct Rule: Sendable {
    let pattern: IgnorePattern
    /// A `!` before it takes back in what lines above it leave out.
    let takesBack: Bool
  }

  private var rules: [Rule] = []
  /// Whether a line begins with `!`.
  package private(set) var hasExceptions = false

  /// How many patterns there are; nothing is left out where there is none.
  package var count: Int { rules.count }

  /// Reads the bytes of the file.
  package init(_ bytes: [UInt8]) throws(Problem) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.count < Self.longestLine else {
        throw Problem(line: index + 1, message: "error reading .dockerignore: bufio.Scanner: token too long")
      }
      guard line.first != UInt8(ascii: "#") else { continue }
      try add(Self.trimmed(String(decoding: line, as: UTF8.self)), line: index + 1)
    }
  }

  private mutating func add(_ line: String, line number: Int) throws(Problem) {
    guard !line.isEmpty else { return }
    let takesBack = line.utf8.first == UInt8(ascii: "!")
    var path = takesBack ? Self.trimmed(String(line.dropFirst())) : line
    guard !path.isEmpty else { throw Problem(line: number, message: "illegal exclusion pattern: \"!\"") }
    path = PathText.clean(path)
    // Paths are those of the context, whose root a leading slash may stand for.
    if path.utf8.count > 1, path.utf8.first == UInt8(ascii: "/") { path = String(path.dropFirst()) }
    guard let pattern = IgnorePattern(path) else { throw Problem(line: number, message: "syntax error in pattern") }
    rules.append(Rule(pattern: pattern, takesBack: takesBack))
    if takesBack { hasExceptions = true }
  }

  /// Whether a path of the context, cleaned, or a folder that it is in, is left out of it.
  package func leavesOut(_ path: String) -> Bool {
    // The context itself is only left out by what leaves out everything in it.
    if path == "." || path == "/" {
      let isAll = rules.contains { !$0.takesBack && ["*", "**", "**/*"].contains($0.pattern.text) }
      guard isAll else { return false }
    }
    let scalars = Array(path.unicodeScalars)
    var isOut = false
    for rule in rules where rule.takesBack == isOut {
      if rule.pattern.matches(scalars) { isOut = !rule.takesBack }
    }
    return isOut
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let rest = text.unicodeScalars.drop(while: isSpace)
    return String(String.UnicodeScalarView(rest.reversed().drop(while: isSpace).reversed()))
  }
}
