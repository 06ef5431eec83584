import DockerfileSyntax

extension LintRule.Definition {
  static let reservedStageName = Self(
    name: "ReservedStageName",
    summary: "No stage is called scratch or context: Docker has a meaning for them.",
    page: "reserved-stage-name"
  )
}

extension LintWalk {
  /// Comments above the FROM have no say in this.
  mutating func checkReserved(_ name: Bytes, _ word: Word, _ stage: Int) {
    guard name.equals("scratch") || name.equals("context") else { return }
    report(.reservedStageName, plainSite(tables.from(stage)), at: word.range) { text in
      text.append("Stage name should not use the same name as reserved stage ")
      text.append(quoted: name)
    }
  }
}
