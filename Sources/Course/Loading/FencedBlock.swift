/// A block of code in Markdown, between two fences.
package struct FencedBlock: Hashable, Sendable {
  /// What stands behind the opening fence: the language, and what the author says about the block.
  package var words: [String]
  /// The marks that open and close it.
  package var fence: String
  /// Its lines, each with its line end.
  package var text: String
  /// The line of the opening fence in the Markdown, from 1.
  package var line: Int
  /// Both fences have an end.
  package var isClosed = false

  /// The block as Markdown again.
  package var source: String {
    "\(fence)\(words.joined(separator: " "))\n\(text)" + (isClosed ? fence : "")
  }

  fileprivate init(_ fence: Fence, _ words: [String], line: Int) {
    self.fence = String(repeating: fence.mark, count: fence.length)
    self.words = words
    text = ""
    self.line = line
  }
}

/// Markdown as a row of blocks of code and what stands between them.
package enum MarkdownPart: Hashable, Sendable {
  case prose(String)
  case block(FencedBlock)
}

extension MarkdownPart {
  /// Cuts Markdown at its fenced blocks.
  ///
  /// A fence is three or more backquotes or tildes, indented by at most three blanks; the block ends at one of the same
  /// kind, as long or longer, or with the text.
  package static func parts(of markdown: String) -> [MarkdownPart] {
    var parts: [MarkdownPart] = []
    var prose: [Substring] = []
    var open: (fence: Fence, block: FencedBlock)?
    for (index, line) in markdown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if var current = open {
        if current.fence.isClosed(by: line) {
          current.block.isClosed = true
          parts.append(.block(current.block))
          open = nil
        } else {
          current.block.text += line + "\n"
          open = current
        }
      } else if let fence = Fence(line) {
        if !prose.isEmpty { parts.append(.prose(prose.joined(separator: "\n"))) }
        prose = []
        let words = line.drop { $0 == " " }.dropFirst(fence.length).split(whereSeparator: \.isWhitespace)
        open = (fence, FencedBlock(fence, words.map(String.init), line: index + 1))
      } else {
        prose.append(line)
      }
    }
    if let open { parts.append(.block(open.block)) }
    if !prose.isEmpty { parts.append(.prose(prose.joined(separator: "\n"))) }
    return parts
  }

  /// The fenced blocks alone.
  package static func blocks(of markdown: String) -> [FencedBlock] {
    parts(of: markdown).compactMap { if case .block(let block) = $0 { block } else { nil } }
  }
}

private struct Fence {
  let mark: Character
  let length: Int

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
