import Terminal

/// Build arguments as `--build-arg` gives them.
enum BuildArguments {
  /// `NAME=VALUE`; without a value Docker takes that of the environment, and nothing when there is none.
  static func parse(_ arguments: [String]) throws -> [String: String] {
    var parsed: [String: String] = [:]
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard !parts[0].isEmpty else { throw UsageError("--build-arg `\(argument)` has no name: write NAME=VALUE") }
      if let value = parts.count > 1 ? parts[1] : Screen.variable(parts[0]) { parsed[parts[0]] = value }
    }
    return parsed
  }
}
