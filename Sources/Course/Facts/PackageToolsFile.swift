package import BuildModel
package import Diagnostics

/// Reads `package-tools.yml`.
package enum PackageToolsFile {
  private static let toolKeys = [
    "tool", "programs", "modules", "style", "several", "valued", "commands", "effects", "caches", "cleanings", "date",
    "source",
  ]

  package static func read(_ file: SourceFile) throws(CourseError) -> PackageToolFacts {
    let reader = YAMLReader(path: file.path)
    var facts = PackageToolFacts.none
    reader.read(file.bytes, keys: rootKeys) { fields in
      let rows = fields.list("tools").compactMap { reader.fields(of: $0, keys: toolKeys).flatMap(row) }
      let names = rows.map { PackageToolName(tool: $0.tool, programs: $0.programs, modules: $0.modules) }
      facts = self.facts(fields, names, PackageToolRows { rows.indices.contains($0) ? rows[$0] : nil })
    }
    guard reader.problems.isEmpty else { throw .problems(reader.problems) }
    return facts
  }

  private static let rootKeys = ["format", "date", "tools", "tests", "contents"]

  /// The keys of a tool that are read before it is asked for.
  static let names: Set<String> = ["tool", "programs", "modules"]

  /// The same, but each tool is read when it is asked for. What is wrong in it counts as not known: the tests read all.
  static func read(_ tree: DeferredTree, path: String) throws(CourseError) -> PackageToolFacts {
    let reader = YAMLReader(path: path)
    var facts = PackageToolFacts.none
    reader.read([], tree: tree.tree, keys: rootKeys) { fields in
      let names = fields.list("tools").compactMap { node in
        reader.fields(of: node, keys: toolKeys).flatMap { fields -> PackageToolName? in
          let tool: PackageTool? = fields.choice("tool")
          return tool.map {
            PackageToolName(tool: $0, programs: fields.texts("programs"), modules: fields.optionalTexts("modules"))
          }
        }
      }
      let rows = PackageToolRows { index in
        tree.item(index).flatMap { YAMLReader(path: path).fields(of: $0, keys: toolKeys) }.flatMap(row)
      }
      facts = self.facts(fields, names, rows)
    }
    guard reader.problems.isEmpty else { throw .problems(reader.problems) }
    return facts
  }

  private static func facts(
    _ fields: YAMLFields,
    _ names: [PackageToolName],
    _ rows: PackageToolRows
  ) -> PackageToolFacts {
    fields.checkFormat()
    _ = fields.date("date")
    let tests = section(fields, "tests", keys: ["runners", "starters"])
    return PackageToolFacts(
      names: names,
      rows: rows,
      testRunners: tests.map { words($0, "runners") } ?? [],
      starters: tests.map { words($0, "starters") } ?? [],
      contents: contents(fields)
    )
  }

  private static func section(_ fields: YAMLFields, _ key: String, keys: [String]) -> YAMLFields? {
    let section = fields.value(key).flatMap { fields.reader.fields(of: $0, keys: keys + ["date", "source"]) }
    _ = section?.date("date")
    _ = section?.text("source")
    return section
  }

  /// A list of lists of words; an empty word is written as "".
  private static func words(_ fields: YAMLFields, _ key: String) -> [[String]] {
    fields.list(key).map { node in (fields.items(node) ?? []).compactMap { word(fields, $0) } }
  }

  private static func word(_ fields: YAMLFields, _ node: YAMLNode) -> String? {
    if case .scalar("", isPlain: false) = node.content { return "" }
    return fields.text(node)
  }

  private static func contents(_ fields: YAMLFields) -> PackageContents {
    let keys = [
      "build-packages", "build-endings", "build-programs", "package-programs", "emptying-files", "development-words",
    ]
    guard let contents = section(fields, "contents", keys: keys) else { return PackageContents() }
    return PackageContents(
      buildPackages: Set(contents.texts("build-packages")),
      buildEndings: contents.texts("build-endings"),
      buildPrograms: contents.texts("build-programs"),
      packagePrograms: contents.texts("package-programs"),
      emptyingFiles: contents.texts("emptying-files"),
      developmentWords: Set(contents.texts("development-words"))
    )
  }

  // MARK: - One tool

  private static func row(_ fields: YAMLFields) -> PackageToolRow? {
    let tool: PackageTool? = fields.choice("tool")
    let style: PackageToolRow.Style? = fields.has("style") ? fields.choice("style") : .gnu
    let commands = commands(fields)
    let effects = optionalRows(fields, "effects", keys: effectKeys).compactMap(effect)
    let cacheKeys = ["name", "places", "aliases", "options", "settings", "emptied-by"]
    let caches = optionalRows(fields, "caches", keys: cacheKeys).map(cache)
    let cleanings = optionalRows(fields, "cleanings", keys: ["words", "caches"]).map {
      PackageCleaning(words: $0.texts("words"), caches: $0.texts("caches"))
    }
    let names = Set(caches.map(\.name))
    for name in commands.values.flatMap(\.fills) + cleanings.flatMap(\.caches) where !names.contains(name) {
      fields.report(.data(.unknownChoice(name, choices: names.sorted(), nearest: nil)), at: "caches")
    }
    guard let tool, let style else { return nil }
    return PackageToolRow(
      tool: tool,
      programs: fields.texts("programs"),
      modules: fields.optionalTexts("modules"),
      style: style,
      valued: Set(fields.optionalTexts("valued")),
      commands: commands,
      takesSeveral: fields.flag("several"),
      effects: effects,
      caches: caches,
      cleanings: cleanings,
      date: fields.date("date") ?? "",
      source: fields.text("source") ?? ""
    )
  }

  private static func optionalRows(_ fields: YAMLFields, _ key: String, keys: [String]) -> [YAMLFields] {
    guard fields.has(key) else { return [] }
    return fields.list(key).compactMap { fields.reader.fields(of: $0, keys: keys) }
  }

  private static func commands(_ fields: YAMLFields) -> [String: PackageCommand] {
    var commands: [String: PackageCommand] = [:]
    guard let node = fields.value("commands") else { return commands }
    guard case .mapping(let pairs) = node.content else {
      fields.reader.report(.data(.wrongType(expected: "keys and their values")), at: node)
      return commands
    }
    for pair in pairs {
      let keys = ["action", "lockfile", "scope", "tests", "fills"]
      guard let name = word(fields, pair.key), let command = fields.reader.fields(of: pair.value, keys: keys) else {
        continue
      }
      let action: PackageAction? = command.choice("action")
      let lockfile: LockfileUse? = command.has("lockfile") ? command.choice("lockfile") : nil
      let scope: PackageScope? = command.has("scope") ? command.choice("scope") : nil
      guard let action else { continue }
      commands[name] = PackageCommand(
        action: action,
        lockfile: lockfile ?? .none,
        scope: scope ?? .undivided,
        tests: command.flag("tests"),
        fills: command.optionalTexts("fills")
      )
    }
    return commands
  }

  private static let effectKeys = [
    "options", "variables", "settings", "commands", "values", "any-part", "any-value", "final", "means", "meant",
  ]

  private static func effect(_ fields: YAMLFields) -> PackageEffect? {
    let meaning: PackageEffect.Meaning? = fields.choice("means")
    let options = fields.optionalTexts("options")
    let variables = fields.optionalTexts("variables")
    let settings = fields.optionalTexts("settings")
    if options.isEmpty, variables.isEmpty, settings.isEmpty { fields.report(.data(.missingKey("options"))) }
    return meaning.map { meaning in
      PackageEffect(
        meaning,
        options: options,
        variables: variables,
        settings: settings,
        commands: fields.optionalTexts("commands"),
        values: fields.optionalTexts("values"),
        anyPart: fields.flag("any-part"),
        anyValue: fields.flag("any-value"),
        isFinal: fields.flag("final"),
        meant: fields.optionalText("meant")
      )
    }
  }

  private static func cache(_ fields: YAMLFields) -> PackageCacheRow {
    PackageCacheRow(
      name: fields.text("name") ?? "",
      places: fields.texts("places"),
      aliases: fields.optionalTexts("aliases"),
      options: fields.optionalTexts("options"),
      settings: fields.optionalTexts("settings"),
      emptiedBy: fields.optionalText("emptied-by")
    )
  }
}
