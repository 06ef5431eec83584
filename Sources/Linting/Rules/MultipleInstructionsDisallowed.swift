import Diagnostics
import DockerfileSyntax

extension LintRule.Definition {
  static let multipleInstructionsDisallowed = Self(
    name: "MultipleInstructionsDisallowed",
    summary: "A stage has one CMD, one ENTRYPOINT and one HEALTHCHECK: only the last of each has an effect.",
    page: "multiple-instructions-disallowed"
  )
}

/// Where a stage has its CMD, ENTRYPOINT or HEALTHCHECK.
struct InstructionMark {
  let site: Site
  let keyword: Word
}

extension LintWalk {
  /// Points at the earlier one, which has no effect; the later one's comments say whether it is told.
  mutating func checkUsedOnce(_ earlier: inout InstructionMark?, _ node: Node, _ site: Site) {
    if let earlier {
      let place = Site(rules: site.rules, start: earlier.site.start, end: earlier.site.end)
      report(.multipleInstructionsDisallowed, place, at: earlier.keyword.range) { [tables] in
        let name = tables.string(node.keyword)
        let reason = "because only the last one will be used"
        return "Multiple \(name) instructions should not be used in the same stage \(reason)"
      }
    }
    earlier = InstructionMark(site: site, keyword: node.keyword)
  }
}
