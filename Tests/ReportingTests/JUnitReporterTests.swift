import Foundation
import Reporting
import Rubric
import Testing

struct JUnitReporterTests {
  private static let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../shared/formats/schemas").standardizedFileURL.path
  private static let xmllint = "/usr/bin/xmllint"
  private static let canValidate =
    FileManager.default.isExecutableFile(atPath: xmllint) && FileManager.default.fileExists(atPath: schemas)

  private func text(_ report: Report, secondsSince1970: Int64 = 0) -> String {
    String(decoding: JUnitReporter(secondsSince1970: secondsSince1970).bytes(of: report), as: UTF8.self)
  }

  @Test(
    .enabled(if: canValidate, "needs xmllint and the schemas"),
    arguments: ["junit-10-jenkins.xsd", "junit-windyroad.xsd"]
  )
  func `is valid`(schema: String) throws {
    for (index, report) in [SampleReport.hostile, ExampleReport.folder, SampleReport.report()].enumerated() {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("junit-\(UUID())-\(index).xml")
      defer { try? FileManager.default.removeItem(at: file) }
      try Data(text(report).utf8).write(to: file)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.xmllint)
      process.arguments = ["--noout", "--schema", Self.schemas + "/" + schema, file.path]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let said = errors.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    }
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00"), (-5, "1970-01-01T00:00:00"), (951_782_400, "2000-02-29T00:00:00"),
      (1_795_430_461, "2026-11-23T10:41:01"), (253_402_300_799, "9999-12-31T23:59:59"), (.max, "9999-12-31T23:59:59"),
    ] as [(Int64, String)]
  )
  func `takes its time from outside`(seconds: Int64, time: String) {
    let text = text(SampleReport.report(SampleReport.passed), secondsSince1970: seconds)
    #expect(text.contains("timestamp=\"\(time)\""))
  }

  @Test
  func `counts what happened`() {
    #expect(
      text(SampleReport.report(SampleReport.failed)).contains(#" tests="4" failures="1" errors="0" skipped="2" "#)
    )
    #expect(
      text(SampleReport.report(SampleReport.rejected)).contains(#" tests="2" failures="0" errors="1" skipped="1" "#)
    )
    #expect(
      text(SampleReport.report(SampleReport.unreadable)).contains(#" tests="1" failures="0" errors="1" skipped="0" "#)
    )
  }

  @Test
  func `never gives two tests the same name`() {
    let text = text(SampleReport.report(SampleReport.passed, SampleReport.passed, SampleReport.passed))
    for name in ["react-node.adams/Dockerfile", "react-node.adams/Dockerfile (2)", "react-node.adams/Dockerfile (3)"] {
      #expect(text.components(separatedBy: "classname=\"\(name)\" name=\"builder-stage: ").count == 2)
    }
  }

  @Test
  func `leaves out what XML forbids`() {
    var result = SampleReport.unreadable
    result.error = "a\u{0}\u{8}\u{FFFE}b\u{1B}[1;31mc\u{1B}]]>&\"<"
    let text = text(SampleReport.report(result))
    #expect(text.contains(#"<error type="unreadable" message="abc]]&gt;&amp;&quot;&lt;">abc]]&gt;&amp;"&lt;</error>"#))
  }

  @Test
  func `keeps line ends and tabs of messages`() {
    var result = SampleReport.unreadable
    result.error = "a\r\n\tb"
    #expect(text(SampleReport.report(result)).contains(#"message="a&#13;&#10;&#9;b">a&#13;"# + "\n\tb</error>"))
  }
}
