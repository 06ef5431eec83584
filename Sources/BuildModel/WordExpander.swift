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
    if let plain = bytes.withContiguousStorageIfAvailable({ Self.plainText($0, escape: document.escape) }) ?? nil {
      return plain
    }
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

  /// The text of a word in which nothing has a meaning, as most are: it stands for itself.
  private static func plainText(_ bytes: UnsafeBufferPointer<UInt8>, escape: UInt8) -> String? {
    for byte in bytes {
      guard byte < 0x80, byte != UInt8(ascii: "$"), byte != escape, byte != UInt8(ascii: "'"),
        byte != UInt8(ascii: "\"")
      else { return nil }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same for text without blanks.
  private static func plainWord(_ bytes: UnsafeBufferPointer<UInt8>, escape: UInt8) -> String? {
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: "<") }) else { return nil }
    return plainText(bytes, escape: escape)
  }

  private var expansion: Expansion { Expansion(escape: document.escape) }

  private func refusal(_ error: ExpansionError, _ word: Word, _ node: Node) -> BuildError {
    BuildError(error.dockerMessage, dockerLine: line ?? Int(node.startLine), at: word.range)
  }
}
