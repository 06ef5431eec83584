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
  mutating func reportDuplicate(_ name: Bytes, _ word: Word, _ stage: Int) {
    report(.duplicateStageName, plainSite(tables.from(stage)), at: word.range) { text in
      text.append("Duplicate stage name ")
      text.append(quoted: name)
      text.append(", stage names should be unique")
    }
  }
}
