import Diagnostics
import Rubric

/// Lines and columns for the ranges of one result; its line table is made once.
struct ResultPlaces {
  struct Place {
    var line: Int
    var column: Int
    var endLine: Int
    /// The column after the last one.
    var endColumn: Int
  }

  private let table: LineTable?

  init(_ source: SourceFile) {
    table = LineTable(source)
  }

  init(_ result: SubmissionResult) {
    table = result.source.map(LineTable.init)
  }

  /// nil where nothing can be pointed at.
  subscript(range: SourceRange?) -> Place? {
    guard let range, let table else { return nil }
    let places = table.places(of: range)
    return Place(
      line: places.start.line,
      column: places.start.column,
      endLine: places.end.line,
      endColumn: places.end.column
    )
  }
}
