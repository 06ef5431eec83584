package import Diagnostics
import DockerfileSyntax

/// The ecosystems whose dependencies can be fetched by a command of their own.
package enum DependencyFetch: String, Sendable, CaseIterable {
  case cargo, composer, dotnet, go, gradle, javascript, maven, python, ruby

  /// For people.
  package var example: String {
    switch self {
    case .cargo: "cargo fetch --locked"
    case .composer: "composer install --no-dev --no-scripts"
    case .dotnet: "dotnet restore"
    case .go: "go mod download"
    case .gradle: "gradle dependencies"
    case .javascript: "npm ci"
    case .maven: "mvn dependency:go-offline"
    case .python: "pip install -r requirements.txt"
    case .ruby: "bundle install"
    }
  }

  private var tools: Set<PackageTool> {
    switch self {
    case .cargo: [.cargo]
    case .composer: [.composer]
    case .dotnet: [.dotnet]
    case .go: [.go]
    case .gradle: [.gradle]
    case .javascript: [.npm, .yarn, .pnpm, .bun]
    case .maven: [.maven]
    case .python: [.pip, .pipenv, .poetry, .uv, .pdm]
    case .ruby: [.bundler]
    }
  }

  /// Fetches dependencies and does nothing else. A build of cargo's counts: with a dummy crate it compiles what the
  /// crate depends on.
  func isFetch(_ step: PackageStep) -> Bool {
    guard let tool = step.tool, tools.contains(tool), step.isCertain, !step.caches.isEmpty else { return false }
    switch step.action {
    case .download: return true
    case .install: return step.readsManifest || takesNames && (tool == .pip || step.destination != .system)
    case .build: return tool == .cargo || tool == .pip
    default: return false
    }
  }

  /// Packages may be named in the Dockerfile instead of in a manifest.
  private var takesNames: Bool { self == .python || self == .javascript }

  /// What it fetches lies in a cache mount, and is there for the next build whatever has changed in between.
  func isKept(_ step: PackageStep) -> Bool {
    guard let tool = step.tool, tools.contains(tool), step.isCertain, step.readsManifest else { return false }
    return step.caches.first?.fate == .mounted
  }
}

extension JudgedImage {
  /// How an ecosystem's dependencies come into the stages that the image needs.
  package enum DependencyLayer: Sendable {
    /// Before the sources, or with the downloads in a cache mount.
    case apart(command: String)
    /// The place of what brings the sources before.
    case behind(sources: SourceRange, command: String)
    /// Nothing fetches them by themselves.
    case missing
  }

  package func dependencyLayer(of ecosystem: DependencyFetch) -> DependencyLayer {
    let steps = packageSteps
    var fetches = steps.filter { ecosystem.isFetch($0) || ecosystem.isKept($0) }
    // Packages that are named, as pip itself, are the project's only where nothing reads its manifest.
    if fetches.contains(where: \.readsManifest) { fetches.removeAll { !$0.readsManifest } }
    var apart: String?
    var late: [Int: DependencyLayer] = [:]
    var done: Set<Int> = []
    for step in fetches {
      if !ecosystem.isKept(step), let sources = sources(before: step) {
        if late[step.origin.stage] == nil { late[step.origin.stage] = .behind(sources: sources, command: step.command) }
      } else {
        apart = apart ?? step.command
        done.insert(step.origin.stage)
      }
    }
    // Once is enough in each stage that fetches, or in one that it starts from: the command of the build finds what is
    // there.
    let open = late.keys.filter { stage in !(build.states[stage]?.chain ?? [stage]).contains(where: done.contains) }
    if let stage = open.min(), let behind = late[stage] { return behind }
    return apart.map { .apart(command: $0) } ?? .missing
  }

  /// The place of what shows sources to a command: an edit of one of them, and the command runs again.
  private func sources(before step: PackageStep) -> SourceRange? {
    guard let state = build.states[step.origin.stage] else { return nil }
    let copies = state.copies.filter { $0.source == .context && $0.sources.contains(where: SourcePath.isSource) }
    if let copy = last(of: copies, before: step.origin) { return copy.origin.range }
    let command = state.commands.last { $0.origin == step.origin }
    let mount = command.map(mounts)?.first { found in
      found.mount.type == .bind && found.source == nil && SourcePath.isSource(found.mount.source)
    }
    return mount?.mount.range
  }
}

/// Tells sources from manifests by the names that people give them in the build context.
enum SourcePath {
  /// A whole folder, or a file of code.
  static func isSource(_ path: String) -> Bool {
    let name = PathText.lastComponent(PathText.clean("/" + path))
    if name.isEmpty || name == "*" || name == "/" { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    // A folder has no ending; one with a dot in front, as `.mvn`, configures a tool.
    guard parts.count > 1, let ending = parts.last else {
      return !PathText.hasWildcard(name) && !manifests.contains(name)
    }
    return codeEndings.contains(String(ending)) && !manifests.contains(name) && !parts.dropLast().contains("config")
  }

  /// Names that change as seldom as a manifest.
  private static let manifests: Set<String> = [
    "mvnw", "gradlew", "gradle", "Gemfile", "Pipfile", "requirements", "patches", "prisma", "vendor", "wrapper",
    "setup.py", "build.rs", "Rakefile", "Makefile",
  ]

  private static let codeEndings: Set<String> = [
    "c", "cc", "cpp", "cs", "css", "go", "h", "hpp", "html", "java", "js", "jsx", "kt", "mjs", "php", "py", "rb", "rs",
    "scala", "scss", "svelte", "swift", "ts", "tsx", "vue",
  ]
}
