import Diagnostics
import DockerfileSyntax

/// What holds for every document, whatever its bytes are; an empty list when it does.
///
/// These files import nothing of the test library, so that a fuzzer can ask the same.
func violations(of document: Document) -> [String] {
  var bounds = BoundsChecker(document: document)
  bounds.checkNodes()
  bounds.checkTables()
  // What points out of the source can't be cut out of it.
  guard bounds.found.isEmpty else { return bounds.found }
  let reading = LineReading(document)
  var lines = LineChecker(document: document, reading: reading)
  lines.check()
  var printing = PrintingChecker(document: document, reading: reading)
  printing.check()
  var ranges = RangeChecker(document: document)
  ranges.check()
  var places = PlaceChecker(document: document)
  places.check()
  return lines.found + printing.found + ranges.found + places.found
}

/// Everything lies within the source and the tables.
private struct BoundsChecker {
  let document: Document
  var found: [String] = []

  mutating func checkNodes() {
    if document.nodes.count != document.instructions.count { found.append("an instruction for each node") }
    var last = 0
    for node in document.nodes {
      check(node.range, "node")
      if node.range.offsets.lowerBound < last { found.append("nodes in order") }
      last = node.range.offsets.upperBound
      if node.endLine < node.startLine { found.append("lines in order") }
      check(node.body, "body")
      check(node.original, "original")
      for index in [
        node.flags.indices.upperBound - document.flags.count, node.arguments.indices.upperBound - document.words.count,
        node.heredocs.indices.upperBound - document.heredocs.count,
        node.comments.indices.upperBound - document.comments.count, Int(node.sub) + 1 - document.subnodes.count,
      ]
      where index > 0 { found.append("runs within tables") }
    }
    for stage in document.stages where stage.instructions.upperBound > document.nodes.count { found.append("stage") }
    let readingFirst = document.problems.drop { $0.phase == .reading }.contains { $0.phase == .reading }
    if readingFirst { found.append("problems in order") }
  }

  mutating func checkTables() {
    for word in document.words { check(word, "word") }
    for flag in document.flags {
      check(flag.range, "flag")
      check(flag.name, "flag name")
      if let value = flag.value { check(value, "flag value") }
    }
    for heredoc in document.heredocs {
      check(heredoc.name, "heredoc")
      check(heredoc.content, "body")
    }
    for pair in document.pairs {
      check(pair.name, "pair")
      if let value = pair.value { check(value, "pair") }
    }
    for directive in document.directives { check(directive.value, "directive") }
    for comment in document.comments { check(comment, "comment") }
    for problem in document.problems { check(problem.range, "problem") }
    for warning in document.warnings { check(warning.range, "warning") }
    for trigger in document.triggers { check(trigger.node.range, "trigger") }
  }

  private mutating func check(_ word: Word, _ what: String) {
    check(word.text, what)
    check(word.range, what)
    // What is not derived stands in the source as it is, within the bytes that it was written with.
    guard !word.text.isDerived else { return }
    if word.text.isEmpty { return }
    let inside =
      word.range.offsets.lowerBound <= word.text.offsets.lowerBound
      && word.text.offsets.upperBound <= word.range.offsets.upperBound
    if !inside { found.append("\(what): \(word.text.offsets) in \(word.range.offsets)") }
  }

  private mutating func check(_ text: Text, _ what: String) {
    let limit = text.isDerived ? document.derived.count : document.source.count
    if text.offsets.upperBound > limit { found.append("\(what): text within its bytes") }
    check(document.range(of: text), what)
  }

  private mutating func check(_ range: SourceRange, _ what: String) {
    if range.offsets.upperBound > document.source.count { found.append("\(what): \(range.offsets) within the source") }
  }
}

extension Document {
  /// The bytes of the source in a range.
  func written(_ range: SourceRange) -> [UInt8] { source[range.offsets].map { $0 } }

  /// Bytes as a message shows them.
  static func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
}
