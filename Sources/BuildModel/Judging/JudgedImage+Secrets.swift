import DockerfileSyntax

/// Names that usually hold secrets.
extension JudgedImage {
  /// ARG and ENV of the needed stages with a telling name, in file order.
  package var secretVariables: [(name: String, origin: Origin)] {
    build.neededStages.flatMap { stage in
      stage.syntax.instructions.flatMap { node -> [(name: String, origin: Origin)] in
        guard let pairs = Self.pairs(document.instructions[node]) else { return [] }
        let origin = Origin(instruction: node, stage: stage.index, range: document.nodes[node].range)
        return document[pairs.pairs].map { document.string($0.name) }.filter(Self.isSecret).map { ($0, origin) }
      }
    }
  }

  private static func pairs(_ instruction: Instruction) -> Pairs? {
    switch instruction {
    case .arg(let pairs), .env(let pairs): pairs
    default: nil
    }
  }

  /// Files with a telling name that come into the image's own layers from the build context.
  package var secretFiles: [(name: String, copy: CopyStep)] {
    state.copies.flatMap { copy -> [(name: String, copy: CopyStep)] in
      guard copy.source == .context else { return [] }
      return copy.sources.map(PathText.lastComponent).filter(Self.isSecretFile).map { ($0, copy) }
    }
  }

  /// The words that BuildKit's own rule SecretsUsedInArgOrEnv looks for, and those that clear a name of suspicion.
  static func isSecret(_ name: String) -> Bool {
    let words = name.lowercased().split { $0 == "_" || $0 == "-" }.map(String.init)
    if words.contains("public") || words.last.map({ harmlessEndings.contains($0) }) == true { return false }
    return words.contains { secretWords.contains($0) } || words.joined().hasSuffix("apikey")
  }

  private static let secretWords: Set<String> = [
    "apikey", "auth", "credential", "credentials", "key", "password", "passwd", "pword", "secret", "token",
  ]

  private static let harmlessEndings: Set<String> = ["url", "uri", "path", "file", "name", "id", "host", "endpoint"]

  private static func isSecretFile(_ name: String) -> Bool {
    let exact: Set<String> = [".env", ".npmrc", ".netrc", "id_rsa", "id_ed25519", ".git-credentials", ".pypirc"]
    if name == ".env.example" || name == ".env.sample" || name == ".env.template" { return false }
    return exact.contains(name) || name.hasPrefix(".env.") || name.hasSuffix(".pem")
  }
}
