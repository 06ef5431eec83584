import TestKit
import Testing

/// A report on a terminal, in a pipe and in a file.
@Suite(.serialized)
struct LookTests {
  private static let escape: UInt8 = 0x1B

  private func sitDown(_ learner: Learner, _ arguments: [String], columns: Int) throws -> TerminalProcess {
    let terminal = try TerminalProcess(
      Learner.program.path,
      arguments,
      environment: learner.variables,
      folder: learner.desk.path,
      columns: columns,
      rows: 200
    )
    _ = try terminal.end()
    return terminal
  }

  @Test(arguments: [40, 80, 120], ["good", "start", "refused", "binary"])
  func `keeps to the terminal's width`(columns: Int, file: String) throws {
    var learner = try Learner.withFiles()
    learner.variables["COLUMNS"] = nil
    let terminal = try sitDown(learner, ["grade", "--all", file], columns: columns)
    #expect(terminal.transcript.contains(Self.escape))
    let lines = terminal.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(!lines.isEmpty)
    // A line that was too long would have gone on in the next one.
    let sent = String(decoding: terminal.transcript, as: UTF8.self)
    #expect(sent.split(separator: "\r\n", omittingEmptySubsequences: false).count == lines.count + 1)
  }

  @Test(arguments: ["good", "start", "refused"])
  func `NO_COLOR leaves no escape`(file: String) throws {
    var learner = try Learner.withFiles()
    learner.variables["NO_COLOR"] = "1"
    let terminal = try sitDown(learner, ["grade", "--all", file], columns: 80)
    #expect(!terminal.transcript.contains(Self.escape))
    #expect(terminal.screen.contains("of 100"))
  }

  @Test
  func `a file gets plain text, even from a terminal`() throws {
    let learner = try Learner.withFiles()
    let terminal = try sitDown(learner, ["grade", "--format", "text=report", "start"], columns: 80)
    #expect(terminal.screen.contains("not passed"))
    let report = try learner.desk.bytes("report")
    #expect(!report.isEmpty)
    #expect(report.allSatisfy { $0 >= 0x20 && $0 < 0x80 || $0 == 0x0A })
  }
}
