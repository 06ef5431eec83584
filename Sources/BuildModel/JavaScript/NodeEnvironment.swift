package import ShellSyntax

/// What decides, beside its own words, what a package manager does.
package struct NodeEnvironment: Sendable {
  /// Of `.npmrc` files and `config set`, in the order in which they were made.
  package var settings: [NodeSetting]
  /// What `yarn` is, as far as known: `.yarn`, `.yarnClassic` or `.yarnBerry`.
  package var yarn: PackageManager
  package var facts: PackageManagerFacts
  private let image: VisibleVariables
  private let execution: Execution
  /// What a program on the way sets for the command that it starts.
  private var given: [String: ShellValue] = [:]

  /// - Parameter image: ENV and ARG as the instruction sees them.
  package init(
    image: VisibleVariables,
    execution: Execution,
    settings: [NodeSetting] = [],
    yarn: PackageManager = .yarn,
    facts: PackageManagerFacts
  ) {
    self.image = image
    self.execution = execution
    self.settings = settings
    self.yarn = yarn
    self.facts = facts
  }

  /// A variable as the command sees it; nil for one that is not set.
  func variable(_ name: String) -> ShellValue? {
    given[name] ?? execution.variable(name) { image[$0] }
  }

  mutating func set(_ name: String, to value: ShellValue) { given[name] = value }

  /// The names of the variables that are set and that a condition holds for, sorted.
  func names(where isWanted: (String) -> Bool) -> [String] {
    var found = image.names.filter { isWanted($0) && variable($0) != nil }
    if !execution.environment.isEmpty || !given.isEmpty {
      found = Array(Set(found + execution.environment.keys.filter(isWanted) + given.keys.filter(isWanted)))
    }
    return found.count > 1 ? found.sorted() : found
  }

  /// Variables that set a key of npm's configuration, as NPM_CONFIG_OMIT in any case.
  var npmVariables: [(name: String, key: String, value: ShellValue)] {
    names(where: Self.isNpmName).compactMap { name in
      guard let value = variable(name), value != .known("") else { return nil }
      let key = name.dropFirst("npm_config_".count).lowercased()
      return (name, String(key.map { $0 == "_" ? "-" : $0 }), value)
    }
  }

  private static func isNpmName(_ name: String) -> Bool {
    (name.utf8.first ?? 0) | 0x20 == UInt8(ascii: "n") && name.lowercased().hasPrefix("npm_config_")
  }

  /// Whether NODE_ENV is `production` to the letter; nil when it is not known.
  var isProduction: Bool? {
    switch variable("NODE_ENV") {
    case nil: false
    case .known(let value): value == "production"
    case .unknown: nil
    }
  }

  var nodeEnvironmentCause: DevelopmentDependencies.Cause {
    if case .known(let value) = variable("NODE_ENV") { return .variable(name: "NODE_ENV", value: value) }
    return .variable(name: "NODE_ENV", value: nil)
  }

  /// The reason for installing everything when nothing omits: NODE_ENV may have been meant to.
  var plainInclusion: DevelopmentDependencies.Inclusion {
    guard case .known(let value) = variable("NODE_ENV"), value != "production",
      value.lowercased().hasPrefix("prod")
    else { return .nothingOmits }
    return .notProduction(value: value)
  }
}
