import DockerfileSyntax

extension LintRule.Definition {
  static let stageNameCasing = Self(
    name: "StageNameCasing",
    summary: "The name of a stage is written in small letters.",
    page: "stage-name-casing"
  )
}

extension LintWalk {
  /// Judges the third of three words behind FROM, whatever the second is.
  mutating func checkStageNameCasing(_ name: Word, _ site: Site) {
    guard !tables.isSmall(name) else { return }
    let written = tables.bytes(name)
    report(.stageNameCasing, site, at: name.range) { text in
      text.append("Stage name '")
      text.append(shown: written)
      text.append("' should be lowercase")
    }
  }
}
