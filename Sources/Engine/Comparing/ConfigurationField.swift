import BuildModel
import Foundation
import Rubric

/// A field of an image's configuration that is compared, in the order of the report.
enum ConfigurationField: String, Hashable, Sendable, CaseIterable {
  case user = "User"
  case healthcheck = "Healthcheck"
  case entrypoint = "Entrypoint"
  case command = "Cmd"
  case environment = "Env"
  case workingDirectory = "WorkingDir"
  case exposedPorts = "ExposedPorts"
  case volumes = "Volumes"
  case labels = "Labels"
  case stopSignal = "StopSignal"
  case shell = "Shell"
  case onBuild = "OnBuild"

  /// One line that is the same for values that mean the same; empty for what is not set.
  func text(of image: ImageConfiguration) -> String {
    switch self {
    case .user: image.user
    case .healthcheck: image.healthcheck.map(Self.text) ?? ""
    case .entrypoint: Self.list(image.entrypoint)
    case .command: Self.list(image.command)
    case .environment: Self.list(Self.lastOnes(image.environment))
    case .workingDirectory: image.workingDirectory
    case .exposedPorts: Self.list(image.exposedPorts)
    case .volumes: Self.list(image.volumes)
    case .labels: Self.list(image.labels.map { "\($0.key)=\($0.value)" }.sorted())
    case .stopSignal: image.stopSignal
    case .shell: Self.list(image.shell)
    case .onBuild: Self.list(image.onBuild)
    }
  }

  /// As JSON, so that no value can look like two.
  private static func list(_ words: [String]) -> String {
    guard !words.isEmpty else { return "" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(words)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The order of variables means nothing, and of two with one name the last one counts.
  private static func lastOnes(_ environment: [String]) -> [String] {
    var found: [Substring: String] = [:]
    for entry in environment { found[entry.prefix { $0 != "=" }] = entry }
    return found.values.sorted()
  }

  private static func text(_ probe: EffectiveImage.Probe) -> String {
    var parts: [String] = []
    for (name, value) in [
      ("interval", probe.interval), ("timeout", probe.timeout), ("start-period", probe.startPeriod),
      ("start-interval", probe.startInterval),
    ] where value != 0 {
      parts.append("\(name) " + (value % 1_000_000 == 0 ? DurationText.short(value) : "\(value)ns"))
    }
    if probe.retries != 0 { parts.append("retries \(probe.retries)") }
    return (parts + [list(probe.test)]).joined(separator: " ")
  }
}
