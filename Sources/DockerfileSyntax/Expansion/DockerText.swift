/// Text as Docker's messages show it, for the targets that speak in its words.
package enum DockerText {
  /// In double quotes, with escapes for what can't be shown: Go's `%q`.
  package static func quoted(_ bytes: some Sequence<UInt8>) -> String { DockerfileSyntax.quoted(bytes) }

  /// Each byte that isn't UTF-8 as U+FFFD.
  package static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self) ?? text(of: bytes)
  }

  /// Each byte that isn't UTF-8 as U+FFFD.
  package static func string(_ bytes: some Sequence<UInt8>) -> String { text(of: bytes) }

  /// The part between the white space around it, Unicode's included.
  package static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes[trimSpace(bytes.span, 0..<bytes.count).shifted(by: bytes.startIndex)]
  }

  /// The part between the white space around it, Unicode's included.
  package static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[trimSpace(bytes.span, 0..<bytes.count)])
  }

  /// In small letters, one scalar at a time.
  package static func lower(_ bytes: some Collection<UInt8>) -> String { LetterCase.lower(bytes) }

  /// In capitals, one scalar at a time.
  package static func upper(_ bytes: some Sequence<UInt8>) -> String { LetterCase.upper(bytes) }

  /// What a misspelt word was probably meant to be: less than three changes away; nil when the word is among them.
  package static func nearest(to word: String, among options: some Sequence<String>) -> String? {
    Suggestion.nearest(to: word, among: options)
  }

  /// A truth value as Go's strconv reads it.
  package static func bool(_ text: String) -> Bool? { GoNumber.bool(text) }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
