package import Course

/// Cuts a lesson into pages: a section of the second level is a page, and so is a question.
///
/// A short introduction stays with the first section.
package struct LessonPages: Sendable {
  package enum Page: Hashable, Sendable {
    case markdown(String)
    case question(QuizQuestion)
  }

  package let pages: [Page]

  package init(_ parts: [LessonPart]) {
    var pages: [Page] = []
    for part in parts {
      switch part {
      case .question(let question): pages.append(.question(question))
      case .markdown(let text): pages += Self.sections(of: text, isFirst: pages.isEmpty).map { .markdown($0) }
      }
    }
    self.pages = pages.isEmpty ? [.markdown("")] : pages
  }

  /// The questions, in their order.
  package var questions: [QuizQuestion] {
    pages.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }

  /// Pieces of text that are more than blank lines.
  private static func sections(of markdown: String, isFirst: Bool) -> [String] {
    var sections: [[Substring]] = [[]]
    for part in MarkdownPart.parts(of: markdown) {
      switch part {
      case .block(let block):
        sections[sections.count - 1] += block.source.split(separator: "\n", omittingEmptySubsequences: false)
      case .prose(let text):
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          let isIntroduction = isFirst && sections.count == 1 && isShortIntroduction(sections[0])
          if line.hasPrefix("## "), !isIntroduction { sections.append([]) }
          sections[sections.count - 1].append(line)
        }
      }
    }
    return sections.map { $0.joined(separator: "\n") }.filter { !$0.allSatisfy(\.isWhitespace) }
  }

  private static func isShortIntroduction(_ lines: [Substring]) -> Bool {
    lines.count { !$0.isEmpty } < 8 && !lines.contains { $0.hasPrefix("## ") }
  }
}
