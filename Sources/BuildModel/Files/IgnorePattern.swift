/// One pattern of a `.dockerignore`, cleaned.
///
/// `*` and `?` stand for characters of one component, `**` for any number of components; `[a-z]` and `\x` as in Go's
/// `filepath.Match`. BuildKit makes a regular expression of it, but not of every one: a pattern without any sign is the
/// path itself, `**` at its end makes it a beginning, and at its start an ending.
struct IgnorePattern: Sendable {
  /// As written.
  let text: String
  private let kind: Kind

  private enum Kind: Sendable {
    case exact([Unicode.Scalar])
    case beginning([Unicode.Scalar])
    case ending([Unicode.Scalar])
    case expression(IgnoreExpression)
  }

  /// nil for what is no pattern: an open bracket, a range without an end, an escape of nothing.
  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    guard IgnoreExpression.isPattern(scalars) else { return nil }
    self.text = text
    switch IgnoreExpression.shape(of: scalars) {
    case .exact: kind = .exact(scalars)
    case .beginning: kind = .beginning(Array(scalars.dropLast(2)))
    case .ending: kind = .ending(Array(scalars.dropFirst(2)))
    case .expression(let expression): kind = .expression(expression)
    }
  }

  /// Whether a path, or the path of a folder that it is in, matches.
  func matches(_ path: [Unicode.Scalar]) -> Bool {
    switch kind {
    case .exact(let text): return Self.ends(of: path).contains { path[..<$0].elementsEqual(text) }
    case .beginning(let text): return Self.ends(of: path).contains { path[..<$0].starts(with: text) }
    case .ending(let text):
      return Self.ends(of: path).contains { end in
        if end >= text.count, path[end - text.count..<end].elementsEqual(text) { return true }
        return text.first == "/" && path[..<end].elementsEqual(text.dropFirst())
      }
    case .expression(let expression): return expression.matches(path, endingAt: Self.ends(of: path))
    }
  }

  /// Where the path ends, and the paths of the folders that it is in, in rising order.
  private static func ends(of path: [Unicode.Scalar]) -> [Int] {
    guard let last = path.lastIndex(of: "/") else { return [path.count] }
    var ends = path[...last].indices.filter { path[$0] == "/" }
    // In the root itself, Docker also asks for the root.
    if last == 0, path.count > 1 { ends.append(1) }
    return ends + [path.count]
  }
}
