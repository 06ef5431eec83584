import Diagnostics
import DockerfileSyntax

/// Asks a document for everything that can be asked of it: nothing may trap, and what has two spellings must agree.
struct AccessChecker {
  private let document: Document
  private var found: [String] = []

  static func violations(of document: Document) -> [String] { AccessChecker(document).found }

  private init(_ document: Document) {
    self.document = document
    checkTexts()
    checkOptions()
    checkExpansion()
  }

  private mutating func checkTexts() {
    for directive in document.directives { read(directive.value) }
    for node in Array(document.nodes) + Array(document.subnodes) + document.triggers.map(\.node) {
      for text in [node.keyword.text, node.original, node.body] + Array(document[node.comments]) { read(text) }
      for word in document[node.arguments] { read(word) }
      for flag in document[node.flags] {
        read(flag.name)
        if let value = flag.value { read(value) }
        let name = document.string(flag.name)
        let first = document.flag(name, in: node.flags)
        let isUTF8 = document.bytes(flag.name.text).elementsEqual(name.utf8)
        if isUTF8, first == nil { found.append("a flag is found by its name") }
      }
      for heredoc in document[node.heredocs] {
        read(heredoc.name)
        let whole = document.bytes(heredoc.content).count
        if document.content(of: heredoc).count > whole { found.append("a heredoc only loses tabs") }
      }
    }
    for stage in document.stages { read(stage.from.base) }
  }

  private mutating func read(_ word: Word) { read(word.text) }

  private mutating func read(_ text: Text) {
    let bytes = document.bytes(text)
    if bytes.count != text.offsets.count { found.append("a text has as many bytes as its offsets say") }
    let string = document.string(text)
    if string.utf8.count < bytes.count { found.append("a string has no fewer bytes than its text") }
    let range = document.range(of: text).offsets
    for part in [0..<0, 0..<1, bytes.count / 2..<bytes.count] where part.upperBound <= bytes.count {
      let inner = document.range(of: part, in: text).offsets
      if inner.lowerBound < range.lowerBound || inner.upperBound > range.upperBound {
        found.append("the range of a part, \(inner), lies within that of the text, \(range)")
      }
    }
  }

  private func checkOptions() {
    for case .run(let run) in Array(document.instructions) + document.triggers.map(\.instruction) {
      _ = document.unresolvedMounts(of: run)
      _ = Result { () throws(OptionError) in try document.mounts(of: run) }
      _ = Result { () throws(OptionError) in try document.devices(of: run) }
    }
  }

  /// Each word in one of the ways of expanding it, so that all of them have their turn.
  private mutating func checkExpansion() {
    let variables = ["A": "a*b", "B": "${A}", "C": "\\", "D": "", "PATH": "/usr/bin:/bin", "é": "ü"]
    for (index, word) in document.words.enumerated() {
      let bytes = document.bytes(word.text)
      let options = Expansion.Options(rawValue: UInt8(truncatingIfNeeded: index + bytes.count) & 15)
      let expansion = Expansion(escape: document.escape, options: options)
      let both = Result { () throws(ExpansionError) in try expansion.expandAndSplit(bytes, with: variables) }
      let whole = Result { () throws(ExpansionError) in try expansion.expand(bytes, with: variables) }
      let words = Result { () throws(ExpansionError) in try expansion.words(in: bytes, with: variables) }
      if both.map(\.whole) != whole || both.map(\.words) != words { found.append("a word expands in one way") }
    }
  }
}
