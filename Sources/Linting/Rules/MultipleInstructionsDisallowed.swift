import Diagnostics
import DockerfileSyntax

extension LintRule.Definition {
  static let multipleInstructionsDisallowed = Self(
    name: "MultipleInstructionsDisallowed",
    summary: "A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK: only the last of each has an effect.",
    page: "multiple-instructions-disallowed"
  )
}

extension LintWalk {
  /// Points at the earlier one, which has no effect; the later one's comments say whether it is told.
  /// - Returns: the later one's place.
  @inline(__always)
  mutating func markOnce(_ earlier: InstructionMark?, _ node: NodePointer, _ site: Site) -> InstructionMark {
    if let earlier { reportEarlier(earlier, node, site) }
    return InstructionMark(startLine: site.start, endLine: site.end, keyword: node.pointee.keyword.range)
  }

  @inline(never)
  private mutating func reportEarlier(_ earlier: InstructionMark, _ node: NodePointer, _ site: Site) {
    let place = Site(rules: site.rules, start: earlier.startLine, end: earlier.endLine)
    let keyword = tables.bytes(node.pointee.keyword)
    report(.multipleInstructionsDisallowed, place, at: earlier.keyword) { text in
      text.append("Multiple ")
      text.append(shown: keyword)
      text.append(" instructions should not be used in the same stage because only the last one will be used")
    }
  }
}
