package import BuildModel

/// A Dockerfile that passes or fails a check, with all that the check is asked with.
package struct CheckExample: Hashable, Sendable, ExpressibleByStringLiteral {
  package var dockerfile: String
  /// The check's parameters.
  package var arguments: [String: WrittenValue]
  package var stage: StageSelector
  /// Whether a `.dockerignore` stands beside it.
  package var ignoreFile: IgnoreFile
  /// A stage in front of it would change what the check says.
  package var isAboutAllStages: Bool

  package init(
    _ dockerfile: String,
    with arguments: [String: WrittenValue] = [:],
    of stage: StageSelector = .final,
    ignoreFile: IgnoreFile = .unknown,
    isAboutAllStages: Bool = false
  ) {
    self.dockerfile = dockerfile
    self.arguments = arguments
    self.stage = stage
    self.ignoreFile = ignoreFile
    self.isAboutAllStages = isAboutAllStages
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }
}
