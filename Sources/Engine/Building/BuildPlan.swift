package import BuildModel
package import Course

/// What is the same for all submissions that are built.
package struct BuildPlan: Sendable {
  /// Of what an engine wrote before it gave up.
  static let mostLines = 12

  /// The files of the exercise, without its Dockerfile.
  package var files: [ContentFile]
  package var target: String?
  package var arguments: [String: String]
  package var facts: BaseImageFacts
  package var packageManagers: PackageManagerFacts

  package init(
    files: [ContentFile],
    target: String? = nil,
    arguments: [String: String] = [:],
    facts: BaseImageFacts,
    packageManagers: PackageManagerFacts
  ) {
    self.files = files.filter { $0.path != "Dockerfile" }
    self.target = target
    self.arguments = arguments
    self.facts = facts
    self.packageManagers = packageManagers
  }
}
