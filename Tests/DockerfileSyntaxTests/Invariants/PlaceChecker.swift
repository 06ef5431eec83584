import Diagnostics
import DockerfileSyntax

/// Lines and columns are those that one gets by counting.
struct PlaceChecker {
  let document: Document
  private(set) var found: [String] = []
  private let table: LineTable
  /// The place of each offset, the end of the source among them.
  private let places: [SourcePosition]

  init(document: Document) {
    self.document = document
    table = LineTable(bytes: document.source.array)
    places = Self.count(document.source.array)
  }

  mutating func check() {
    for node in document.nodes {
      check(node.range, "node")
      check(node.keyword.range, "keyword")
      let lines = places[node.range.offsets.lowerBound].line...places[node.range.offsets.upperBound].line
      // A long line is cut, and its number is the one where reading stopped.
      if !document.isCutOff,
        lines.lowerBound < Int(node.startLine) || lines.upperBound > Int(node.endLine)
      {
        found.append("lines \(lines) outside of \(node.startLine) to \(node.endLine)")
      }
    }
    for flag in document.flags {
      check(flag.range, "flag")
      check(flag.name.range, "flag name")
      if let value = flag.value { check(value.range, "flag value") }
    }
    for word in document.words { check(word.range, "word") }
    for pair in document.pairs {
      check(pair.name.range, "name")
      if let value = pair.value { check(value.range, "value") }
    }
    for heredoc in document.heredocs {
      check(heredoc.name.range, "heredoc")
      check(document.range(of: heredoc.content), "body")
    }
    for directive in document.directives {
      check(directive.value.range, "directive")
      if places[directive.value.range.offsets.lowerBound].line != Int(directive.line) {
        found.append("directive's line")
      }
    }
    for comment in document.comments { check(document.range(of: comment), "comment") }
    for problem in document.problems { check(problem.range, "problem") }
    for warning in document.warnings { check(warning.range, "warning") }
  }

  private mutating func check(_ range: SourceRange, _ what: String) {
    for offset in [range.offsets.lowerBound, range.offsets.upperBound] {
      let place = table.position(at: offset)
      guard place != places[offset] else { continue }
      found.append("\(what): byte \(offset) is at \(place), counted \(places[offset])")
    }
  }

  /// Goes over all bytes; a scalar counts with its first byte, and what is no UTF-8 as the U+FFFD shown for it.
  private static func count(_ source: [UInt8]) -> [SourcePosition] {
    var places: [SourcePosition] = []
    places.reserveCapacity(source.count + 1)
    var line = 1
    var start = 0
    while start < source.count {
      let end = source[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.count
      places += columns(source[start..<end]).map { SourcePosition(line: line, column: $0) }
      if end < source.count { line += 1 }
      start = end
    }
    // The place behind the last byte is on its line, even after a line feed.
    let last = source.split(separator: 0x0A, omittingEmptySubsequences: false)
    let rest = source.last == 0x0A ? (last.dropLast().last ?? []) + [0x0A] : last.last ?? []
    places.append(SourcePosition(line: line, column: String(decoding: rest, as: UTF8.self).unicodeScalars.count + 1))
    return places
  }

  private static func columns(_ line: ArraySlice<UInt8>) -> [Int] {
    guard String(validating: line, as: UTF8.self) != nil else {
      return line.indices.map {
        String(decoding: line[line.startIndex..<$0], as: UTF8.self).unicodeScalars.count + 1
      }
    }
    var column = 0
    return line.map { byte in
      defer { if byte & 0xC0 != 0x80 { column += 1 } }
      return column + 1
    }
  }
}
