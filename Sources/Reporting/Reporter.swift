package import Rubric

/// Writes a report in one format.
package protocol Reporter: Sendable {
  /// The whole document, UTF-8, the same bytes for the same report.
  func bytes(of report: Report) -> [UInt8]
}
