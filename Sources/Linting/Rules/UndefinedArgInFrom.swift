import DockerfileSyntax

extension LintRule.Definition {
  static let undefinedArgInFrom = Self(
    name: "UndefinedArgInFrom",
    summary: "FROM uses only arguments that are declared above the first FROM, or that Docker defines.",
    page: "undefined-arg-in-from"
  )
}

extension LintWalk {
  /// A declared argument without a value is good enough here.
  mutating func reportUndeclared(_ names: [String], in word: Word, _ scope: Scope, _ site: Site) {
    for name in names where !variables.isDeclared(name, in: scope) {
      guard makes(.undefinedArgInFrom, site) else { return }
      let nearest = nearest(to: name, scope)
      let range = tables.range(ofVariable: name, in: word)
      report(.undefinedArgInFrom, site, at: range, suggestion: nearest) { text in
        text.append("FROM argument '")
        text.append(name)
        text.append("' is not declared")
        guard let nearest else { return }
        text.append(" (did you mean ")
        text.append(nearest)
        text.append("?)")
      }
    }
  }
}
