import BuildModel
import Testing

@Suite struct PathTests {
  @Test(
    arguments: [
      ("/", "/"), ("", "."), (".", "."), ("a//b/", "a/b"), ("/a/./b/../c", "/a/c"), ("/../..", "/"),
      ("../a", "../a"), ("a/../..", ".."), ("a/..", "."), ("/a/b/../..", "/"),
    ]
  )
  func `paths are cleaned`(path: String, clean: String) {
    #expect(PathText.clean(path) == clean)
  }

  @Test(
    arguments: [
      ("/app", "b", "/app/b"), ("/app", "/b", "/b"), ("/app", "./", "/app"), ("/app", "../x", "/x"),
      ("/", "a", "/a"), ("/app", "", "/app"),
    ]
  )
  func `paths are joined`(directory: String, path: String, joined: String) {
    #expect(PathText.join(directory, path) == joined)
  }

  @Test(
    arguments: [
      ("/app/a/b", "/app", "a/b"), ("/app", "/app", ""), ("/apple", "/app", nil), ("/a", "/", "a"), ("/", "/", ""),
      ("/", "/app", nil),
    ] as [(String, String, String?)]
  )
  func `a path is told as seen from a folder`(path: String, folder: String, rest: String?) {
    #expect(PathText.relative(path, in: folder) == rest)
  }

  @Test(
    arguments: [
      ("/a/b", "b", "/a"), ("/a", "a", "/"), ("a", "a", "."), ("/", "", "/"),
    ]
  )
  func `last components and parents`(path: String, last: String, parent: String) {
    #expect(PathText.lastComponent(path) == last)
    #expect(PathText.parent(path) == parent)
  }

  @Test(
    arguments: [
      ("*", "a", true), ("*", "a/b", false), ("a/*", "a/b", true), ("a/*", "a", false), ("*.js", "x.js", true),
      ("*.js", "x.jsx", false), ("a*b*c", "aXbYc", true), ("a*b*c", "aXbY", false), ("?", "a", true),
      ("?", "", false), ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("[^a]x", "bx", true), ("[!a]x", "ax", false),
      ("\\*", "*", true), ("\\*", "a", false), ("**", "a/b/c", true), ("a/**", "a/b/c", true), ("**/c", "a/b/c", true),
      ("**/c", "c", true), ("a/**/c", "a/c", true), ("a/**/c", "a/x/y/c", true), ("a/**/c", "b/c", false),
      ("package*.json", "package-lock.json", true), ("/app/build", "/app/build", true), ("[", "[", true),
      ("a", "b", false), ("", "", true), ("", "a", false),
    ]
  )
  func `patterns match whole paths`(pattern: String, path: String, matches: Bool) {
    #expect(Glob(pattern).matches(path) == matches)
  }

  @Test func `a hostile pattern costs little`() {
    let pattern = String(repeating: "*a", count: 1500)
    let path = String(repeating: "a", count: 4000) + "b"
    let clock = ContinuousClock()
    var isMatch = true
    let time = clock.measure { isMatch = Glob(pattern).matches(path) }
    #expect(!isMatch)
    #expect(time < .seconds(5))
    #expect(!Glob(String(repeating: "**/", count: 2000) + "x").matches(String(repeating: "a/", count: 2000)))
  }
}
