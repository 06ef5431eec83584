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
  mutating func reportInvalidDefault(_ word: Word, _ node: Node) {
    report(.invalidDefaultArgInFrom, plainSite(node), at: word.range) { [tables] in
      "Default value for ARG \(tables.string(word)) results in empty or invalid base image name"
    }
  }
}
