extension String {
  /// The text with control characters written as escapes: names and values come from files that anybody may have written.
  var escaped: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// In backquotes, and cut where it is too long to read.
  var quoted: String {
    count > 60 ? "`\(prefix(59).description.escaped)…`" : "`\(escaped)`"
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
