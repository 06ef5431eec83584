import DockerfileSyntax
import ShellSyntax

/// Builds for several platforms.
extension JudgedImage {
  /// The stage starts from an image for the machine that builds: `FROM --platform=$BUILDPLATFORM`.
  package var isOnBuildPlatform: Bool {
    let root = state.chain.first ?? build.target
    guard let word = build.stages[root].syntax.from.platform else { return false }
    return Self.variables(in: document.string(word)).contains("BUILDPLATFORM")
  }

  /// Whether any command of the stage works otherwise for another architecture: its words or what it finds in its
  /// environment change with TARGETARCH.
  ///
  /// - Throws: what Docker refuses the build for.
  package func dependsOnArchitecture() throws(BuildError) -> Bool {
    let other = try judging(arguments: ["TARGETARCH": "arm64", "TARGETPLATFORM": "linux/arm64"])
    let before = architectureMarks
    let after = other.architectureMarks
    return before != after || usesCrossCompiler
  }

  /// What commands are and see, but for the arguments of the platform themselves.
  private var architectureMarks: [[String]] {
    state.commands.flatMap { command in
      command.trace.executions.map { execution in
        let words = execution.words.map { $0.value ?? $0.knownStart }
        let own = execution.environment.filter { !Self.platformArguments.contains($0.key) }
          .map { "\($0.key)=\($0.value)" }.sorted()
        let inherited = Self.compilerVariables.map { "\($0)=\(state.variables[$0] ?? "")" }
        return words + own + inherited
      }
    }
  }

  /// tonistiigi/xx reads TARGETPLATFORM by itself.
  private var usesCrossCompiler: Bool {
    state.variables["TARGETPLATFORM"] != nil
      && state.commands.contains { command in
        command.trace.executions.contains {
          $0.words.first?.value.map(PathText.lastComponent)?.hasPrefix("xx-") ?? false
        }
      }
  }

  private static let platformArguments: Set<String> = ["TARGETARCH", "TARGETPLATFORM", "TARGETOS", "TARGETVARIANT"]

  private static let compilerVariables = ["GOARCH", "GOARM", "CARGO_BUILD_TARGET", "CC", "CXX", "npm_config_arch"]

  /// The arguments of the platform that a stage names in commands without declaring them: empty there.
  package func declares(_ argument: String) -> Bool {
    state.variables[argument] != nil
  }
}
