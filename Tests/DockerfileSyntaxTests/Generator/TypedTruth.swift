import DockerfileSyntax

/// The typed instructions of a document against the words that they were written with.
struct TypedTruth {
  private let document: Document

  init(_ document: Document) { self.document = document }

  func differences(from nodes: [Truth.Node]) -> [String] {
    zip(document.instructions, nodes).compactMap { instruction, node in
      guard let words = words(of: instruction) else { return nil }
      let written = written(node)
      return words == written ? nil : "typed \(words.map(Document.shown)), written \(written.map(Document.shown))"
    }
  }

  /// The words of an instruction in the order in which they are written; nil for what Docker refuses.
  private func words(of instruction: Instruction) -> [[UInt8]]? {
    switch instruction {
    case .from(let from):
      // Two words, and AS between them.
      return [bytes(from.base)] + (from.name.map { [Array("AS".utf8), bytes($0)] } ?? [])
    case .run(let run): return words(of: run.form)
    case .cmd(let command), .entrypoint(let command), .shell(let command): return words(of: command.form)
    case .copy(let copy), .add(let copy):
      return document[copy.sources].map(bytes) + document[copy.heredocs].map { bytes($0.name) }
        + [bytes(copy.destination)]
    case .env(let pairs), .label(let pairs), .arg(let pairs):
      return document[pairs.pairs].flatMap { [bytes($0.name)] + ($0.value.map { [bytes($0)] } ?? []) }
    case .expose(let list), .volume(let list): return document[list.words].map(bytes)
    case .user(let word), .workdir(let word), .stopSignal(let word), .maintainer(let word): return [bytes(word.word)]
    case .healthcheck(let check):
      guard let probe = check.probe else { return [Array("NONE".utf8)] }
      return [Array("CMD".utf8)] + words(of: probe)
    case .onBuild, .invalid: return nil
    }
  }

  /// The same words of what was written.
  private func written(_ node: Truth.Node) -> [[UInt8]] {
    let words = node.arguments
    let equals = UInt8(ascii: "=")
    switch node.kind {
    case .from: return words.count == 3 ? [words[0], Array("AS".utf8), words[2]] : words
    case .expose: return words.sorted { $0.lexicographicallyPrecedes($1) }
    case .volume: return words.map(PlainText.trimmed)
    case .healthcheck: return [Array(String(decoding: words[0], as: UTF8.self).uppercased().utf8)] + words.dropFirst()
    case .copy, .add:
      let isHeredoc = { (word: [UInt8]) in word.starts(with: "<<".utf8) }
      return words.dropLast().filter { node.isJSON || !isHeredoc($0) }
        + (node.isJSON ? [] : node.heredocs.map(\.name)) + words.suffix(1)
    case .env where words.first?.contains(equals) == false, .label where words.first?.contains(equals) == false:
      return words
    case .env, .label, .arg:
      return words.flatMap { word in
        word.split(separator: equals, maxSplits: 1, omittingEmptySubsequences: false).map { Array($0) }
      }
    default: return words
    }
  }

  private func words(of form: CommandForm) -> [[UInt8]] {
    switch form {
    case .shell(let word): word.text.isEmpty ? [] : [bytes(word)]
    case .exec(let run): document[run].map(bytes)
    }
  }

  private func bytes(_ word: Word) -> [UInt8] { document.bytes(word.text).array }
}
