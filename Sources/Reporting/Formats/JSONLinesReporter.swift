import Diagnostics
package import Rubric

/// One result of the JSON report on each line: for very many, where no reader wants to hold them all.
package struct JSONLinesReporter: Reporter {
  package init() {}

  package func bytes(of report: Report) -> [UInt8] {
    report.results.flatMap(line)
  }

  /// A result with its line feed, so that a run can write each one as it comes.
  package func line(for result: SubmissionResult) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(result)
    writer.endLine()
    return writer.bytes
  }
}
