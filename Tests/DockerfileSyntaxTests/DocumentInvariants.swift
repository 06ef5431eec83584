import Diagnostics
import DockerfileSyntax

/// What holds for every document, whatever its bytes are; an empty list when it does.
func violations(of document: Document) -> [String] {
  var checker = InvariantChecker(document: document)
  checker.checkNodes()
  checker.checkTables()
  return checker.found
}

private struct InvariantChecker {
  let document: Document
  var found: [String] = []

  mutating func checkNodes() {
    if document.nodes.count != document.instructions.count { found.append("an instruction for each node") }
    var last = 0
    for node in document.nodes {
      check(node.range, "node")
      if node.range.offsets.lowerBound < last { found.append("nodes in order") }
      last = node.range.offsets.lowerBound
      if node.endLine < node.startLine { found.append("lines in order") }
      check(node.body, "body")
      check(node.original, "original")
      for index in [
        node.flags.indices.upperBound - document.flags.count, node.arguments.indices.upperBound - document.words.count,
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
    for pair in document.pairs { check(pair.name, "pair") }
    for comment in document.comments { check(comment, "comment") }
    for problem in document.problems + document.warnings { check(problem.range, "problem") }
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
