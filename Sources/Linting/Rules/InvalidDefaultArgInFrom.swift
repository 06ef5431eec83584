import DockerfileSyntax

extension LintRule.Definition {
  static let invalidDefaultArgInFrom = Self(
    name: "InvalidDefaultArgInFrom",
    summary: "With the defaults of the arguments alone, every FROM names an image.",
    page: "invalid-default-arg-in-from"
  )
}

extension LintWalk {
  /// Comments above the FROM have no say in this, and a stage's name must be good for an image, too.
  mutating func reportInvalidDefault(_ word: Word, _ stage: Int) {
    let written = tables.bytes(word)
    report(.invalidDefaultArgInFrom, plainSite(tables.from(stage)), at: word.range) { text in
      text.append("Default value for ARG ")
      text.append(shown: written)
      text.append(" results in empty or invalid base image name")
    }
  }
}
