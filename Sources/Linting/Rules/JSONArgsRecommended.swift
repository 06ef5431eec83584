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
  mutating func checkForm(_ command: Command, _ node: NodePointer, _ site: Site) {
    guard !state.hasShell, case .shell(let text) = command.form else { return }
    let keyword = tables.bytes(node.pointee.keyword)
    report(.jsonArgsRecommended, site, at: text.range) { text in
      text.append("JSON arguments recommended for ")
      text.append(shown: keyword)
      text.append(" to prevent unintended behavior related to OS signals")
    }
  }
}
