extension LintRule.Definition {
  /// A registry alone knows for what platform an image was made: the rule is listed, and never judged.
  static let invalidBaseImagePlatform = Self(
    name: "InvalidBaseImagePlatform",
    summary: "The base image is there for the platform that is built for.",
    page: "invalid-base-image-platform",
    requirement: .registry
  )
}
