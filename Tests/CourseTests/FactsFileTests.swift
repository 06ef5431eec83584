import BuildModel
import Course
import Diagnostics
import Testing

@Suite struct FactsFileTests {
  private static let images = """
    format: 1
    date: 2026-11-23
    rows:
      - repositories: [docker.io/library/node, "public.ecr.aws/docker/library/node"]
        tags: ["*-alpine*", 1.10]
        kind: alpine
        user: node
        users: { root: 0, node: 1000 }
        shell: /bin/sh
        tools: []
        workdir: /app
        entrypoint: [docker-entrypoint.sh]
        command: [node]
        healthcheck: true
        ports: [80/tcp]
        environment: [NODE_ENV=production]
        libc: musl
        size: { download: 55, unpacked: 165 }
        date: 2026-11-20
        source: somewhere

    """
  private static let lines = """
    format: 1
    date: 2026-11-23
    products:
      - repository: docker.io/library/node
        successor: "26"
        lines:
          "18": 2025-04-30
          8.0: { end-of-life: 2023-12-31, successor: "8.4" }
        date: 2026-11-23
        source: somewhere

    """
  private static let managers = """
    format: 1
    npm:
      date: 2026-11-23
      source: somewhere
      clean-install: [ci]
      install: [i]
      prune: [prune]
      run-script: [run]
      known-flags: [omit]
      flag-aliases: { P: save-prod }
      boolean-flags: [production]
    build:
      date: 2026-11-23
      source: somewhere
      tools: [vite]
      scripts: []

    """

  @Test func `reads base images`() throws {
    let facts = try BaseImagesFile.read(SourceFile(path: "f.yml", text: Self.images))
    #expect(facts.date == "2026-11-23")
    let row = try #require(facts.rows.first)
    #expect(row.repositories == ["docker.io/library/node", "public.ecr.aws/docker/library/node"])
    #expect(row.tags == ["*-alpine*", "1.10"])
    #expect(row.kind == .alpine)
    #expect(row.user == "node")
    #expect(row.users == ["root": 0, "node": 1000])
    #expect(row.shell == "/bin/sh")
    #expect(row.tools == [])
    #expect(row.workdir == "/app")
    #expect(row.entrypoint == ["docker-entrypoint.sh"])
    #expect(row.command == ["node"])
    #expect(row.hasHealthcheck)
    #expect(row.ports == ["80/tcp"])
    #expect(row.environment == ["NODE_ENV=production"])
    #expect(row.libc == .musl)
    #expect(row.size == BaseImageRow.Size(download: 55, unpacked: 165))
    #expect(row.date == "2026-11-20")
    #expect(row.source == "somewhere")
  }

  @Test func `reads release lines`() throws {
    let lines = try ReleaseLinesFile.read(SourceFile(path: "f.yml", text: Self.lines))
    #expect(lines.map(\.repository) == ["docker.io/library/node", "docker.io/library/node"])
    #expect(lines.map(\.line) == ["18", "8.0"])
    #expect(lines.map(\.endOfLife) == ["2025-04-30", "2023-12-31"])
    #expect(lines.map(\.successor) == ["26", "8.4"])
  }

  @Test func `reads package managers`() throws {
    let facts = try PackageManagersFile.read(SourceFile(path: "f.yml", text: Self.managers))
    #expect(facts.npmCleanInstall == ["ci"])
    #expect(facts.npmInstall == ["i"])
    #expect(facts.npmPrune == ["prune"])
    #expect(facts.npmRunScript == ["run"])
    #expect(facts.npmKnownFlags == ["omit"])
    #expect(facts.npmFlagAliases == ["P": "save-prod"])
    #expect(facts.npmBooleanFlags == ["production"])
    #expect(facts.buildTools == ["vite"])
    #expect(facts.buildScripts == [])
  }

  @Test(
    arguments: [
      (
        "kind: alpine", "kind: alpin",
        "6:11: `alpin` is none of `sdk`, `full`, `slim`, `alpine`, `distroless`, `scratch`, "
          + "`runtime`, `server`, `test` and `tool`; did you mean `alpine`?"
      ),
      (
        "docker.io/library/node,", "node,",
        "4:20: `node` does not name its registry; write it in full, like "
          + "`docker.io/library/node`"
      ),
      ("node: 1000", "node: many", "8:29: expected a whole number"),
      ("    shell: /bin/sh\n", "", "4:5: the key `shell` is missing"),
      ("healthcheck: true", "healthcheck: yes", "14:18: expected true or false"),
      ("date: 2026-11-20", "date: 2026-13-20", "19:11: `2026-13-20` is not a date of the form YYYY-MM-DD"),
      ("date: 2026-11-20", "date: today", "19:11: `today` is not a date of the form YYYY-MM-DD"),
      ("workdir", "wokdir", "11:5: unknown key `wokdir`; did you mean `workdir`?"),
      ("[docker-entrypoint.sh]", "docker-entrypoint.sh", "12:17: expected a list"),
    ]
  )
  func `points at the mistake`(old: String, new: String, told: String) {
    let file = SourceFile(path: "f.yml", text: Self.images.replacing(old, with: new))
    let error = #expect(throws: CourseError.self) { try BaseImagesFile.read(file) }
    #expect(error?.description == "f.yml:\(told)")
  }

  @Test func `survives deep nesting and expansion`() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "a:\n ", count: 20_000),
      "format: &a [1, 1]\nrows: [*a, *a]\n", "\u{0}", "\u{FEFF}", "%YAML 9.9\n---\n", "a: *b\n", "? [a]\n: b\n",
      "--- a\n--- b\n",
    ] {
      #expect(throws: CourseError.self) { try BaseImagesFile.read(SourceFile(path: "f.yml", text: text)) }
    }
  }
}
