import Classroom
import Foundation
import Glibc
import Rubric
import Testing

struct SubmissionFinderTests {
  @Test
  func `finds what is a submission by its name, at any depth, in byte order`() throws {
    let folder = try TemporaryFolder()
    let submissions = [
      "Dockerfile", "Dockerfile.dev", "web.Dockerfile", "Containerfile", "b/Dockerfile", "b-c/Dockerfile",
      "b/a/Dockerfile",
      "é/Dockerfile", "Z/Containerfile", "Dockerfile/Dockerfile.x",
    ].filter { $0 != "Dockerfile" }
    for name in submissions { try folder.write(name) }
    for name in [
      "dockerfile", "README.md", "xDockerfile", "Dockerfile~", "Dockerfile.dockerignore", ".Dockerfile",
      "Containerfile.x",
      ".git/Dockerfile", "a/.cache/Dockerfile", "node_modules/x/Dockerfile", "a/node_modules/Dockerfile",
      ".x.Dockerfile",
    ] { try folder.write(name) }
    let found = SubmissionFinder().find([folder.path])
    #expect(
      found.submissions.map(\.name) == submissions.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    )
    #expect(found.submissions.first?.path == folder.path + "/" + (found.submissions.first?.name ?? ""))
    #expect(found.skippedLinks.isEmpty)
  }

  @Test
  func `does not follow links and tells of those that look like submissions`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/Dockerfile")
    try folder.link("a/loop", to: "..")
    try folder.link("a/self", to: "self")
    try folder.link("b", to: "a")
    try folder.link("Dockerfile", to: "a/Dockerfile")
    try folder.link("gone.Dockerfile", to: "nowhere")
    let found = SubmissionFinder().find([folder.path])
    #expect(found.submissions.map(\.name) == ["a/Dockerfile"])
    #expect(found.skippedLinks == ["Dockerfile", "gone.Dockerfile"])
  }

  @Test
  func `searches a hidden folder or a link that was asked for`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".hidden/x/Dockerfile")
    try folder.link("way", to: ".hidden")
    for root in ["/.hidden", "/.hidden/", "/way"] {
      #expect(SubmissionFinder().find([folder.path + root]).submissions.map(\.name) == ["x/Dockerfile"])
    }
  }

  @Test
  func `names submissions by their whole path when there are several paths`() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("a/Dockerfile")
    let second = try folder.write("b/Dockerfile")
    let found = SubmissionFinder().find([folder.path + "/b/", folder.path + "/a", first, "-"])
    #expect(found.submissions.map(\.name) == [second, first, first, "-"])
    #expect(found.submissions.last?.origin == .standardInput)
  }

  @Test
  func `takes a name that is not UTF-8`() throws {
    let folder = try TemporaryFolder()
    let name: [UInt8] = [0xFF, 0x41]
    let bytes = Array(folder.path.utf8) + [0x2F] + name
    let path = bytes.map { CChar(bitPattern: $0) } + [0]
    #expect(mkdir(path, 0o755) == 0)
    let file = bytes.map { CChar(bitPattern: $0) } + "/Dockerfile".utf8.map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(file, O_CREAT | O_WRONLY, 0o644)
    #expect(Glibc.write(descriptor, "FROM a", 6) == 6)
    close(descriptor)
    let submission = try #require(SubmissionFinder().find([folder.path]).submissions.first)
    #expect(submission.name == "\u{FFFD}A/Dockerfile")
    #expect(try FileReader().read(submission) == Array("FROM a".utf8))
  }

  @Test
  func `goes down as deep as a path may be`() throws {
    let folder = try TemporaryFolder()
    let deep = String(repeating: "d/", count: 1500)
    try folder.write(deep + "Dockerfile")
    #expect(SubmissionFinder().find([folder.path]).submissions.map(\.name) == [deep + "Dockerfile"])
  }

  @Test
  func `calls a folder without submissions unreadable`() throws {
    let folder = try TemporaryFolder()
    try folder.write("empty/README.md")
    let found = SubmissionFinder().find([folder.path + "/empty"])
    #expect(found.submissions.map(\.name) == [folder.path + "/empty"])
    let result = grader().grade(try #require(found.submissions.first))
    #expect(result.status == .unreadable)
    #expect(result.error?.hasPrefix("no Dockerfile in this folder") == true)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `tells of a folder that may not be searched`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a/Dockerfile")
    try folder.write("locked/Dockerfile")
    chmod(folder.path + "/locked", 0)
    let found = SubmissionFinder().find([folder.path]).submissions
    #expect(found.map(\.name) == ["a/Dockerfile", "locked"])
    #expect(grader().grade(found[1]).error == "cannot search it: permission denied")
  }
}
