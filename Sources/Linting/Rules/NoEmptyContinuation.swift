import Diagnostics
import DockerfileSyntax

extension LintRule.Definition {
  static let noEmptyContinuation = Self(
    name: "NoEmptyContinuation",
    summary: "No empty line stands within an instruction that goes on over several lines.",
    page: "no-empty-continuation"
  )
}

extension LintWalk {
  /// The parser has seen them. Docker names the last line of the instruction.
  mutating func checkEmptyContinuations() {
    guard tables.document.hasWarnings else { return }
    for warning in tables.document.warnings {
      let line = UInt32(clamping: warning.dockerLine)
      let site = Site(rules: check.rules, start: line, end: line)
      report(.noEmptyContinuation, site, at: emptyLine(in: warning.range)) { $0.append("Empty continuation line") }
    }
  }

  /// The first line with nothing but blanks.
  private func emptyLine(in range: SourceRange) -> SourceRange {
    var start = range.offsets.lowerBound
    for index in range.offsets where tables.source[index] == 0x0A {
      let line = start..<index
      if tables.source[line].allSatisfy({ $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }) { return SourceRange(line) }
      start = index + 1
    }
    return range
  }
}
