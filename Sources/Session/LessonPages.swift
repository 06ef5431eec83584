/// Cuts a lesson into pages: a section of the second level is a page.
///
/// A short introduction stays with the first section.
struct LessonPages {
  let pages: [String]

  init(_ markdown: String) {
    var pages: [[Substring]] = [[]]
    var fence: Fence?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if open.isClosed(by: line) { fence = nil }
      } else if let opened = Fence(line) {
        fence = opened
      } else if line.hasPrefix("## "), !Self.isShortIntroduction(pages) {
        pages.append([])
      }
      pages[pages.count - 1].append(line)
    }
    self.pages = pages.map { $0.joined(separator: "\n") }
  }

  private static func isShortIntroduction(_ pages: [[Substring]]) -> Bool {
    pages.count == 1 && pages[0].count { !$0.isEmpty } < 8 && !pages[0].contains { $0.hasPrefix("## ") }
  }

  /// The line that opens a block of code: three or more backquotes or tildes, indented by at most three blanks.
  private struct Fence {
    private let mark: Character
    private let length: Int

    init?(_ line: Substring) {
      let text = line.drop { $0 == " " }
      guard line.count - text.count <= 3, let mark = text.first, mark == "`" || mark == "~" else { return nil }
      let length = text.prefix { $0 == mark }.count
      guard length >= 3 else { return nil }
      self.mark = mark
      self.length = length
    }

    func isClosed(by line: Substring) -> Bool {
      guard let other = Fence(line), other.mark == mark, other.length >= length else { return false }
      return line.allSatisfy { $0 == mark || $0.isWhitespace }
    }
  }
}
