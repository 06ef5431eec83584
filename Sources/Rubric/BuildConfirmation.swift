/// What a container engine said of a submission when it really built it. The mark stays that of the checks.
package struct BuildConfirmation: Hashable, Sendable {
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The image was built, and nothing that could be compared differs from what was read out of the file.
    case confirmed
    /// The image was built and is another one than the file was read to yield.
    case contradicted
    /// The engine did not get to the end of the file.
    case failed
    case timedOut = "timed-out"
    /// Nothing can be said, through no fault of the submission: a base image is not there, the engine lacks something.
    case unconfirmed
    /// There was nothing to build: Docker refuses the file, or it could not be read.
    case notBuilt = "not-built"
  }

  /// A field of the image's configuration, on both sides.
  package struct Field: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable, CaseIterable {
      case agrees
      case contradicts
      /// They differ, and this engine is known to differ from Docker here.
      case deviates
      case notComparable = "not-comparable"
    }

    /// As an image's configuration calls it: `User`, `Cmd`.
    package var name: String
    package var status: Status
    /// As one line; empty where the field is not set.
    package var expected: String
    package var built: String
    /// Why it deviates or cannot be compared.
    package var reason: String?

    package init(name: String, status: Status, expected: String, built: String, reason: String? = nil) {
      self.name = name
      self.status = status
      self.expected = expected
      self.built = built
      self.reason = reason
    }
  }

  /// `buildah`, `podman` or `docker`.
  package var engine: String
  package var version: String
  package var verdict: Verdict
  /// One line about a verdict that is not `confirmed`.
  package var reason: String?
  /// Wall-clock time of the build; nil when none was begun.
  package var milliseconds: Int?
  /// Of all layers, uncompressed where the engine says so; nil without an image.
  package var bytes: Int?
  package var fields: [Field]
  /// The last lines that the engine wrote, when it did not build the image.
  package var output: [String]

  package init(
    engine: String,
    version: String,
    verdict: Verdict,
    reason: String? = nil,
    milliseconds: Int? = nil,
    bytes: Int? = nil,
    fields: [Field] = [],
    output: [String] = []
  ) {
    self.engine = engine
    self.version = version
    self.verdict = verdict
    self.reason = reason
    self.milliseconds = milliseconds
    self.bytes = bytes
    self.fields = fields
    self.output = output
  }
}
