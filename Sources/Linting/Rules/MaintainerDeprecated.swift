import DockerfileSyntax

extension LintRule.Definition {
  static let maintainerDeprecated = Self(
    name: "MaintainerDeprecated",
    summary: "Who maintains an image is said in a label; MAINTAINER is deprecated.",
    page: "maintainer-deprecated"
  )
}

extension LintWalk {
  /// Judged before anything else is known of the line.
  mutating func checkMaintainer(_ node: NodePointer) {
    report(.maintainerDeprecated, site(node), at: node.pointee.keyword.range) { text in
      text.append("Maintainer instruction is deprecated in favor of using label")
    }
  }
}
