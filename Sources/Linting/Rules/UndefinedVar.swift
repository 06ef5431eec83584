import DockerfileSyntax

extension LintRule.Definition {
  static let undefinedVar = Self(
    name: "UndefinedVar",
    summary: "A variable is set by ENV or declared by ARG before an instruction uses it.",
    page: "undefined-var"
  )
}

extension LintWalk {
  /// A declared ARG without a value counts as known, also one of the stage below.
  mutating func reportUndefined(_ names: [String], in word: Word, _ scope: Scope, _ site: Site) {
    for name in names where !variables.isDeclared(name, in: scope) && !Predefined.isScannerArgument(name) {
      guard makes(.undefinedVar, site) else { return }
      let nearest = nearest(to: name, scope)
      report(.undefinedVar, site, at: tables.range(ofVariable: name, in: word), suggestion: nearest) { text in
        text.append("Usage of undefined variable '$")
        text.append(name)
        text.append("'")
        guard let nearest else { return }
        text.append(" (did you mean $")
        text.append(nearest)
        text.append("?)")
      }
    }
  }
}
