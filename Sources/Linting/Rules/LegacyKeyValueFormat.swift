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
  mutating func checkFormat(_ pair: Pair, _ node: Node, _ site: Site) {
    guard pair.isLegacy else { return }
    let range = pair.value.map { pair.name.range.union($0.range) } ?? pair.name.range
    report(.legacyKeyValueFormat, site, at: range) { [tables] in
      let name = tables.bytes(node.keyword)
      // Some files have hundreds of them.
      if name.equals("ENV") { return "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format" }
      let text = DockerText.string(name)
      return "\"\(text) key=value\" should be used instead of legacy \"\(text) key value\" format"
    }
  }
}
