import Diagnostics
import DockerfileSyntax

/// Nothing gets lost: printed one after the other, the parts of the document with the blanks between them give the
/// source, and what is between them says nothing.
struct PrintingChecker {
  let document: Document
  let reading: LineReading
  private(set) var found: [String] = []

  /// A part of the document that is printed as it was written.
  private struct Part {
    let range: Range<Int>
    let text: Text?
    /// The node that it belongs to.
    let node: Int?
  }

  init(document: Document, reading: LineReading) {
    self.document = document
    self.reading = reading
  }

  mutating func check() {
    let source = document.source.array
    let end = reading.stop ?? source.count
    var printed: [UInt8] = []
    var previous: Part?
    for part in parts() where part.range.upperBound <= end {
      guard part.range.lowerBound >= printed.count else {
        found.append("bytes \(part.range) belong to two parts")
        return
      }
      printed += blanks(printed.count..<part.range.lowerBound, after: previous, before: part)
      printed += part.text.map { document.bytes($0).array } ?? Array(source[part.range])
      previous = part
    }
    printed += blanks(printed.count..<max(printed.count, end), after: previous, before: nil)
    if printed != Array(source[..<max(end, printed.count)]) { found.append("prints as \(Document.shown(printed))") }
  }

  /// What says something, in the order of the source.
  private func parts() -> [Part] {
    var parts = document.directives.map { Part(range: $0.value.range.offsets, text: $0.value.text, node: nil) }
    let nodes = document.nodes.map(\.range.offsets)
    for comment in document.comments where !comment.isDerived {
      // The trigger of an ONBUILD may be a comment.
      let isInside = nodes.contains { $0.contains(comment.offsets.lowerBound) }
      if !isInside { parts.append(Part(range: comment.offsets, text: comment, node: nil)) }
    }
    for (index, node) in document.nodes.enumerated() { parts += self.parts(of: node, index) }
    return parts.filter { !$0.range.isEmpty }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func parts(of node: Node, _ index: Int) -> [Part] {
    let part = { (range: SourceRange, text: Text) in
      Part(range: range.offsets, text: text.isDerived || text.offsets != range.offsets ? nil : text, node: index)
    }
    var parts = [part(node.keyword.range, node.keyword.text)]
    parts += document[node.flags].map { Part(range: $0.range.offsets, text: nil, node: index) }
    if node.arguments.isEmpty || node.kind == nil {
      parts.append(part(document.range(of: node.body), node.body))
    } else {
      parts += document[node.arguments].map { part($0.range, $0.text) }
    }
    parts += document[node.heredocs].map { part(document.range(of: $0.content), $0.content) }
    return parts
  }

  /// The bytes between two parts, which must be there for the sake of the reader only.
  private mutating func blanks(_ range: Range<Int>, after: Part?, before: Part?) -> [UInt8] {
    let source = document.source
    let words = range.filter { reading.hasMeaning[$0] }.map { source[$0] }
    let isInside = after?.node == before?.node
    if !isBlank(words, in: isInside ? after?.node : nil, isLast: after?.node != nil && !isInside) {
      found.append("bytes \(range) are in no part: \(Document.shown(words))")
    }
    return range.map { source[$0] }
  }

  private func isBlank(_ words: [UInt8], in index: Int?, isLast: Bool) -> Bool {
    let node = index.map { document.nodes[$0] }
    let signs = node?.isJSON == true || isLast ? Array("[],".utf8) : []
    var left = withoutBlanks(words[...], signs)
    if node != nil || isLast, left.starts(with: "--".utf8) { left = withoutBlanks(withoutEndOfFlags(left), signs) }
    // The escape behind the last word is in none of its bytes.
    return left.isEmpty || (isLast && left.elementsEqual([document.escape]))
  }

  /// Without white space at the start; between flags, two bytes count as such that are parts of characters elsewhere.
  private func withoutBlanks(_ words: ArraySlice<UInt8>, _ signs: [UInt8]) -> ArraySlice<UInt8> {
    var rest = words
    while let first = rest.first {
      let space = PlainText.leadingSpace(rest)
      guard space > 0 || signs.contains(first) || first == 0x85 || first == 0xA0 else { break }
      rest = rest.dropFirst(max(space, 1))
    }
    return rest
  }

  /// `--` alone, in whatever quotes, is no flag.
  private func withoutEndOfFlags(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = words.indices.first { PlainText.leadingSpace(words[$0...]) > 0 } ?? words.endIndex
    let flag = PlainText.UnquotedFlag(Array(words[..<end]), escape: document.escape)
    return flag.text == Array("--".utf8) ? words[end...] : words
  }
}
