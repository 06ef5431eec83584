/// Whether a `.dockerignore` stands beside the Dockerfile.
package enum IgnoreFile: Hashable, Sendable {
  case present
  case absent
  /// Only the Dockerfile was handed in.
  case unknown
}
