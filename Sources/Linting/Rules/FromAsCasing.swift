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
  mutating func checkFromAsCasing(_ node: Node, as word: Word, _ site: Site) {
    let isRight: Bool
    switch Casing(tables.bytes(node.keyword)) {
    case .small: isRight = tables.isSmall(word)
    case .large: isRight = tables.isLarge(word)
    case .mixed: return
    }
    if isRight { return }
    report(.fromAsCasing, site, at: word.range) { [tables] in
      "'\(tables.string(word))' and '\(tables.string(node.keyword))' keywords' casing do not match"
    }
  }
}
