package import ShellSyntax

/// The variables with which commands are started.
package enum VisibleVariables: Sendable {
  /// ENV and ARG of a stage, as far as it has come.
  case stage(Variables)
  case values([String: ShellValue])

  /// nil for a variable that is not set.
  package subscript(name: String) -> ShellValue? {
    switch self {
    case .stage(let variables): variables[name].map { .known($0) }
    case .values(let values): values[name]
    }
  }

  /// Whether one of the names is wanted.
  func contains(where isWanted: (String) -> Bool) -> Bool {
    switch self {
    case .stage(let variables): variables.contains(where: isWanted)
    case .values(let values): values.keys.contains(where: isWanted)
    }
  }

  /// In no particular order.
  var names: [String] {
    switch self {
    case .stage(let variables): variables.names
    case .values(let values): Array(values.keys)
    }
  }
}
