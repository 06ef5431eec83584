/// The table of targets in CONTRIBUTING.md: a target imports only rows above its own, and outside modules of its own
/// row.
struct LayerTable {
  struct Row: Equatable {
    var target: String
    var outside: [String]
  }

  /// May be imported everywhere: the C library and what is part of the language.
  private static let everywhere: Set<String> = ["Glibc", "Swift", "Synchronization", "_Concurrency"]

  var rows: [Row]

  init(contributing: String) {
    rows = tableRows(in: contributing, below: "## Where things belong").compactMap { cells in
      guard cells.count == 3 else { return nil }
      let outside = cells[2].split(separator: ", ").map(String.init).filter { $0 != "–" }
      return Row(target: String(cells[0].filter { $0 != "`" }), outside: outside)
    }
  }

  /// What a file of a target imports against the table, or without its being declared in the manifest.
  func violations(in source: String, of target: String, declared: Set<String>) -> [String] {
    guard let row = rows.firstIndex(where: { $0.target == target }) else { return ["`\(target)` has no row"] }
    return importedModules(in: source).compactMap { module in
      if Self.everywhere.contains(module) || rows[row].outside.contains(module) && !isTarget(module) { return nil }
      guard let imported = rows.firstIndex(where: { $0.target == module }) else {
        return "`\(target)` may not import `\(module)`"
      }
      guard imported < row else { return "`\(target)` may not import `\(module)`, which is not above it" }
      return declared.contains(module) ? nil : "`\(target)` imports `\(module)`, which Package.swift does not declare"
    }
  }

  /// What a target of the manifest depends on against the table.
  func violations(ofDependencies dependencies: Set<String>, of target: String) -> [String] {
    guard let row = rows.firstIndex(where: { $0.target == target }) else { return ["`\(target)` has no row"] }
    let allowed = Set(rows[..<row].map(\.target)).union(rows[row].outside)
    return dependencies.subtracting(allowed).sorted().map { "`\(target)` may not depend on `\($0)`" }
  }

  private func isTarget(_ module: String) -> Bool { rows.contains { $0.target == module } }
}

/// The modules that a source imports, whatever stands before and behind the name.
func importedModules(in source: String) -> [String] {
  let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
  let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
  return source.split(whereSeparator: \.isNewline).flatMap { $0.split(separator: ";") }.compactMap { statement in
    var words = statement.split { $0 == " " || $0 == "\t" }[...]
    words = words.drop { $0.hasPrefix("@") || modifiers.contains($0) }
    guard words.popFirst() == "import" else { return nil }
    if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
    return words.first.map { String($0.prefix { $0 != "." }) }
  }
}
