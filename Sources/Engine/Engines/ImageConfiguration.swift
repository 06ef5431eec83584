import BuildModel

/// The configuration of an image as an engine tells it, in the terms of an image's `config` object. What is not set is
/// empty.
struct ImageConfiguration: Hashable, Sendable {
  var user = ""
  var environment: [String] = []
  var entrypoint: [String] = []
  var command: [String] = []
  var workingDirectory = ""
  /// `3000/tcp`, sorted.
  var exposedPorts: [String] = []
  /// Sorted.
  var volumes: [String] = []
  var labels: [String: String] = [:]
  var stopSignal = ""
  var shell: [String] = []
  var onBuild: [String] = []
  var healthcheck: EffectiveImage.Probe?
  /// Names of fields that the engine never tells of.
  var untold: Set<String> = []
}

extension ImageConfiguration: Decodable {
  private enum CodingKeys: String, CodingKey {
    case user = "User"
    case environment = "Env"
    case entrypoint = "Entrypoint"
    case command = "Cmd"
    case workingDirectory = "WorkingDir"
    case exposedPorts = "ExposedPorts"
    case volumes = "Volumes"
    case labels = "Labels"
    case stopSignal = "StopSignal"
    case shell = "Shell"
    case onBuild = "OnBuild"
    case healthcheck = "Healthcheck"
  }

  /// `{}` in a map whose keys alone count.
  private struct Nothing: Decodable {}

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func list(_ key: CodingKeys) throws -> [String] { try fields.decodeIfPresent([String].self, forKey: key) ?? [] }
    func text(_ key: CodingKeys) throws -> String { try fields.decodeIfPresent(String.self, forKey: key) ?? "" }
    func keys(_ key: CodingKeys) throws -> [String] {
      (try fields.decodeIfPresent([String: Nothing].self, forKey: key) ?? [:]).keys.sorted()
    }
    user = try text(.user)
    environment = try list(.environment)
    entrypoint = try list(.entrypoint)
    command = try list(.command)
    workingDirectory = try text(.workingDirectory)
    exposedPorts = try keys(.exposedPorts)
    volumes = try keys(.volumes)
    labels = try fields.decodeIfPresent([String: String].self, forKey: .labels) ?? [:]
    stopSignal = try text(.stopSignal)
    shell = try list(.shell)
    onBuild = try list(.onBuild)
    healthcheck = try fields.decodeIfPresent(EngineProbe.self, forKey: .healthcheck)?.probe
  }
}

/// A health check as engines write it: what is zero may be absent.
struct EngineProbe: Decodable {
  private enum CodingKeys: String, CodingKey {
    case test = "Test"
    case interval = "Interval"
    case timeout = "Timeout"
    case startPeriod = "StartPeriod"
    case startInterval = "StartInterval"
    case retries = "Retries"
  }

  /// nil for one without a test, which is none.
  let probe: EffectiveImage.Probe?

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    func time(_ key: CodingKeys) throws -> Int64 { try fields.decodeIfPresent(Int64.self, forKey: key) ?? 0 }
    let test = try fields.decodeIfPresent([String].self, forKey: .test) ?? []
    let found = EffectiveImage.Probe(
      test: test,
      interval: try time(.interval),
      timeout: try time(.timeout),
      startPeriod: try time(.startPeriod),
      startInterval: try time(.startInterval),
      retries: try fields.decodeIfPresent(Int.self, forKey: .retries) ?? 0
    )
    probe = test.isEmpty ? nil : found
  }
}
