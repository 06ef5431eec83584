/// What a fault is about, and with it the checks that ought to find it.
package enum FaultFamily: String, Hashable, Sendable, CaseIterable {
  case user, health, base, stages, files, start, ports, environment, directory, dependencies, arguments, metadata

  /// The ids of the checks that the fault belongs to. Points that are lost on others are lost by chance.
  package var checks: Set<String> {
    switch self {
    case .user:
      ["non-root-user", "user-exists", "runs-as", "root-work-first", "copy-ownership", "writable-path"]
    case .health: ["healthcheck", "healthcheck-probe", "healthcheck-timing"]
    case .base: Self.bases
    case .stages: Self.divisions.union(Self.contents)
    case .files: Self.contents.union(["layer-order", "dependency-layer", "lockfile-copied", "locked-install"])
    case .start: ["runnable-command", "start-program", "exec-form-command", "direct-process", "open-address"]
    case .ports: ["exposed-port", "unprivileged-ports"]
    case .environment:
      [
        "environment-variable", "node-environment", "production-dependencies", "static-binary", "target-architecture",
        "open-address", "runnable-command", "writable-path", "unprivileged-ports",
      ]
    case .directory: Self.contents.union(["working-directory", "builder-stage", "production-stage"])
    case .dependencies:
      [
        "production-dependencies", "locked-install", "dependency-layer", "lockfile-copied", "package-cache-clean",
        "small-dependencies", "cache-mount", "needed-packages", "installed-packages", "same-layer-removal",
      ]
    case .arguments:
      ["build-argument", "build-platform", "target-architecture", "matching-release", "environment-variable"]
    case .metadata: ["labels-set", "declared-volume", "stop-signal"]
    }
  }

  private static let bases: Set<String> = [
    "production-stage", "base-kind", "base-image", "build-tools-absent", "matching-libraries", "matching-release",
    "programs-absent", "shell-in-image", "starts-from", "pinned-base", "living-release", "known-programs",
    "certificates-present", "runnable-command", "static-binary", "user-exists", "healthcheck-probe",
  ]

  /// How the build is divided.
  private static let divisions: Set<String> = [
    "builder-stage", "production-stage", "contributing-stages", "needs-stage", "reachable-stages", "stage-comments",
    "stage-count", "stage-exists", "stage-names", "starts-from", "target-skips", "runs-tests", "build-tools-absent",
    "base-kind", "build-platform", "production-dependencies",
  ]

  /// What lies in the image, and what its lying there makes possible.
  private static let contents: Set<String> = [
    "files-in-image", "files-absent", "copied-from", "copied-from-image", "copy-over-add", "ignore-file",
    "no-source-tree", "no-secrets", "runnable-command", "executable-file", "unmoved-copy", "writable-path",
    "copy-ownership", "certificates-present", "contributing-stages", "builder-stage", "production-stage",
    "production-dependencies",
  ]
}
