/// Versions as engines tell them.
enum EngineVersion {
  /// The first word that begins with a digit: `buildah version 1.28.2 (image-spec …)`.
  static func text(in output: [UInt8]) -> String {
    let words = String(decoding: output, as: UTF8.self).split { $0.isWhitespace || $0 == "," }
    return words.first { $0.first?.isNumber == true }.map(String.init) ?? "of unknown version"
  }

  /// Whether a version is older than another one, by the numbers between its dots; an unknown one is not.
  static func isOlder(_ version: String, than other: [Int]) -> Bool {
    let numbers = version.split(separator: ".").map { part in Int(part.prefix { $0.isNumber }) }
    guard let first = numbers.first, first != nil else { return false }
    return numbers.map { $0 ?? 0 }.lexicographicallyPrecedes(other)
  }
}
