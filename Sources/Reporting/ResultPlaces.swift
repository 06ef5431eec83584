import Diagnostics
import Rubric

/// Lines and columns for the ranges of one result; its line table is made once.
///
/// A class, because it remembers the last place: a range a little further on is found from there.
final class ResultPlaces {
  struct Place {
    var line: Int
    var column: Int
    var endLine: Int
    /// The column after the last one.
    var endColumn: Int
  }

  private var finder: PlaceFinder?

  init(_ source: SourceFile) {
    finder = PlaceFinder(LineTable(source))
  }

  init(_ result: SubmissionResult) {
    finder = result.source.map { PlaceFinder(LineTable($0)) }
  }

  /// nil where nothing can be pointed at.
  subscript(range: SourceRange?) -> Place? {
    guard let range, let places = finder?.places(of: range) else { return nil }
    return Place(
      line: places.start.line,
      column: places.start.column,
      endLine: places.end.line,
      endColumn: places.end.column
    )
  }
}
