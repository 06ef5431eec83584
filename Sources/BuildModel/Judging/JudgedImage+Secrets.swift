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
          let name = document.string(pair.name)
          guard Self.isSecret(name) else { continue }
          found.append((name, Origin(instruction: node, stage: stage.index, range: document.nodes[node].range)))
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

  /// The words that BuildKit's own rule SecretsUsedInArgOrEnv looks for, and those that clear a name of suspicion.
  static func isSecret(_ name: String) -> Bool {
    let words = name.lowercased().utf8.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
      .map { String(Substring($0)) }
    if words.contains("public") || words.last.map({ harmlessEndings.contains($0) }) == true { return false }
    return words.contains { secretWords.contains($0) } || words.joined().hasSuffix("apikey")
  }

  private static let secretWords: Set<String> = [
    "apikey", "auth", "credential", "credentials", "key", "password", "passwd", "pword", "secret", "token",
  ]

  private static let harmlessEndings: Set<String> = ["url", "uri", "path", "file", "name", "id", "host", "endpoint"]

  private static func isSecretFile(_ name: String) -> Bool {
    switch name {
    case ".env", ".npmrc", ".netrc", "id_rsa", "id_ed25519", ".git-credentials", ".pypirc": true
    case ".env.example", ".env.sample", ".env.template": false
    default: name.hasPrefix(".env.") || name.hasSuffix(".pem")
    }
  }
}
