import BuildModel

/// What advice takes into account.
extension JudgedImage {
  /// Node is what this file is about: in the image, or in a stage of it.
  var isMadeForNode: Bool {
    build.stages.contains { stage in
      guard case .image(let reference) = stage.base else { return false }
      return reference.repository.hasSuffix("/node") || ExactText.contains("/nodejs", in: reference.repository)
    }
  }

  /// An image to build in.
  var builderBase: String { isMadeForNode ? "node:26-alpine" : base.name }

  /// A small image to start the final stage from.
  var smallBase: String { isMadeForNode ? "node:26-alpine" : "an -alpine, -slim or distroless image of the runtime" }
}
