package import BuildModel
import Diagnostics
package import DockerfileSyntax

extension Linter {
  /// What refuses the build of a target beside its instructions: options of `# check=` that mean nothing, and findings
  /// where the file makes errors of them.
  ///
  /// The checks know no build arguments. Where there are some, what depends on them is left to the build, and findings
  /// behind it that the file makes errors of are not seen. Nor do they know what base images set: with facts about
  /// these, which name only what matters elsewhere, an undefined variable counts in stages from `scratch` alone.
  ///
  /// - Throws: Docker's error, also where the build itself would give it.
  package static func refuse(_ document: Document, options: BuildOptions) throws(BuildError) {
    let result = Linter(LintOptions(scope: .target(options.target))).lint(document)
    guard var error = result.error, options.arguments.isEmpty || error.isOfCheckOptions else { return }
    if error.isOfCheckOptions, options.baseImages != nil, !result.findings.isEmpty {
      let certain = try certain(result.findings, in: document, options)
      guard let first = certain.first else { return }
      error = LintError(violations: Set(certain.map(\.rule)), at: first.range)
    }
    throw BuildError(error.message, dockerLine: error.line, at: error.range, suggestion: error.suggestion)
  }

  /// The findings that hold whatever the base images set.
  private static func certain(
    _ findings: [LintFinding],
    in document: Document,
    _ options: BuildOptions
  ) throws(BuildError) -> [LintFinding] {
    guard findings.contains(where: { $0.rule == .undefinedVar }) else { return findings }
    let build = try Build(of: document, options: options)
    return findings.filter { finding in
      guard finding.rule == .undefinedVar else { return true }
      let stage = build.stages.last { $0.range.lower <= finding.range.lower }
      return stage.flatMap { build.states[$0.index] }?.external == .scratch
    }
  }
}

extension JudgedImage {
  /// The image of a target, where neither Docker's build checks nor the build itself refuse it.
  ///
  /// - Throws: what Docker refuses it for.
  package convenience init(
    building document: Document,
    options: BuildOptions,
    ignoreFile: IgnoreFile = .unknown
  ) throws(BuildError) {
    try Linter.refuse(document, options: options)
    try self.init(of: document, options: options, ignoreFile: ignoreFile)
  }
}
