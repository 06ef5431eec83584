/// Which scripts of package.json are builds, by their names.
enum BuildScripts {
  /// `build`, `build:prod`, `client:build`, and the names that the facts list; never one that speaks of tests or lint.
  static func isBuild(_ name: String, _ facts: PackageManagerFacts) -> Bool {
    let parts = name.lowercased().utf8.split { ":-_./".utf8.contains($0) }.map { String(Substring($0)) }
    if parts.contains(where: { notBuilds.contains($0) }) { return false }
    if facts.buildScripts.contains(name) { return true }
    guard let first = parts.first else { return false }
    return parts.contains("build") || facts.buildScripts.contains(first) && parts.count > 1
  }

  private static let notBuilds: Set<String> = [
    "test", "tests", "lint", "e2e", "check", "watch", "dev", "serve", "start", "clean", "format", "typecheck",
  ]
}
