/// The text of a Markdown file.
///
/// - Throws: `CourseError.problems` when it is empty or not UTF-8.
func checkedText(_ bytes: [UInt8], path: String) throws(CourseError) -> String {
  guard !bytes.isEmpty else { throw .problems([CourseProblem(.layout(.empty), path: path)]) }
  do {
    return String(copying: try UTF8Span(validating: bytes.span))
  } catch {
    let problem = LayoutProblem.notText(byte: error.byteOffsets.lowerBound)
    throw .problems([CourseProblem(.layout(problem), path: path)])
  }
}
