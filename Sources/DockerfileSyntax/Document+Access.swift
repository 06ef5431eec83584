/// Strings are made here, on access; the tables hold ranges alone.
extension Document {
  /// The bytes of a text, counted from the start of the table that they lie in.
  public func bytes(_ text: Text) -> Table<UInt8> {
    text.isDerived ? derived[text.offsets] : source[text.offsets]
  }

  /// The text; each byte that isn't UTF-8 is U+FFFD, as Docker shows it.
  public func string(_ text: Text) -> String {
    let bytes = bytes(text)
    return String(validating: bytes, as: UTF8.self) ?? DockerfileSyntax.text(of: bytes)
  }

  /// The word's text; each byte that isn't UTF-8 is U+FFFD.
  public func string(_ word: Word) -> String {
    string(word.text)
  }

  /// The words as strings.
  public func strings(_ run: Run32<Word>) -> [String] { self[run].map { string($0) } }

  /// The words of a run.
  public subscript(_ run: Run32<Word>) -> Table<Word> { words[run.indices] }

  /// The flags of a run.
  public subscript(_ run: Run32<Flag>) -> Table<Flag> { flags[run.indices] }

  /// The heredocs of a run.
  public subscript(_ run: Run32<Heredoc>) -> Table<Heredoc> { heredocs[run.indices] }

  /// The pairs of a run.
  public subscript(_ run: Run32<Pair>) -> Table<Pair> { pairs[run.indices] }

  /// The comments of a run.
  public subscript(_ run: Run32<Text>) -> Table<Text> { comments[run.indices] }

  /// The name of a stage as stages compare, in lower case; empty for one without a name.
  public func name(of stage: StageSyntax) -> String { string(stage.name) }

  /// The first flag of a name, as `from` for `--from=…`.
  public func flag(_ name: String, in run: Run32<Flag>) -> Flag? {
    run.indices.isEmpty ? nil : self[run].first { isNamed($0, name) }
  }

  /// All flags of a name, in the order in which they are written.
  public func flags(_ name: String, in run: Run32<Flag>) -> [Flag] {
    run.indices.isEmpty ? [] : self[run].filter { isNamed($0, name) }
  }

  private func isNamed(_ flag: Flag, _ name: String) -> Bool {
    let text = flag.name.text
    return text.offsets.count == name.utf8.count && bytes(text).elementsEqual(name.utf8)
  }
}
