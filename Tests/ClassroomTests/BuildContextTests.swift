import BuildModel
import Testing

@testable import Classroom

/// Where the paths to leave out of the build context come from.
struct BuildContextTests {
  private func ignoring(_ files: [String: String], _ dockerfile: String) throws -> BuildContext.Ignoring {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, Array(text.utf8)) }
    return BuildContext.ignoring(beside: FilePath(folder.path + "/" + dockerfile))
  }

  @Test(arguments: [
    ([".dockerignore": "dist"], "Dockerfile", "dist", true), ([:], "Dockerfile", "dist", nil),
    ([".dockerignore": "# none\n"], "Dockerfile", "dist", nil),
    ([".dockerignore": "a", "web.Dockerfile.dockerignore": "b"], "web.Dockerfile", "a", false),
    ([".dockerignore": "a", "web.Dockerfile.dockerignore": "b"], "Dockerfile", "a", true),
  ])
  func `takes the file of the Dockerfile's own name first`(
    files: [String: String],
    dockerfile: String,
    path: String,
    isOut: Bool?
  ) throws {
    switch try ignoring(files, dockerfile) {
    case .patterns(let patterns): #expect(patterns.leavesOut(path) == isOut)
    default: #expect(isOut == nil)
    }
  }

  @Test
  func `says what Docker would refuse, and what can't be used`() throws {
    guard case .refused(_, let problem) = try ignoring([".dockerignore": "a\n["], "Dockerfile") else {
      Issue.record("a pattern that is none was taken")
      return
    }
    #expect(problem.line == 2)
    let many = (0...5000).map { "x\($0)" }.joined(separator: "\n")
    guard case .unreadable(_, let reason) = try ignoring([".dockerignore": many], "Dockerfile") else {
      Issue.record("patterns without end were taken")
      return
    }
    #expect(reason == "it has more than 4096 patterns")
  }
}
