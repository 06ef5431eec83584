import DockerfileSyntax

extension LintWalk {
  func checkSourceDate() throws(LintError) {}
}
