import DockerfileSyntax
import ShellSyntax

/// Commands that fetch a project's dependencies and do nothing else, by ecosystem.
package enum DependencyFetch: String, Sendable, CaseIterable {
  case cargo, composer, go, gradle, javascript, maven, python, ruby

  /// Whether a command is one; building with what is there already is none.
  func matches(_ execution: Execution) -> Bool {
    let words = execution.words.map { $0.value ?? "" }
    guard let first = words.first else { return false }
    let program = PathText.lastComponent(first)
    let rest = words.dropFirst().filter { !$0.hasPrefix("-") }
    switch self {
    case .cargo:
      // A build before the sources come compiles the dependencies: a dummy crate, or cargo-chef.
      return program == "cargo"
        && (["fetch", "build", "vendor"].contains(rest.first) || rest.prefix(2) == ["chef", "cook"])
        || program == "cargo-chef" && rest.contains("cook")
    case .composer: return program.hasPrefix("composer") && rest.first == "install"
    case .go:
      return program == "go" && rest.prefix(1) == ["mod"] && ["download", "vendor"].contains(rest.dropFirst().first)
    case .gradle:
      return ["gradle", "gradlew"].contains(program)
        && rest.contains { $0.lowercased().hasSuffix("dependencies") || $0 == "resolve" }
    case .javascript: return isJavaScript(program, rest)
    case .maven:
      return ["mvn", "mvnw"].contains(program)
        && rest.contains {
          $0.contains("go-offline") || $0.contains("dependency:resolve") || $0.contains("resolve-plugins")
        }
    case .python: return isPython(program, rest)
    case .ruby: return program == "bundle" && ["install", nil].contains(rest.first)
    }
  }

  /// The folders in which the downloads lie; a cache mount over one of them does as well as a layer.
  var caches: [String] {
    switch self {
    case .cargo: ["/usr/local/cargo/registry", "/usr/local/cargo/git", "/root/.cargo"]
    case .composer: ["/tmp/cache", "/root/.composer", "/root/.cache/composer"]
    case .go: ["/go/pkg/mod", "/root/go/pkg/mod"]
    case .gradle: ["/root/.gradle", "/home/gradle/.gradle"]
    case .javascript: ["/root/.npm", "/usr/local/share/.cache/yarn", "/root/.local/share/pnpm", "/pnpm/store"]
    case .maven: ["/root/.m2"]
    case .python: ["/root/.cache"]
    case .ruby: ["/usr/local/bundle"]
    }
  }

  /// For people.
  package var example: String {
    switch self {
    case .cargo: "cargo fetch --locked"
    case .composer: "composer install --no-dev --no-scripts"
    case .go: "go mod download"
    case .gradle: "gradle dependencies"
    case .javascript: "npm ci"
    case .maven: "mvn dependency:go-offline"
    case .python: "pip install -r requirements.txt"
    case .ruby: "bundle install"
    }
  }

  private func isJavaScript(_ program: String, _ words: [String]) -> Bool {
    switch program {
    case "npm": words.first.map { ["ci", "install", "i", "clean-install", "ic"].contains($0) } ?? false
    case "yarn": words.isEmpty || words.first == "install"
    case "pnpm", "bun": words.first.map { ["install", "i", "fetch"].contains($0) } ?? false
    default: false
    }
  }

  private func isPython(_ program: String, _ words: [String]) -> Bool {
    switch program {
    case "python", "python3": words.first == "pip" && words.dropFirst().first == "install"
    case "poetry", "pipenv", "pdm": words.first.map { ["install", "sync"].contains($0) } ?? false
    case "uv": words.first == "sync" || words.prefix(2) == ["pip", "install"]
    default: program.hasPrefix("pip") && ["install", "wheel"].contains(words.first)
    }
  }
}

extension JudgedImage {
  /// How an ecosystem's dependencies come into the stages that the image needs.
  package enum DependencyLayer: Sendable {
    /// Before the sources, or with the downloads in a cache mount.
    case apart(command: String)
    case behind(sources: CopyStep, command: String)
    /// Nothing fetches them by themselves.
    case missing
  }

  package func dependencyLayer(of ecosystem: DependencyFetch) -> DependencyLayer {
    var late: DependencyLayer?
    for stage in build.neededStages {
      guard let state = build.states[stage.index] else { continue }
      for command in state.commands where command.origin.stage == stage.index {
        guard let execution = command.trace.executions.first(where: ecosystem.matches) else { continue }
        let sources = last(of: sourceCopies(of: state), before: command.origin)
        guard let sources, !mounts(of: command).contains(where: { covers($0, ecosystem) }) else {
          return .apart(command: execution.text)
        }
        late = late ?? .behind(sources: sources, command: execution.text)
      }
    }
    return late ?? .missing
  }

  private func covers(_ mount: RunMount, _ ecosystem: DependencyFetch) -> Bool {
    guard mount.mount.type == .cache, let target = mount.target else { return false }
    return ecosystem.caches.contains { PathText.areNested($0, target) }
  }

  /// COPYs of whole folders out of the build context: an edit of any file in them changes the layer.
  private func sourceCopies(of state: StageState) -> [CopyStep] {
    state.copies.filter { copy in
      copy.source == .context && !copy.isAdd && copy.sources.contains { Self.isSourceFolder($0) }
    }
  }

  private static func isSourceFolder(_ path: String) -> Bool {
    let name = PathText.lastComponent(PathText.clean("/" + path))
    if PathText.hasWildcard(name) { return name == "*" }
    return !manifestFolders.contains(name) && !name.contains(".")
  }

  /// Names without an ending that change as seldom as a manifest.
  private static let manifestFolders: Set<String> = [
    "mvnw", "gradlew", "gradle", "Gemfile", "Pipfile", "requirements", "patches", "prisma", "vendor", "wrapper",
  ]
}
