/// The configuration of the image that a target yields, in the terms of an image's `config` object.
///
/// Durations are in nanoseconds. nil was never set, an empty list was set to nothing.
package struct EffectiveImage: Hashable, Sendable {
  package var user = ""
  package var environment: [String] = []
  package var entrypoint: [String]?
  package var command: [String]?
  package var workingDirectory = ""
  /// `3000/tcp`, sorted.
  package var exposedPorts: [String]?
  package var volumes: [String]?
  package var labels: [ExactText: String]?
  package var stopSignal = ""
  package var shell: [String]?
  package var onBuild: [String]?
  package var healthcheck: Probe?
  /// The fields that still come from the external base image.
  package var inherits: [Field] = []

  package struct Probe: Hashable, Sendable {
    /// `["CMD-SHELL", text]`, `["CMD", …]` or `["NONE"]`.
    package var test: [String]
    package var interval: Int64
    package var timeout: Int64
    package var startPeriod: Int64
    package var startInterval: Int64
    package var retries: Int

    package init(
      test: [String],
      interval: Int64 = 0,
      timeout: Int64 = 0,
      startPeriod: Int64 = 0,
      startInterval: Int64 = 0,
      retries: Int = 0
    ) {
      self.test = test
      self.interval = interval
      self.timeout = timeout
      self.startPeriod = startPeriod
      self.startInterval = startInterval
      self.retries = retries
    }
  }

  /// In the order in which they are told.
  package enum Field: String, Hashable, Sendable, CaseIterable {
    case user = "User"
    case workingDirectory = "WorkingDir"
    /// A relative WORKDIR came first: the base's folder stands before it.
    case workingDirectoryPrefix = "WorkingDirPrefix"
    case entrypoint = "Entrypoint"
    case command = "Cmd"
    case shell = "Shell"
    case healthcheck = "Healthcheck"
    case stopSignal = "StopSignal"
    case environment = "Env"
    case labels = "Labels"
    case exposedPorts = "ExposedPorts"
    case volumes = "Volumes"
  }

  package init() {}
}
