import ShellSyntax

extension ScriptArguments {
  /// A flag like `--production`, with `false` meaning the opposite, against NODE_ENV and configuration.
  func development(
    flags names: Set<String>,
    dated: Set<String> = [],
    variables: [String],
    in environment: NodeEnvironment
  ) -> DevelopmentDependencies {
    let ambient = ambient(variables, environment)
    guard let flag = last(names) else {
      if let ambient, ambient.isOn == true { return .omitted(by: ambient.cause) }
      if let word = unknownWords.first { return .unknown(because: .argument(word)) }
      if let ambient { return .unknown(because: ambient.cause) }
      return .included(because: environment.plainInclusion)
    }
    let cause = DevelopmentDependencies.Cause.flag(flag.word, isDatedSpelling: dated.contains(flag.name))
    let isNegation = flag.name.hasPrefix("--no-")
    switch flag.value {
    case .some(nil): return .unknown(because: cause)
    case .some("false"?) where !isNegation, .some("true"?) where isNegation, nil where isNegation:
      if let ambient, ambient.isOn != false { return .included(because: .overridden(ambient.cause, by: cause)) }
      return .included(because: .askedFor(cause))
    default: return .omitted(by: cause)
    }
  }

  /// What variables say; nil where they say nothing, and `isOn` is nil where that is not known.
  private func ambient(
    _ names: [String],
    _ environment: NodeEnvironment
  ) -> (isOn: Bool?, cause: DevelopmentDependencies.Cause)? {
    let own = names.filter { $0 != "NODE_ENV" }
    for name in own.isEmpty ? [] : environment.names(where: { own.contains($0.uppercased()) }) {
      switch environment.variable(name) {
      case .known("true"), .known("1"): return (true, .variable(name: name, value: "true"))
      case .unknown: return (nil, .variable(name: name, value: nil))
      default: continue
      }
    }
    for setting in environment.settings where setting.key == "production" {
      if setting.value == nil { return (nil, .setting(setting)) }
      if setting.value == "true" { return (true, .setting(setting)) }
    }
    guard names.contains("NODE_ENV"), environment.isProduction != false else { return nil }
    return (environment.isProduction, environment.nodeEnvironmentCause)
  }
}
