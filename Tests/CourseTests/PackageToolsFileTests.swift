import BuildModel
import Course
import Diagnostics
import Testing

@Suite struct PackageToolsFileTests {
  private static let text = """
    format: 1
    date: 2026-11-24
    tools:
      - tool: pip
        programs: [pip]
        modules: [pip]
        style: gnu
        several: false
        valued: [-c]
        commands:
          "": { action: run }
          install: { action: install, lockfile: unknown, scope: all, tests: true, fills: [downloads] }
        effects:
          - options: [--only]
            variables: [ONLY]
            settings: [only]
            commands: [install]
            values: [main]
            any-part: true
            any-value: true
            final: true
            means: production
          - { options: [--no-dev], means: mistake, meant: --only }
        caches:
          - { name: downloads, places: [$C, ~/c], aliases: [/c], options: [--c], settings: [c], emptied-by: /e }
        cleanings:
          - { words: [cache, purge], caches: [downloads] }
        date: 2026-11-24
        source: somewhere
    tests:
      runners: [[pytest], [node, --test]]
      starters: [[npx, ""]]
      date: 2026-11-24
      source: somewhere
    contents:
      build-packages: [gcc]
      build-endings: [-dev]
      build-programs: [make]
      package-programs: [pip]
      emptying-files: [/e]
      development-words: [dev]
      date: 2026-11-24
      source: somewhere

    """

  @Test func `reads package tools`() throws {
    let facts = try PackageToolsFile.read(SourceFile(path: "f.yml", text: Self.text))
    let row = try #require(facts.row(ofProgram: "pip3.12"))
    #expect(row.tool == .pip)
    #expect(facts.row(ofModule: "pip")?.tool == .pip)
    #expect(row.commands[""] == PackageCommand(action: .run))
    #expect(
      row.commands["install"]
        == PackageCommand(action: .install, lockfile: .unknown, scope: .all, tests: true, fills: ["downloads"])
    )
    #expect(row.valued == ["-c", "--only", "--c"])
    let effect = try #require(row.effects.first)
    #expect(effect.meaning == .production && effect.anyPart && effect.anyValue && effect.isFinal)
    #expect(
      [effect.variables, effect.settings, effect.commands, effect.values] == [
        ["ONLY"], ["only"], ["install"], ["main"],
      ]
    )
    #expect(row.effects.last?.meant == "--only")
    let cache = try #require(row.caches.first)
    #expect(cache.places == ["$C", "~/c"] && cache.aliases == ["/c"] && cache.emptiedBy == "/e")
    #expect(row.cleanings.first?.words == ["cache", "purge"])
    #expect(facts.testRunners["node"] == [["--test"]])
    #expect(facts.starters["npx"] == [""])
    #expect(facts.contents.isBuildPackage("gcc") && facts.contents.isBuildPackage("libffi-dev"))
    #expect(!facts.contents.isBuildPackage("curl"))
  }

  @Test(arguments: [
    ("tool: pip", "tool: pap", "4:11: `pap` is none of"),
    ("means: production", "means: prod", "22:16: `prod` is none of"),
    ("action: run", "acton: run", "11:13: unknown key `acton`"),
    ("fills: [downloads]", "fills: [downlods]", "`downlods` is none of `downloads`"),
    ("any-part: true", "any-part: perhaps", "19:19: expected true or false"),
    ("    date: 2026-11-24\n    source: somewhere\ntests", "tests", "4:5: the key `date` is missing"),
  ])
  func `points at the mistake`(old: String, new: String, told: String) {
    let file = SourceFile(path: "f.yml", text: Self.text.replacing(old, with: new))
    let error = #expect(throws: CourseError.self) { try PackageToolsFile.read(file) }
    #expect(error?.description.contains(told) == true, "\(error?.description ?? "")")
  }

  @Test func `what is read when asked for is what the file holds`() throws {
    let file = try #require(try EmbeddedCourse().bytes(at: "Facts/package-tools.yml"))
    let whole = try PackageToolsFile.read(SourceFile(path: "package-tools.yml", bytes: file))
    let deferred = try CourseFacts().packageManagers.tools
    #expect(whole.rows.count == PackageTool.allCases.count)
    #expect(deferred.rows.map(\.tool) == whole.rows.map(\.tool))
    for (left, right) in zip(deferred.rows, whole.rows) {
      #expect(left.commands == right.commands)
      #expect(left.valued == right.valued)
      #expect(left.effects.count == right.effects.count)
      #expect(left.caches.map(\.places) == right.caches.map(\.places))
    }
    #expect(deferred.contents.emptyingFiles == whole.rows.flatMap { $0.caches.compactMap(\.emptiedBy) })
  }
}
