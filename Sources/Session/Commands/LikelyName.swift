import Diagnostics

/// What a mistyped or unfinished word most likely stands for: a name that begins with it, else the nearest one.
func likelyName(for word: String, among names: [String]) -> String? {
  let word = word.lowercased()
  let begun = word.unicodeScalars.count >= 2 ? names.first { $0.hasPrefix(word) } : nil
  return begun ?? NearestName.of(word, in: names)
}
