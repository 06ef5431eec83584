import DockerfileSyntax

extension LintRule.Definition {
  static let workdirRelativePath = Self(
    name: "WorkdirRelativePath",
    summary: "The first WORKDIR of a build is absolute, so that it does not hang on the base image's own.",
    page: "workdir-relative-path"
  )
}

extension LintWalk {
  /// The first one mends all that follow, in the stages that start from this one, too.
  mutating func checkWorkdir(_ path: Bytes, isAbsolute: Bool, _ word: Word, _ site: Site) {
    guard !state.hasWorkdir, !isAbsolute else { return }
    report(.workdirRelativePath, site, at: word.range) { text in
      text.append("Relative workdir ")
      text.append(quoted: path)
      text.append(" can have unexpected results if the base image changes")
    }
  }
}
