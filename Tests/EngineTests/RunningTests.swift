import Foundation
import Glibc
import TestKit
import Testing

@testable import Engine

@Suite struct OutputTailTests {
  private func tail(_ pieces: [String], limit: Int) -> String {
    var tail = OutputTail(limit: limit)
    for piece in pieces { Array(piece.utf8).withUnsafeBytes { tail.append($0) } }
    return String(decoding: tail.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      ([], ""), (["one\n", "two\n"], "one\ntwo\n"), (["aaaa\nbbbb\ncccc\n"], "cccc\n"),
      (["aaaa\n", "bbbb\n", "cccc\n", "dddd\n"], "dddd\n"), (["aaaaaaaaaaaaaaaaaaaaaaaa"], "aaaaaaaa"),
    ]
  )
  func `keeps whole lines of the end`(pieces: [String], kept: String) {
    #expect(tail(pieces, limit: 8) == kept)
  }

  @Test func `a stream without end costs no more than its limit`() {
    var tail = OutputTail(limit: 100)
    let line = Array("0123456789\n".utf8)
    for _ in 0..<100_000 { line.withUnsafeBytes { tail.append($0) } }
    #expect(tail.bytes.count <= 100)
    #expect(tail.bytes.starts(with: line))
  }

  @Test func `lines are told without blanks, progress line by line`() {
    #expect(
      OutputTail.lines(of: Array("one  \n\n10 %\r20 %\r\n  two\n \t \n".utf8)) == ["one", "10 %", "20 %", "  two"]
    )
  }
}

@Suite struct ProgramRunnerTests {
  private let runner = ProgramRunner()

  // The other tests may hold all threads for minutes: only a bound.
  private func shell(_ script: String, limit: Double = 600) -> ProgramCall {
    ProgramCall(["sh", "-c", script], limit: .seconds(limit))
  }

  @Test func `tells both streams apart, and the status`() async throws {
    let end = try await runner.ask(shell("echo out; echo err >&2; exit 3"))
    #expect(end == ProgramEnd(outcome: .exited(3), output: Array("out\n".utf8), errors: Array("err\n".utf8)))
    #expect(end.complaint == "exit status 3: err")
  }

  @Test func `watches both streams as one`() async throws {
    let end = try await runner.watch(shell("echo out; echo err >&2; kill -KILL $$"))
    #expect(end.outcome == .killed(signal: SIGKILL))
    #expect(String(decoding: end.output, as: UTF8.self) == "out\nerr\n")
  }

  @Test func `has no input and no terminal`() async throws {
    #expect(
      try await runner.ask(shell("cat; test -t 0 || (true </dev/tty) 2>/dev/null || echo none")).output
        == Array("none\n".utf8)
    )
  }

  @Test func `sees the environment that it is given`() async throws {
    var call = shell("echo ${TMPDIR-unset} ${HOME-unset}")
    call.environment = ["TMPDIR": "/elsewhere", "HOME": nil]
    #expect(try await runner.ask(call).output == Array("/elsewhere unset\n".utf8))
  }

  @Test func `a program that is not there`() async throws {
    let end = try await runner.ask(ProgramCall(["no-such-engine"], limit: .seconds(300)))
    #expect(end.outcome == .notRun("there is no program no-such-engine"))
  }

  @Test func `output without end is bounded`() async throws {
    let end = try await runner.watch(shell("yes 'much too much' | head -c 50000000; echo; echo last"))
    #expect(end.isGood)
    #expect(end.output.count <= 32 << 10)
    #expect(OutputTail.lines(of: end.output).last == "last")
  }

  @Test func `when its time is over, all that it started is ended`() async throws {
    let folder = try TemporaryFolder()
    let start = ContinuousClock.now
    let script = "trap '' TERM; sleep 300 & echo $! >'\(folder.path)/child'; echo begun; sleep 300"
    let end = try await runner.watch(shell(script, limit: 5))
    #expect(end.outcome == .timedOut)
    #expect(String(decoding: end.output, as: UTF8.self) == "begun\n")
    #expect(ContinuousClock.now - start < .seconds(280))
    let child = try #require(Int32(String(decoding: try folder.bytes("child").dropLast(), as: UTF8.self)))
    #expect(isGone(child))
  }

  @Test func `a cancelled task ends it, too`() async throws {
    let task = Task { [runner] in try await runner.watch(ProgramCall(["sleep", "300"], limit: .seconds(300))) }
    try await Task.sleep(for: .milliseconds(200))
    task.cancel()
    await #expect(throws: Interrupted.self) { try await task.value }
  }

  /// Ended, or waiting to be told of by its new parent.
  private func isGone(_ process: Int32) -> Bool {
    for _ in 0..<50 {
      let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      guard let status, !status.contains(") Z ") else { return true }
      usleep(100_000)
    }
    return false
  }
}

@Suite struct WorkplaceTests {
  @Test func `is private to list, holds what is written, and goes`() async throws {
    let folder = try TemporaryFolder()
    let place = try Workplace(beneath: folder.path)
    try place.write([1, 2], to: "a/b/c")
    try place.write([3], to: "a/run", isExecutable: true)
    #expect(try folder.bytes("\(place.name)/a/b/c") == [1, 2])
    #expect(access(place.path + "/a/run", X_OK) == 0)
    var status = stat()
    #expect(stat(place.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o711)
    #expect(await place.remove("\(place.path)/a") == nil)
    #expect(await place.remove() == nil)
    #expect(!folder.holds(place.name))
  }

  @Test func `writes over nothing and through no link`() throws {
    let folder = try TemporaryFolder()
    let place = try Workplace(beneath: folder.path)
    try place.write([1], to: "file")
    #expect(symlink("/etc/passwd", place.path + "/link") == 0)
    #expect(throws: Workplace.Failure.self) { try place.write([2], to: "file") }
    #expect(throws: Workplace.Failure.self) { try place.write([2], to: "link") }
  }

  @Test func `a folder that is not there is told`() {
    #expect { try Workplace(beneath: "/no/such/folder") } throws: {
      ($0 as? Workplace.Failure)?.description == "cannot use /no/such/folder: No such file or directory"
    }
  }
}
