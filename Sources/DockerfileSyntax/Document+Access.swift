/// Strings are made here, on access; the tables hold ranges alone.
extension Document {
  public func bytes(_ text: Text) -> ArraySlice<UInt8> {
    text.isDerived ? derived[text.offsets] : source[text.offsets]
  }

  public func string(_ text: Text) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  public func string(_ word: Word) -> String {
    string(word.text)
  }

  public subscript(_ run: Run32<Word>) -> ArraySlice<Word> { words[run.indices] }

  public subscript(_ run: Run32<Flag>) -> ArraySlice<Flag> { flags[run.indices] }

  public subscript(_ run: Run32<Heredoc>) -> ArraySlice<Heredoc> { heredocs[run.indices] }

  public subscript(_ run: Run32<Pair>) -> ArraySlice<Pair> { pairs[run.indices] }

  public subscript(_ run: Run32<Text>) -> ArraySlice<Text> { comments[run.indices] }

  /// The first flag of a name, as `from` for `--from=…`.
  public func flag(_ name: String, in run: Run32<Flag>) -> Flag? {
    self[run].first { bytes($0.name.text).elementsEqual(name.utf8) }
  }

  /// All flags of a name, in the order in which they are written.
  public func flags(_ name: String, in run: Run32<Flag>) -> [Flag] {
    self[run].filter { bytes($0.name.text).elementsEqual(name.utf8) }
  }
}
