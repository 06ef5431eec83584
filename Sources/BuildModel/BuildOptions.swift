/// What is said about a build beside the Dockerfile itself.
package struct BuildOptions: Sendable {
  /// As `--target` names it; nil for the last stage.
  package var target: String?
  /// As `--build-arg` gives them.
  package var arguments: [String: String]
  /// nil leaves every external image unknown, with an empty configuration.
  package var baseImages: BaseImageFacts?
  package var packageManagers: PackageManagerFacts

  package init(
    target: String? = nil,
    arguments: [String: String] = [:],
    baseImages: BaseImageFacts?,
    packageManagers: PackageManagerFacts
  ) {
    self.target = target
    self.arguments = arguments
    self.baseImages = baseImages
    self.packageManagers = packageManagers
  }
}
