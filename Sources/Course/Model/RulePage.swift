/// What one of Docker's build checks means, for learners: a file of `Sources/Content/Rules`.
package struct RulePage: Sendable {
  /// Docker's name of the check.
  package var rule: String
  /// What the check asks, in a sentence.
  package var summary: String
  /// The lines at which it finds something in the page's bad example; empty where it is never judged.
  package var fires: [Int]
  /// Docker also refuses the bad example.
  package var isRefused: Bool
  /// Markdown without the front matter.
  package var body: String
}

extension RulePage {
  /// The pages that are part of the program, in the order of the rules' names.
  package static func builtIn() throws(CourseError) -> [RulePage] {
    let source = EmbeddedCourse()
    var pages: [RulePage] = []
    for entry in try source.entries(of: "Rules") ?? [] {
      let path = "Rules/\(entry.name)"
      pages.append(try RulePageFile(path: path).read(try source.bytes(at: path) ?? []))
    }
    return pages.sorted { $0.rule.utf8.lexicographicallyPrecedes($1.rule.utf8) }
  }
}
