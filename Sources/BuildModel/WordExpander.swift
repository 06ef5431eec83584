import DockerfileSyntax

/// Expands the words of instructions against the variables of their place, with Docker's errors.
struct WordExpander<Variables: VariableLookup> {
  let document: Document
  let variables: Variables
  /// The line that Docker names; nil for the instruction's own.
  let line: Int?

  init(document: Document, variables: Variables, line: Int? = nil) {
    self.document = document
    self.variables = variables
    self.line = line
  }

  /// One word: quotes removed, variables replaced, unset ones empty.
  func text(_ word: Word, in node: Node) throws(BuildError) -> String {
    let bytes = document.bytes(word.text)
    let simple = bytes.withContiguousStorageIfAvailable { bytes in
      SimpleWord(bytes, escape: document.escape).text(with: variables)
    }
    if let simple = simple ?? nil { return simple }
    do {
      return try expansion.expand(bytes, with: variables).text
    } catch {
      throw refusal(error, word, node)
    }
  }

  /// The words that one word becomes: values with blanks are split.
  func words(_ word: Word, in node: Node) throws(BuildError) -> [String] {
    let bytes = document.bytes(word.text)
    if let plain = bytes.withContiguousStorageIfAvailable({ Self.plainWord($0, escape: document.escape) }) ?? nil {
      return [plain]
    }
    do {
      return try expansion.words(in: bytes, with: variables)
    } catch {
      throw refusal(error, word, node)
    }
  }

  /// A word without blanks in which nothing has a meaning.
  private static func plainWord(_ bytes: UnsafeBufferPointer<UInt8>, escape: UInt8) -> String? {
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "<") }) else { return nil }
    return SimpleWord(bytes, escape: escape).plainText
  }

  private var expansion: Expansion { Expansion(escape: document.escape) }

  private func refusal(_ error: ExpansionError, _ word: Word, _ node: Node) -> BuildError {
    BuildError(error.dockerMessage, dockerLine: line ?? Int(node.startLine), at: word.range)
  }
}
