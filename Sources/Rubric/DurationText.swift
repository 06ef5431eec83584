/// Durations as Dockerfiles write them.
package enum DurationText {
  /// `30s`, `1m30s`, `500ms`; from nanoseconds.
  package static func short(_ nanoseconds: Int64) -> String {
    let milliseconds = nanoseconds / 1_000_000
    if milliseconds % 1000 != 0 { return "\(milliseconds)ms" }
    let seconds = milliseconds / 1000
    let (minutes, rest) = (seconds / 60, seconds % 60)
    if minutes == 0 { return "\(rest)s" }
    return rest == 0 ? "\(minutes)m" : "\(minutes)m\(rest)s"
  }

  /// The nanoseconds of `30s`, `1m30s` or `500ms`; nil for anything else, and for more than a day.
  static func nanoseconds(_ text: String) -> Int64? {
    var rest = text.utf8[...]
    var total: Int64 = 0
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard (1...9).contains(digits.count), let number = Int64(Substring(digits)) else { return nil }
      rest = rest.dropFirst(digits.count)
      let name = rest.prefix { !(0x30...0x39).contains($0) }
      guard let unit = units[String(Substring(name))] else { return nil }
      rest = rest.dropFirst(name.count)
      total += number * unit
      guard total <= day else { return nil }
    }
    return total
  }

  private static let day: Int64 = 86_400_000_000_000

  private static let units: [String: Int64] = [
    "ms": 1_000_000, "s": 1_000_000_000, "m": 60_000_000_000, "h": 3_600_000_000_000,
  ]
}
