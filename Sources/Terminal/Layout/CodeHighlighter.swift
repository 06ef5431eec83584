import Diagnostics
import Session

/// Lightly colours a Dockerfile or a shell script for reading. It only decorates: nothing is judged by it.
struct CodeHighlighter {
  private enum Language { case dockerfile, shell, other }

  private let language: Language

  init(language: String) {
    self.language =
      switch language.lowercased() {
      case "dockerfile", "docker": .dockerfile
      case "sh", "bash", "shell", "console": .shell
      default: .other
      }
  }

  func lines(_ source: [String]) -> [StyledLine] {
    var continues = false
    return source.map { line in
      defer { continues = language == .dockerfile && line.hasSuffix("\\") }
      return self.line(line, continues: continues)
    }
  }

  private func line(_ line: String, continues: Bool) -> StyledLine {
    let body = line.drop { $0 == " " }
    if language == .other || body.isEmpty { return StyledLine(line) }
    if body.first == "#" { return StyledLine(line, .comment) }
    guard language == .dockerfile, !continues else { return StyledLine(words(line[...])) }
    let keyword = body.prefix { $0.isASCII && $0.isUppercase }
    let rest = body.dropFirst(keyword.count)
    guard keyword.count > 1, rest.isEmpty || rest.first == " " else { return StyledLine(words(line[...])) }
    let indent = Text.Span(String(line.prefix(line.count - body.count)))
    let instruction = Text.Span(String(keyword), roles: [.keyword])
    return StyledLine([indent, instruction] + words(rest, isFrom: keyword == "FROM"))
  }

  /// Quoted text, variables, and the AS of a FROM.
  private func words(_ text: Substring, isFrom: Bool = false) -> [Text.Span] {
    var spans: [Text.Span] = []
    var rest = text
    var plain = ""
    while let letter = rest.first {
      let special = special(rest, isFrom: isFrom && plain.last == " ")
      guard let (length, role) = special else {
        plain.append(letter)
        rest.removeFirst()
        continue
      }
      if !plain.isEmpty { spans.append(Text.Span(plain)) }
      spans.append(Text.Span(String(rest.prefix(length)), roles: [role]))
      rest = rest.dropFirst(length)
      plain = ""
    }
    if !plain.isEmpty { spans.append(Text.Span(plain)) }
    return spans
  }

  private func special(_ text: Substring, isFrom: Bool) -> (Int, Style.Role)? {
    switch text.first {
    case "\"", "'":
      guard let end = text.dropFirst().firstIndex(where: { $0 == text.first }) else { return nil }
      return (text.distance(from: text.startIndex, to: end) + 1, .string)
    case "$":
      let name = text.dropFirst()
      if name.first == "{", let end = name.firstIndex(of: "}") {
        return (text.distance(from: text.startIndex, to: end) + 1, .variable)
      }
      let length = name.prefix { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }.count
      return length > 0 ? (length + 1, .variable) : nil
    case "A", "a":
      let isAs = isFrom && text.prefix(2).uppercased() == "AS" && text.dropFirst(2).first == " "
      return isAs ? (2, .keyword) : nil
    default: return nil
    }
  }
}
