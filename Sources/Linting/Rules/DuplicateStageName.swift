import DockerfileSyntax

extension LintRule.Definition {
  static let duplicateStageName = Self(
    name: "DuplicateStageName",
    summary: "Two stages never have the same name.",
    page: "duplicate-stage-name"
  )
}

extension LintWalk {
  /// Comments above the FROM have no say in this.
  mutating func reportDuplicate(_ name: Bytes, _ word: Word, _ node: Node) {
    report(.duplicateStageName, plainSite(node), at: word.range) {
      "Duplicate stage name \(DockerText.quoted(name)), stage names should be unique"
    }
  }
}
