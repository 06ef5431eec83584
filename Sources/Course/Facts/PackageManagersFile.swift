package import BuildModel
package import Diagnostics

/// Reads `package-managers.yml`.
package enum PackageManagersFile {
  private static let npmKeys = [
    "date", "source", "clean-install", "install", "prune", "run-script", "known-flags", "flag-aliases", "boolean-flags",
  ]

  package static func read(_ file: SourceFile, tree: YAMLTree? = nil) throws(CourseError) -> PackageManagerFacts {
    let reader = YAMLReader(path: file.path)
    var facts: PackageManagerFacts?
    reader.read(file.bytes, tree: tree, keys: ["format", "npm", "build"]) { fields in
      fields.checkFormat()
      let npm = section(fields, "npm", keys: npmKeys)
      let build = section(fields, "build", keys: ["date", "source", "tools", "scripts"])
      guard let npm, let build else { return }
      facts = PackageManagerFacts(
        npmCleanInstall: Set(npm.texts("clean-install")),
        npmInstall: Set(npm.texts("install")),
        npmPrune: Set(npm.texts("prune")),
        npmRunScript: Set(npm.texts("run-script")),
        npmKnownFlags: Set(npm.texts("known-flags")),
        npmFlagAliases: aliases(npm),
        npmBooleanFlags: Set(npm.texts("boolean-flags")),
        buildTools: Set(build.texts("tools")),
        buildScripts: Set(build.texts("scripts"))
      )
    }
    guard let facts, reader.problems.isEmpty else { throw .problems(reader.problems) }
    return facts
  }

  /// The fields of one section, with its date and source.
  private static func section(_ fields: YAMLFields, _ key: String, keys: [String]) -> YAMLFields? {
    let section = fields.value(key).flatMap { fields.reader.fields(of: $0, keys: keys) }
    _ = section?.date("date")
    _ = section?.text("source")
    return section
  }

  private static func aliases(_ npm: YAMLFields) -> [String: String] {
    npm.entries("flag-aliases").reduce(into: [:]) { aliases, entry in
      aliases[entry.key] = npm.text(entry.value)
    }
  }
}
