import Diagnostics

extension String {
  /// In backquotes, cut where it is too long to read, and safe to print: anybody may have written the file it comes
  /// from.
  var quoted: String {
    "`\(Printable.line(count > 60 ? "\(prefix(59))…" : self))`"
  }

  /// As a correction behind a message.
  var offered: String { "; did you mean \(quoted)?" }
}

extension [String] {
  /// `a`, `b` and `c`.
  var listed: String {
    let names = map(\.quoted)
    guard let last = names.last, names.count > 1 else { return names.first ?? "none" }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}
