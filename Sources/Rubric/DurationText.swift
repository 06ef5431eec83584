/// Durations as Dockerfiles write them.
enum DurationText {
  /// `30s`, `1m30s`, `500ms`; from nanoseconds.
  static func short(_ nanoseconds: Int64) -> String {
    let milliseconds = nanoseconds / 1_000_000
    if milliseconds % 1000 != 0 { return "\(milliseconds)ms" }
    let seconds = milliseconds / 1000
    let (minutes, rest) = (seconds / 60, seconds % 60)
    if minutes == 0 { return "\(rest)s" }
    return rest == 0 ? "\(minutes)m" : "\(minutes)m\(rest)s"
  }
}
