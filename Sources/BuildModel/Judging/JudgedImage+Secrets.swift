import DockerfileSyntax

/// Names that usually hold secrets.
extension JudgedImage {
  /// ARG and ENV of the needed stages with a telling name, in file order.
  package var secretVariables: [(name: String, origin: Origin)] {
    var found: [(name: String, origin: Origin)] = []
    for stage in build.stages where build.states[stage.index] != nil {
      for node in stage.syntax.instructions {
        guard let pairs = Self.pairs(document.instructions[node]) else { continue }
        for pair in document[pairs.pairs] {
          guard SecretName.matches(document.bytes(pair.name.text)) else { continue }
          let origin = Origin(instruction: node, stage: stage.index, range: document.nodes[node].range)
          found.append((document.string(pair.name), origin))
        }
      }
    }
    return found
  }

  private static func pairs(_ instruction: Instruction) -> Pairs? {
    switch instruction {
    case .arg(let pairs), .env(let pairs): pairs
    default: nil
    }
  }

  /// Files with a telling name that come into the image's own layers from the build context.
  package var secretFiles: [(name: String, copy: CopyStep)] {
    var found: [(name: String, copy: CopyStep)] = []
    for copy in state.copies where copy.source == .context {
      for source in copy.sources {
        let name = PathText.lastComponent(source)
        if Self.isSecretFile(name) { found.append((name, copy)) }
      }
    }
    return found
  }

  private static func isSecretFile(_ name: String) -> Bool {
    switch name {
    case ".env", ".npmrc", ".netrc", "id_rsa", "id_ed25519", ".git-credentials", ".pypirc": true
    case ".env.example", ".env.sample", ".env.template": false
    default: name.hasPrefix(".env.") || name.hasSuffix(".pem")
    }
  }
}
