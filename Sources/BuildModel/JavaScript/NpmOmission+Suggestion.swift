import Diagnostics

extension NpmOmission {
  /// What somebody who wrote an unknown flag probably meant, when that is to leave out development packages.
  static func suggestion(for flag: NpmArguments.Flag) -> String? {
    let name = flag.key.lowercased()
    if spellings.contains(name) { return "--omit=dev" }
    guard let near = NearestName.of(name, in: ["omit", "production", "only", "include"] + spellings.sorted()) else {
      return nil
    }
    guard near == "include" else { return "--omit=dev" }
    return "--include=dev"
  }

  /// Flags that other programs have, or that one could think up.
  private static let spellings: Set<String> = [
    "omit-dev", "omitdev", "omit-development", "omit-dev-dependencies", "omit-devdependencies", "only-prod",
    "only-production", "prod-only", "production-only", "no-dev-dependencies", "no-devdependencies", "without-dev",
    "exclude-dev", "exclude", "skip-dev", "ignore-dev", "without",
  ]
}
