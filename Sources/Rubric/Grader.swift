package import BuildModel
package import Diagnostics

/// Judges submissions against one rubric. It keeps no state between them, so that many can be judged at once.
package struct Grader: Sendable {
  package let rubric: Rubric
  package let baseImages: BaseImageFacts
  package let packageManagers: PackageManagerFacts

  package init(rubric: Rubric, baseImages: BaseImageFacts, packageManagers: PackageManagerFacts) {
    self.rubric = rubric
    self.baseImages = baseImages
    self.packageManagers = packageManagers
  }

  /// Grades one file.
  ///
  /// - Parameters:
  ///   - target: the stage to build, as `--target` names it; nil for the last one.
  ///   - buildArguments: as `--build-arg` gives them.
  package func grade(
    _ source: SourceFile,
    target: String? = nil,
    buildArguments: [String: String] = [:]
  ) -> SubmissionResult {
    SubmissionResult(
      submission: source.path,
      sha256: nil,
      status: .failed,
      score: 0,
      maxScore: rubric.maxScore,
      source: source
    )
  }
}
