import Classroom
import Diagnostics
import Foundation
import Glibc
import Rubric
import Testing

/// Judges by the length of the file alone.
func grader(limit: Int = FileReader.standardLimit, workers: Int? = nil) -> ClassGrader {
  ClassGrader(maxScore: 100, reader: FileReader(limit: limit), workers: workers) { source, _ in
    SubmissionResult(
      submission: source.path,
      sha256: SHA256.hexadecimal(of: source.bytes),
      status: .failed,
      score: source.bytes.count,
      maxScore: 100,
      source: source
    )
  }
}

struct FileReaderTests {
  private func result(_ path: String, limit: Int = FileReader.standardLimit) -> SubmissionResult {
    grader(limit: limit).grade(Submission(name: "x", origin: .file(FilePath(path))))
  }

  @Test
  func `reads a file whole, whatever is in it`() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    let result = result(try folder.write("Dockerfile", bytes))
    #expect(result.status == .failed && result.score == 200_000 && result.submission == "x")
    #expect(result.source?.bytes == bytes)
    #expect(self.result(try folder.write("empty", [])).score == 0)
  }

  @Test
  func `says what is not a file`() throws {
    let folder = try TemporaryFolder()
    try folder.link("loop", to: "loop")
    try folder.link("gone", to: "nowhere")
    let errors = [
      "/missing": "no such file", "/gone": "no such file", "": "it is a folder",
      "/loop": "too many levels of symbolic links",
      "/missing/x": "no such file",
    ]
    for (path, error) in errors {
      let result = result(folder.path + path)
      #expect(result.status == .unreadable && result.score == 0 && result.maxScore == 100 && result.source == nil)
      #expect(result.error == error)
    }
    #expect(result("/proc/self/mem").error == "input/output error")
    #expect(result("/dev/null").error == "it is a device, not a file")
    #expect(result(folder.path + String(repeating: "/x", count: 5000)).error == "file name too long")
    #expect(result(try folder.write("file") + "/x").error == "not a directory")
  }

  @Test(.timeLimit(.minutes(1)))
  func `never waits for a pipe or a socket`() throws {
    let folder = try TemporaryFolder()
    #expect(result(folder.pipe("Dockerfile")).error == "it is a named pipe, not a file")
    let found = SubmissionFinder().find([folder.path]).submissions
    #expect(found.map(\.name) == ["Dockerfile"])
    #expect(grader().grade(found[0]).error == "it is a named pipe, not a file")
  }

  @Test
  func `does not follow a file that became a link after it was found`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("Dockerfile")
    let found = try #require(SubmissionFinder().find([folder.path]).submissions.first)
    try FileManager.default.removeItem(atPath: file)
    try folder.link("Dockerfile", to: "/etc/passwd")
    #expect(grader().grade(found).error == "it is a symbolic link; links in folders are not followed")
    #expect(result(file).status == .failed)
  }

  @Test
  func `does not read a file over the limit`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("Dockerfile", [1])
    #expect(truncate(file, 100 << 20) == 0)
    let start = ContinuousClock.now
    #expect(result(file).error == "it is larger than 16 MiB; --max-size sets another limit")
    #expect(ContinuousClock.now - start < .milliseconds(500))
    #expect(result(file, limit: 12).error == "it is larger than 12 bytes; --max-size sets another limit")
    let exact = try folder.write("exact", [UInt8](repeating: 65, count: 12))
    #expect(result(exact, limit: 12).score == 12)
    #expect(result(exact, limit: 11).status == .unreadable)
  }

  @Test
  func `keeps the limit for files that do not tell their size`() throws {
    #expect(result("/proc/self/status").status == .failed)
    #expect(result("/proc/self/status", limit: 20).status == .unreadable)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `says when it may not`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("Dockerfile")
    chmod(file, 0)
    #expect(result(file).error == "permission denied")
  }
}

struct ClassGraderTests {
  @Test(arguments: [1, 2, 7])
  func `keeps a thousand results in order, bad ones among them`(workers: Int) async throws {
    let folder = try TemporaryFolder()
    for number in 0..<1000 {
      let name = "s" + String(1000 + number)
      if number % 100 == 7 {
        try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
        _ = folder.pipe(name + "/Dockerfile")
      } else {
        try folder.write(name + "/Dockerfile", [UInt8](repeating: 65, count: number))
      }
    }
    let found = SubmissionFinder().find([folder.path]).submissions
    var progress: [Int] = []
    let results = await grader(workers: workers).grade(found) { progress.append($0) }
    #expect(results.map(\.submission) == (0..<1000).map { "s\(1000 + $0)/Dockerfile" })
    #expect(results.map(\.score) == (0..<1000).map { $0 % 100 == 7 ? 0 : $0 })
    #expect(results.count { $0.status == .unreadable } == 10)
    #expect(progress == Array(1...1000))
  }

  @Test
  func `stops when the receiver does`() async throws {
    struct Enough: Error {}
    let submissions = (0..<500).map { Submission(name: "\($0)", origin: .unsearchable("no")) }
    var received = 0
    await #expect(throws: Enough.self) {
      try await grader(workers: 3).grade(submissions) { _ in
        received += 1
        if received == 40 { throw Enough() }
      }
    }
    #expect(received == 40)
  }

  @Test
  func `grades nothing at all`() async {
    #expect(await grader().grade([]).isEmpty)
  }
}

struct CommandStatusTests {
  private func result(_ status: SubmissionResult.Status) -> SubmissionResult {
    SubmissionResult(submission: "x", sha256: nil, status: status, score: 0, maxScore: 0)
  }

  @Test(
    arguments: [
      ([], .good), ([.passed], .good), ([.passed, .failed], .findings), ([.rejected, .passed], .findings),
      ([.unreadable, .rejected], .unreadable), ([.failed, .unreadable], .unreadable),
    ] as [([SubmissionResult.Status], CommandStatus)]
  )
  func `the worst one wins`(statuses: [SubmissionResult.Status], status: CommandStatus) {
    #expect(CommandStatus(statuses.map(result)) == status)
  }

  @Test
  func `the numbers are what other programs rely on`() {
    #expect(CommandStatus.allCases.map(\.rawValue) == [0, 1, 2, 3])
    #expect(CommandStatus.wrongUsage > .findings && CommandStatus.unreadable > .wrongUsage)
  }
}
