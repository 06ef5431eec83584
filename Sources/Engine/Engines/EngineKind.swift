/// The container engines that can build an image, in the order in which they are looked for: those with a store of
/// their own for the occasion come first, for they leave nothing behind in the user's.
package enum EngineKind: String, Hashable, Sendable, CaseIterable {
  case buildah, podman, docker
}

/// How submissions are built.
package struct EngineSettings: Hashable, Sendable {
  /// nil for the first one that works.
  package var kind: EngineKind?
  /// For each submission.
  package var buildLimit: Duration
  /// Whether base images that are not there may be fetched.
  package var allowsPull: Bool
  /// Whether RUN instructions reach the network.
  package var allowsNetwork: Bool

  package init(
    kind: EngineKind? = nil,
    buildLimit: Duration = .seconds(600),
    allowsPull: Bool = false,
    allowsNetwork: Bool = false
  ) {
    self.kind = kind
    self.buildLimit = buildLimit
    self.allowsPull = allowsPull
    self.allowsNetwork = allowsNetwork
  }
}

/// No engine can do what was asked for: exit status 3.
package struct EngineError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
