import Diagnostics
import DockerfileSyntax

/// Cut out of the source, every range has the text that stands for it.
struct RangeChecker {
  let document: Document
  private(set) var found: [String] = []

  init(document: Document) { self.document = document }

  mutating func check() {
    for node in document.nodes { check(node, isSub: false) }
    for node in document.subnodes { check(node, isSub: true) }
    for comment in document.comments { expect(comment, at: document.range(of: comment), "comment") }
    for directive in document.directives { expect(directive.value, "directive") }
    for instruction in document.instructions { check(instruction) }
    for trigger in document.triggers { check(trigger) }
    for flag in document.flags { checkPieces(flag.name, "flag name") }
    for heredoc in document.heredocs { check(heredoc) }
    for word in document.words { checkPieces(word, "word") }
    for pair in document.pairs {
      checkPieces(pair.name, "name")
      if let value = pair.value { checkPieces(value, "value") }
    }
  }

  private mutating func check(_ node: Node, isSub: Bool) {
    expect(node.keyword, "keyword")
    expect(node.original, at: document.range(of: node.original), "original")
    expect(node.body, at: document.range(of: node.body), "body")
    for flag in document[node.flags] { check(flag, escape: document.escape) }
    for word in document[node.arguments] {
      if node.isJSON, !isType(word, of: node) { expectJSON(word) } else { expect(word, "word") }
    }
    guard !isSub else { return }
    let start = document.source[node.range.offsets].starts(with: document.written(node.keyword.range))
    if !start { found.append("a node begins with its keyword") }
  }

  /// The CMD of a HEALTHCHECK with an array.
  private func isType(_ word: Word, of node: Node) -> Bool {
    node.kind == .healthcheck && document[node.arguments].first == word
  }

  private mutating func check(_ flag: Flag, escape: UInt8) {
    guard let written = PlainText.joined(document.written(flag.range), escape: document.escape) else {
      found.append("a flag's lines go on")
      return
    }
    let plain = PlainText.UnquotedFlag(written, escape: escape)
    let name = document.bytes(flag.name.text).array
    let value = flag.value.map { document.bytes($0.text).array }
    if Array("--".utf8) + name + (value.map { [UInt8(ascii: "=")] + $0 } ?? []) != plain.text {
      found.append("flag \(Document.shown(name)) \(value.map(Document.shown) ?? ""): \(Document.shown(plain.text))")
    }
    // The names and values keep their quotes in their ranges.
    let parts = [flag.name.range, flag.value?.range].map { range in
      range.flatMap { PlainText.joined(document.written($0), escape: document.escape) }
    }
    let equals = plain.equals ?? written.count
    if parts[0] != Array(written.prefix(equals).dropFirst(2)) { found.append("the range of a flag's name") }
    if parts[1] != plain.equals.map({ Array(written[($0 + 1)...]) }) { found.append("the range of a flag's value") }
  }

  private mutating func check(_ heredoc: Heredoc) {
    // Behind a byte that is no UTF-8, the lexer's offsets are not the source's.
    let isText = String(validating: document.written(heredoc.name.range), as: UTF8.self) != nil
    if isText { checkPieces(heredoc.name, "heredoc") }
    let written = PlainText.joined(document.written(heredoc.name.range), escape: document.escape)
    let name = document.bytes(heredoc.name.text).array
    let plain = written.flatMap(PlainText.unquoted)
    // Without a body the whole word is its place, as `<<EOF` in an array.
    let isWord = plain.map { $0.contains(UInt8(ascii: "<")) } ?? true
    if !isWord, plain != name { found.append("heredoc \(Document.shown(name)): \(plain.map(Document.shown) ?? "")") }
    let content = document.range(of: heredoc.content)
    if !document.bytes(heredoc.content).elementsEqual(document.source[content.offsets]) {
      found.append("a heredoc's body")
    }
  }

  private mutating func check(_ instruction: Instruction) {
    switch instruction {
    case .from(let from): for word in [from.base, from.name].compactMap({ $0 }) { expect(word, "FROM") }
    case .run(let run): check(run)
    case .copy(let copy), .add(let copy): check(copy)
    case .env(let pairs), .label(let pairs), .arg(let pairs): check(pairs)
    case .expose(let words): for word in document[words.words] { expect(word, "EXPOSE") }
    case .volume(let words): for word in document[words.words] { expectPart(word) }
    case .user(let argument), .workdir(let argument), .stopSignal(let argument), .maintainer(let argument):
      expect(argument.word, "argument")
    case .onBuild(let trigger): check(trigger)
    case .cmd(let command), .entrypoint(let command), .shell(let command):
      if case .shell(let word) = command.form { expect(word, "command") }
    case .healthcheck, .invalid: break
    }
  }

  private mutating func check(_ pairs: Pairs) {
    for pair in document[pairs.pairs] {
      expect(pair.name, "name")
      if let value = pair.value { expect(value, "value") }
    }
  }

  private mutating func check(_ copy: Copy) {
    let isJSON = document.written(copy.destination.range).last == UInt8(ascii: "\"")
    for word in Array(document[copy.sources]) + [copy.destination] {
      if isJSON { expectEither(word) } else { expect(word, "path") }
    }
  }

  /// The command line, then body and terminator of each heredoc; the body alone where there is nothing else.
  private mutating func check(_ run: Run) {
    checkPieces(run.script, "script")
    guard case .shell(let command) = run.form, !run.heredocs.isEmpty else { return }
    let script = document.bytes(run.script.text).array
    let documents = Array(document[run.heredocs])
    let isAlone = documents.count == 1 && script == document.content(of: documents[0])
    if !isAlone, script != self.script(document.bytes(command.text).array, documents) {
      found.append("script \(Document.shown(script))")
    }
  }

  private func script(_ command: [UInt8], _ documents: [Heredoc]) -> [UInt8] {
    documents.reduce(into: command) { script, heredoc in
      script += [0x0A] + document.bytes(heredoc.content).array + document.bytes(heredoc.name.text).array
    }
  }

  private mutating func check(_ trigger: OnBuild) {
    checkPieces(trigger.expression, "trigger")
    let text = document.bytes(trigger.expression.text).array
    let node = document.triggers[trigger.trigger].node
    let line = text.prefix { $0 != 0x0A }
    let isOwner = document.nodes.contains { node in
      let original = document.bytes(node.original)
      return node.kind == .onbuild && original.suffix(line.count).elementsEqual(line)
    }
    if !isOwner { found.append("trigger \(Document.shown(text)) of line \(node.startLine)") }
  }

  /// A trigger is read with the backslash as its escape, after its lines were joined with the document's own.
  private mutating func check(_ trigger: Trigger) {
    for flag in document[trigger.node.flags] where document.escape == UInt8(ascii: "\\") {
      check(flag, escape: UInt8(ascii: "\\"))
    }
    for word in document[trigger.node.arguments] where document.escape == UInt8(ascii: "\\") { expectEither(word) }
  }

  mutating func report(_ violation: String) { found.append(violation) }

  private mutating func expect(_ word: Word, _ what: String) { expect(word.text, at: word.range, what) }

  private mutating func expect(_ text: Text, at range: SourceRange, _ what: String) {
    let bytes = document.bytes(text).array
    let written = PlainText.joined(document.written(range), escape: document.escape)
    if bytes != written {
      found.append("\(what) \(Document.shown(bytes)): \(written.map(Document.shown) ?? "no text")")
    }
  }

  private mutating func expectJSON(_ word: Word) {
    let written = PlainText.joined(document.written(word.range), escape: document.escape)
    if written.flatMap(PlainText.unescaped(json:)) != document.bytes(word.text).array {
      found.append("JSON \(document.string(word).debugDescription): \(written.map(Document.shown) ?? "no text")")
    }
  }

  /// A word of an array or of a line.
  private mutating func expectEither(_ word: Word) {
    let bytes = document.bytes(word.text).array
    let written = PlainText.joined(document.written(word.range), escape: document.escape)
    if written != bytes, written.flatMap(PlainText.unescaped(json:)) != bytes {
      found.append("word \(Document.shown(bytes)): \(written.map(Document.shown) ?? "no text")")
    }
  }

  /// VOLUME takes white space off.
  private mutating func expectPart(_ word: Word) {
    let bytes = document.bytes(word.text).array
    let written = PlainText.joined(document.written(word.range), escape: document.escape) ?? []
    if written != bytes, PlainText.trimmed(PlainText.unescaped(json: written) ?? written) != bytes {
      found.append("volume \(Document.shown(bytes)): \(Document.shown(written))")
    }
  }
}
