package import ShellSyntax

/// What decides, beside its own words, what a package manager does.
package struct NodeEnvironment: Sendable {
  package var variables: [String: ShellValue]
  /// Of `.npmrc` files and `config set`, in the order in which they were made.
  package var settings: [NodeSetting]
  /// What `yarn` is, as far as known: `.yarn`, `.yarnClassic` or `.yarnBerry`.
  package var yarn: PackageManager
  package var facts: PackageManagerFacts

  /// - Parameter image: ENV and ARG as the instruction sees them.
  package init(
    image: [String: ShellValue],
    execution: Execution,
    settings: [NodeSetting] = [],
    yarn: PackageManager = .yarn,
    facts: PackageManagerFacts
  ) {
    var variables = execution.hasClearedEnvironment ? [:] : image
    for name in execution.removedVariables { variables[name] = nil }
    variables.merge(execution.environment) { $1 }
    self.variables = variables
    self.settings = settings
    self.yarn = yarn
    self.facts = facts
  }

  /// Variables that set a key of npm's configuration, as NPM_CONFIG_OMIT in any case.
  var npmVariables: [(name: String, key: String, value: ShellValue)] {
    variables.keys.sorted().compactMap { name in
      guard name.lowercased().hasPrefix("npm_config_"), let value = variables[name], value != .known("") else {
        return nil
      }
      let key = name.dropFirst("npm_config_".count).lowercased()
      return (name, String(key.map { $0 == "_" ? "-" : $0 }), value)
    }
  }

  /// Whether NODE_ENV is `production` to the letter; nil when it is not known.
  var isProduction: Bool? {
    switch variables["NODE_ENV"] {
    case nil: false
    case .known(let value): value == "production"
    case .unknown: nil
    }
  }

  var nodeEnvironmentCause: DevelopmentDependencies.Cause {
    if case .known(let value) = variables["NODE_ENV"] { return .variable(name: "NODE_ENV", value: value) }
    return .variable(name: "NODE_ENV", value: nil)
  }

  /// The reason for installing everything when nothing omits: NODE_ENV may have been meant to.
  var plainInclusion: DevelopmentDependencies.Inclusion {
    guard case .known(let value) = variables["NODE_ENV"], value != "production",
      value.lowercased().hasPrefix("prod")
    else { return .nothingOmits }
    return .notProduction(value: value)
  }
}
