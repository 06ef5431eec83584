import BuildModel
import Testing

/// The rules of BuildKit's ignore files.
struct IgnorePatternsTests {
  private func leavesOut(_ file: String, _ path: String) throws -> Bool {
    try IgnorePatterns(Array(file.utf8)).leavesOut(path)
  }

  @Test(arguments: [
    ("dist", "dist", true), ("dist", "dist/a/b", true), ("dist", "src/dist", false), ("dist", "dist2", false),
    ("/dist/", "dist", true), ("./a/../dist", "dist", true), ("  dist\t", "dist", true), ("dist\r", "dist", true),
    ("# dist", "dist", false), (" # dist", "# dist", true), ("\u{FEFF}dist", "dist", true), ("\n\n", "a", false),
    ("*.log", "a.log", true), ("*.log", "b/a.log", false), ("*/a", "b/a", true), ("*/a", "a", false),
    ("*", "a", true), ("*", "a/b", true), ("a?c", "abc", true), ("a?c", "a/c", false), ("a.c", "abc", false),
    ("**", "a/b", true), ("**/a", "a", true), ("**/a", "b/c/a", true), ("**/a", "b/ca", false), ("**a", "b/ca", true),
    ("**/*.go", "a.go", true), ("**/*.go", "x/y/a.go", true), ("**/*.go", "x/a.god", false),
    ("a/**", "a/b", true), ("a/**", "a", false), ("a/**", "ab", false), ("a**", "ab/c", true),
    ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/xb", false), ("a*/**", "ab/c", true),
    ("[a-c].txt", "b.txt", true), ("[a-c].txt", "d.txt", false), ("[^a-c]", "d", true), ("[^a-c]", "a", false),
    ("[\\]a]", "]", true), ("\\*", "*", true), ("\\*", "a", false), ("\u{E9}?", "\u{E9}\u{65E5}", true),
    ("a+b(c)|{d}$", "a+b(c)|{d}$", true), ("a+*", "aa", false), ("a^b", "a^b", true), ("a^b*", "a^bc", false),
    ("^a*", "ab", true), ("node_modules", "/node_modules", false), ("*", "/a", true), ("/", "/a", true),
    ("..", "../x", true), ("a", ".", false), ("*", ".", true), ("**/*", ".", true), ("*.*", ".", false),
    ("**", "/", true), ("*", "/", true), ("a", "/", false),
  ])
  func `matches as BuildKit does`(file: String, path: String, isOut: Bool) throws {
    #expect(try leavesOut(file, path) == isOut)
  }

  @Test(arguments: [
    ("*\n!a", "a", false), ("*\n!a", "b", true), ("*\n!a\na/b", "a/b", true), ("!a\n*", "a", true),
    ("*.md\n! README.md", "README.md", false), ("a\n!a/b", "a/b", false),
  ])
  func `lets later lines decide`(file: String, path: String, isOut: Bool) throws {
    let patterns = try IgnorePatterns(Array(file.utf8))
    #expect(patterns.hasExceptions)
    #expect(patterns.leavesOut(path) == isOut)
  }

  @Test(arguments: [
    ("a\n!", 2, "illegal exclusion pattern: \"!\""), ("[", 1, "syntax error in pattern"),
    ("[]a]", 1, "syntax error in pattern"), ("[a-]", 1, "syntax error in pattern"),
    ("[-a]", 1, "syntax error in pattern"), ("a\\", 1, "syntax error in pattern"),
    ("[a", 1, "syntax error in pattern"), ("[\\", 1, "syntax error in pattern"),
  ])
  func `refuses what is no pattern`(file: String, line: Int, message: String) throws {
    let problem = try #require(throws: IgnorePatterns.Problem.self) { try IgnorePatterns(Array(file.utf8)) }
    #expect(problem.line == line)
    #expect(problem.message == message)
  }

  /// A slow reading by trying everything, for what stands for itself, `*`, `?` and `**/`.
  private static func matches(_ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    let rest = pattern.dropFirst()
    if first == "*", rest.first == "*" {
      let after = rest.dropFirst().first == "/" ? rest.dropFirst(2) : rest.dropFirst()
      if after.isEmpty || matches(after, path) { return true }
      return path.indices.contains { path[$0] == "/" && matches(after, path[($0 + 1)...]) }
    }
    if first == "*" {
      return matches(rest, path) || (path.first.map { $0 != "/" } ?? false && matches(pattern, path.dropFirst()))
    }
    guard let next = path.first, first == next || (first == "?" && next != "/") else { return false }
    return matches(rest, path.dropFirst())
  }

  @Test
  func `agrees with a slow reading`() throws {
    let parts = ["a", "b", "*", "?", "/", "**/", "/**", "*a"]
    let paths = ["a", "b", "ab", "a/b", "b/a", "a/a/b", "aab/b", "ba/ab/a"]
    for first in parts {
      for second in parts {
        for third in parts {
          let text = first + second + third
          let isClean = !text.contains("//") && !text.hasSuffix("/") && !text.hasPrefix("/") && !text.contains("***")
          // Signs that are only one of the special shapes follow rules of their own.
          guard isClean, text.contains("?") || text.replacing("**", with: "").contains("*") else { continue }
          for path in paths {
            let folders = path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) } + [path]
            let expected = folders.contains { Self.matches(Array(text)[...], Array($0)[...]) }
            // A leading `**` before other signs is an expression like any other.
            #expect(try leavesOut(text, path) == expected, "\(text) \(path)")
          }
        }
      }
    }
  }

  @Test
  func `takes time that grows with pattern and path`() throws {
    let pattern = String(repeating: "*a", count: 2_000) + "b"
    let path = String(repeating: "a", count: 2_000)
    #expect(try !leavesOut(pattern, path))
    #expect(try !leavesOut(String(repeating: "**/a*/", count: 500) + "x", String(repeating: "a/", count: 500) + "b"))
  }
}
