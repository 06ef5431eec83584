import Diagnostics
import DockerfileSyntax

extension LintRule.Definition {
  static let legacyKeyValueFormat = Self(
    name: "LegacyKeyValueFormat",
    summary: "ENV and LABEL put a `=` between name and value.",
    page: "legacy-key-value-format"
  )
}

extension LintWalk {
  /// - Parameter index: of a pair.
  @inline(__always)
  mutating func checkFormat(_ index: Int, _ node: NodePointer, _ site: Site) {
    if tables.pairs[index].isLegacy { reportFormat(tables.pairs[index], node, site) }
  }

  @inline(never)
  private mutating func reportFormat(_ pair: Pair, _ node: NodePointer, _ site: Site) {
    let range = pair.value.map { pair.name.range.union($0.range) } ?? pair.name.range
    let keyword = tables.bytes(node.pointee.keyword)
    report(.legacyKeyValueFormat, site, at: range) { text in
      text.append("\"")
      text.append(shown: keyword)
      text.append(" key=value\" should be used instead of legacy \"")
      text.append(shown: keyword)
      text.append(" key value\" format")
    }
  }
}
