/// A Markdown file with YAML between two lines `---` at its top.
struct FrontMatter {
  /// The YAML, by offsets into the file.
  let range: Range<Int>
  /// The Markdown below it.
  let body: String
  /// The line of the file at which that begins, from 1.
  let bodyLine: Int

  /// - Throws: `CourseError.problems` where it is missing, or has no end.
  init(_ bytes: [UInt8], path: String) throws(CourseError) {
    let text = try checkedText(bytes, path: path)
    var start = 0
    var found: Range<Int>?
    var opened: Int?
    while start < bytes.count, found == nil {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      let isFence = Self.isFence(bytes[start..<end])
      if let opened {
        if isFence { found = opened..<start }
      } else {
        guard isFence else { throw Self.problem(.frontMatterMissing, path) }
        opened = end
      }
      start = end
    }
    guard let found else { throw Self.problem(opened == nil ? .frontMatterMissing : .frontMatterOpen, path) }
    range = found
    body = String(text.utf8.dropFirst(start)) ?? ""
    bodyLine = bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }.elementsEqual("---".utf8)
  }

  private static func problem(_ problem: MeaningProblem, _ path: String) -> CourseError {
    .problems([CourseProblem(.meaning(problem), path: path)])
  }
}
