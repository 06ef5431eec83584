import Diagnostics
import Reporting
import Rubric
import TestKit
import Testing

struct GoldenTests {
  private static let formats: [ReportFormat: String] = [
    .text: "hostile.txt", .json: "hostile.json", .jsonl: "hostile.jsonl", .junit: "hostile.xml",
    .github: "hostile.github.txt",
    .csv: "hostile.csv",
  ]

  private static let texts: [(name: String, report: Report, style: Style, width: Int, showsAll: Bool)] = [
    ("text-failed.txt", SampleReport.report(ExampleReport.failed), .uncoloured, 100, false),
    ("text-failed-plain.txt", SampleReport.report(ExampleReport.failed), .plain, 80, false),
    ("text-failed-coloured.txt", SampleReport.report(ExampleReport.failed), .coloured, 100, false),
    ("text-failed-narrow.txt", SampleReport.report(ExampleReport.failed), .uncoloured, 40, false),
    ("text-passed.txt", SampleReport.report(ExampleReport.passed), .uncoloured, 100, false),
    ("text-hostile.txt", SampleReport.report(SampleReport.failed), .uncoloured, 100, false),
    ("text-hostile-all.txt", SampleReport.report(SampleReport.failed), .uncoloured, 100, true),
    ("text-rejected.txt", SampleReport.report(SampleReport.rejected), .uncoloured, 100, false),
    ("text-unreadable.txt", SampleReport.report(SampleReport.unreadable), .uncoloured, 100, false),
    ("text-folder.txt", ExampleReport.folder, .uncoloured, 110, false),
    ("text-folder-narrow.txt", ExampleReport.folder, .plain, 40, false),
  ]

  @Test(arguments: ReportFormat.allCases)
  func `each format is as recorded`(format: ReportFormat) throws {
    let options = ReportOptions(text: TextOptions(width: 100, style: .uncoloured), secondsSince1970: 1_795_000_000)
    let bytes = format.reporter(options).bytes(of: SampleReport.hostile)
    let name = try #require(Self.formats[format])
    let difference = try GoldenFile(name).difference(from: bytes)
    #expect(difference == nil)
  }

  @Test(arguments: texts.indices)
  func `each text is as recorded`(index: Int) throws {
    let (name, report, style, width, showsAll) = Self.texts[index]
    let options = TextOptions(width: width, style: style, showsAll: showsAll)
    let difference = try GoldenFile(name).difference(from: TextReporter(options).bytes(of: report))
    #expect(difference == nil)
  }

  @Test
  func `no golden is left over`() throws {
    let known = Set(Self.formats.values).union(Self.texts.map(\.name)).union(InspectionTreeTests.goldens).union(
      LintReportTests.goldens
    ).union(ExplanationTests.goldens).union(ImageReportTests.goldens)
    let found = try GoldenFile.names()
    #expect(found == known)
  }
}
