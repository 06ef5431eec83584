package import BuildModel
package import DockerfileSyntax

extension Linter {
  /// What refuses the build of a target beside its instructions: options of `# check=` that mean nothing, and findings
  /// where the file makes errors of them.
  ///
  /// The checks know no build arguments. Where there are some, what depends on them is left to the build, and findings
  /// behind it that the file makes errors of are not seen.
  ///
  /// - Throws: Docker's error, also where the build itself would give it.
  package static func refuse(
    _ document: Document,
    target: String?,
    arguments: [String: String] = [:]
  ) throws(BuildError) {
    let result = Linter(LintOptions(scope: .target(target))).lint(document)
    guard let error = result.error, arguments.isEmpty || error.isOfCheckOptions else { return }
    throw BuildError(error.message, dockerLine: error.line, at: error.range, suggestion: error.suggestion)
  }
}
