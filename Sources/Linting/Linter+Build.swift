package import BuildModel
package import DockerfileSyntax

extension Linter {
  /// What refuses the build of a target beside its instructions: options of `# check=` that mean nothing, and findings
  /// where the file makes errors of them.
  ///
  /// - Throws: Docker's error, also where the build itself would give it.
  package static func refuse(_ document: Document, target: String?) throws(BuildError) {
    let result = Linter(LintOptions(scope: .target(target))).lint(document)
    guard let error = result.error else { return }
    throw BuildError(error.message, dockerLine: error.line, at: error.range, suggestion: error.suggestion)
  }
}
