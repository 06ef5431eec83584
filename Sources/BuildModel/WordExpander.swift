import DockerfileSyntax

/// Expands the words of instructions against the variables of their place, with Docker's errors.
struct WordExpander {
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
    do {
      return try expansion.expand(document.bytes(word.text), with: variables).text
    } catch {
      throw refusal(error, word, node)
    }
  }

  /// The words that one word becomes: values with blanks are split.
  func words(_ word: Word, in node: Node) throws(BuildError) -> [String] {
    do {
      return try expansion.words(in: document.bytes(word.text), with: variables)
    } catch {
      throw refusal(error, word, node)
    }
  }

  private var expansion: Expansion { Expansion(escape: document.escape) }

  private func refusal(_ error: ExpansionError, _ word: Word, _ node: Node) -> BuildError {
    BuildError(error.dockerMessage, dockerLine: line ?? Int(node.startLine), at: word.range)
  }
}
