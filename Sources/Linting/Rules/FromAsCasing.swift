import DockerfileSyntax

extension LintRule.Definition {
  static let fromAsCasing = Self(
    name: "FromAsCasing",
    summary: "AS is written in the same letters as its FROM: both small, or both in capitals.",
    page: "from-as-casing"
  )
}

extension LintWalk {
  /// A FROM in mixed letters is another rule's matter.
  mutating func checkFromAsCasing(_ node: NodePointer, as word: Word, _ site: Site) {
    let isRight: Bool
    let keyword = tables.bytes(node.pointee.keyword)
    switch Casing(keyword) {
    case .small: isRight = tables.isSmall(word)
    case .large: isRight = tables.isLarge(word)
    case .mixed: return
    }
    if isRight { return }
    let written = tables.bytes(word)
    report(.fromAsCasing, site, at: word.range) { text in
      text.append("'")
      text.append(shown: written)
      text.append("' and '")
      text.append(shown: keyword)
      text.append("' keywords' casing do not match")
    }
  }
}
