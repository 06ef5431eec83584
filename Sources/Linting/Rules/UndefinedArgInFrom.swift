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
      guard site.rules & LintRule.undefinedArgInFrom.bit != 0 else { return }
      let nearest = nearest(to: name, scope)
      let hint = nearest.map { " (did you mean \($0)?)" } ?? ""
      let range = tables.range(ofVariable: name, in: word)
      report(.undefinedArgInFrom, site, at: range, suggestion: nearest) {
        "FROM argument '\(name)' is not declared\(hint)"
      }
    }
  }
}
