import Diagnostics
import DockerfileSyntax

extension LintRule.Definition {
  static let jsonArgsRecommended = Self(
    name: "JSONArgsRecommended",
    summary: "CMD and ENTRYPOINT are JSON arrays, so that signals reach the program and not a shell.",
    page: "json-args-recommended"
  )
}

extension LintWalk {
  /// A stage with a SHELL of its own is taken to know what it does.
  mutating func checkForm(_ command: Command, _ node: Node, _ state: StageState, _ site: Site) {
    guard !state.hasShell, case .shell(let text) = command.form else { return }
    report(.jsonArgsRecommended, site, at: text.range) { [tables] in
      let name = tables.string(node.keyword)
      return "JSON arguments recommended for \(name) to prevent unintended behavior related to OS signals"
    }
  }
}
