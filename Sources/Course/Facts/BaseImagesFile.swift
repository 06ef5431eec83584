package import BuildModel
package import Diagnostics

/// Reads `base-images.yml`.
package enum BaseImagesFile {
  private static let keys = [
    "repositories", "tags", "kind", "user", "users", "shell", "tools", "workdir", "entrypoint", "command",
    "healthcheck", "ports", "environment", "libc", "size", "date", "source",
  ]

  package static func read(_ file: SourceFile, tree: YAMLTree? = nil) throws(CourseError) -> BaseImageFacts {
    let reader = YAMLReader(path: file.path)
    var facts = BaseImageFacts(date: "", rows: [], releaseLines: [])
    reader.read(file.bytes, tree: tree, keys: ["format", "date", "rows"]) { fields in
      fields.checkFormat()
      facts.date = fields.date("date") ?? ""
      facts.rows = fields.list("rows").compactMap { reader.fields(of: $0, keys: keys).flatMap(row) }
    }
    guard reader.problems.isEmpty else { throw .problems(reader.problems) }
    return facts
  }

  /// nil when something that cannot be left out is missing; that is reported.
  private static func row(_ fields: YAMLFields) -> BaseImageRow? {
    let repositories = repositories(fields)
    let kind: BaseImageRow.Kind? = fields.choice("kind")
    let users = users(fields)
    let shell = fields.text("shell")
    let row = kind.map { kind in
      BaseImageRow(
        repositories: repositories,
        tags: fields.optionalTexts("tags"),
        kind: kind,
        user: fields.optionalText("user") ?? "",
        users: users,
        shell: shell == "none" ? nil : shell,
        tools: fields.has("tools") ? Set(fields.texts("tools")) : nil,
        workdir: fields.optionalText("workdir") ?? "",
        entrypoint: fields.optionalTexts("entrypoint"),
        command: fields.optionalTexts("command"),
        hasHealthcheck: fields.flag("healthcheck"),
        ports: fields.optionalTexts("ports"),
        environment: fields.optionalTexts("environment"),
        libc: fields.has("libc") ? fields.choice("libc") : nil,
        size: size(fields),
        date: fields.date("date") ?? "",
        source: fields.text("source") ?? ""
      )
    }
    return row
  }

  private static func size(_ fields: YAMLFields) -> BaseImageRow.Size? {
    guard fields.has("size"), let node = fields.value("size"),
      let size = fields.reader.fields(of: node, keys: ["download", "unpacked"]),
      let download = size.integer("download", in: 0...100_000),
      let unpacked = size.integer("unpacked", in: 0...100_000)
    else { return nil }
    return BaseImageRow.Size(download: download, unpacked: unpacked)
  }

  private static func repositories(_ fields: YAMLFields) -> [String] {
    fields.list("repositories").compactMap { node in
      guard let repository = fields.text(node) else { return nil }
      if !hasRegistry(repository) { fields.reader.report(.data(.notAFullRepository(repository)), at: node) }
      return repository
    }
  }

  /// Whether a name begins with a host, as `docker.io/library/node` does; `scratch` is no repository at all and has
  /// none.
  private static func hasRegistry(_ repository: String) -> Bool {
    guard let slash = repository.firstIndex(of: "/") else { return repository == "scratch" }
    return repository[..<slash].contains { $0 == "." || $0 == ":" || $0 == "*" } || repository[..<slash] == "localhost"
  }

  private static func users(_ fields: YAMLFields) -> [String: Int] {
    fields.entries("users").reduce(into: [:]) { users, entry in
      users[entry.key] = fields.integer(entry.value, in: 0...Int(UInt32.max))
    }
  }
}
