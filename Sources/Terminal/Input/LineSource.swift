package import Session

/// Where the learner's lines come from.
package protocol LineSource {
  /// - Parameters:
  ///   - prompt: what stands before the input, where it is shown at all.
  ///   - completions: what can stand instead of the last word of an unfinished line; nil for file names.
  mutating func next(prompt: Text, completions: @escaping @Sendable (String) -> [String]?) -> InputLine
}

package enum InputLine: Hashable, Sendable {
  case line(String)
  /// No more will come: Ctrl-D, the end of a file, a closed window.
  case end
  /// A signal wants the program to end.
  case terminated(signal: Int32)
}
