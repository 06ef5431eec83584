import DockerfileSyntax

/// The ARG instructions before the first FROM, and what BuildKit defines itself: visible in FROM lines alone until a
/// stage declares them again.
struct GlobalArguments {
  let variables: Variables

  /// - Parameter target: the name of the stage to build, nil for one without a name.
  init(of document: Document, target: String?, arguments: [String: String]) throws(BuildError) {
    var variables = Variables()
    for (name, value) in Self.platform(target: target) { variables[name] = arguments[name] ?? value }
    for index in document.globalArguments {
      guard case .arg(let declared) = document.instructions[index] else { continue }
      for pair in document[declared.pairs] {
        let name = document.string(pair.name)
        if let given = arguments[name] {
          variables[name] = given
        } else if let value = pair.value {
          let expander = WordExpander(document: document, variables: variables)
          variables[name] = try expander.text(value, in: document.nodes[index])
        }
      }
    }
    self.variables = variables
  }

  /// The predefined platform arguments for a build on and for linux/amd64.
  static func platform(target: String?) -> [(String, String)] {
    [
      ("BUILDPLATFORM", "linux/amd64"), ("BUILDOS", "linux"), ("BUILDOSVERSION", ""), ("BUILDARCH", "amd64"),
      ("BUILDVARIANT", ""), ("TARGETPLATFORM", "linux/amd64"), ("TARGETOS", "linux"), ("TARGETOSVERSION", ""),
      ("TARGETARCH", "amd64"), ("TARGETVARIANT", ""), ("TARGETSTAGE", target ?? "default"),
    ]
  }
}
