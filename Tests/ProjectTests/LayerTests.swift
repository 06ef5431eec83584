import Testing

@Suite struct LayerTests {
  private static let small = LayerTable(
    contributing: """
      ## Where things belong

      | target | what it is for | outside imports |
      |---|---|---|
      | `Low` | … | – |
      | `Middle` | … | Foundation, Yams |
      | `High` | … | – |

      | `NotPartOfIt` | … | – |

      """
  )

  @Test func `reads the table`() {
    #expect(Self.small.rows.map(\.target) == ["Low", "Middle", "High"])
    #expect(Self.small.rows.map(\.outside) == [[], ["Foundation", "Yams"], []])
  }

  @Test(
    arguments: [
      ("Middle", "import Low\nimport Foundation\npackage import struct Yams.Node\nimport Glibc\n", []),
      ("Low", "import Foundation\n", ["`Low` may not import `Foundation`"]),
      ("High", "import Foundation\n", ["`High` may not import `Foundation`"]),
      ("Low", "@preconcurrency public import High\n", ["`Low` may not import `High`, which is not above it"]),
      ("Low", "  package import struct Middle.Thing\n", ["`Low` may not import `Middle`, which is not above it"]),
      ("Middle", "import FoundationEssentials\n", ["`Middle` may not import `FoundationEssentials`"]),
      ("High", "import Low; import Middle\n", ["`High` imports `Middle`, which Package.swift does not declare"]),
      ("Other", "", ["`Other` has no row"]),
      ("Low", "// import High\nlet important = 1\n/// import High\n", []),
    ]
  )
  func `finds imports against the table`(target: String, source: String, found: [String]) {
    #expect(Self.small.violations(in: source, of: target, declared: ["Low"]) == found)
  }

  @Test func `finds dependencies against the table`() {
    #expect(Self.small.violations(ofDependencies: ["Low", "Yams"], of: "Middle") == [])
    #expect(
      Self.small.violations(ofDependencies: ["Low", "Middle"], of: "Low") == [
        "`Low` may not depend on `Low`", "`Low` may not depend on `Middle`",
      ]
    )
  }

  @Test func `reads the manifest`() {
    let manifest = Manifest(
      """
      .package(url: "https://github.com/a/One", exact: "1.2.3"),
      layer("Low"),
      layer("Middle", ["Low", yams]),
      .target(name: "Plain", exclude: ["Facts"], swiftSettings: strict),
      .executableTarget(
        name: "tool",
        dependencies: [
          "Low", "Middle", other,
        ],
      """
    )
    #expect(manifest.packages == [Manifest.Package(name: "One", version: "1.2.3")])
    #expect(manifest.dependencies == ["Low": [], "Middle": ["Low"], "Plain": [], "tool": ["Low", "Middle"]])
  }

  @Test func `every target has a row, and every row its target`() throws {
    let table = LayerTable(contributing: try Repository.text("CONTRIBUTING.md"))
    let manifest = Manifest(try Repository.text("Package.swift"))
    let systemLibraries = ["CCMarkGFM", "CReadline"]
    let folders = try Repository.folders(in: "Sources").filter { !systemLibraries.contains($0) }
    #expect(table.rows.map(\.target).sorted() == (folders + ["TestKit"]).sorted())
    #expect(manifest.dependencies.keys.sorted() == table.rows.map(\.target).sorted())
  }

  @Test func `every import holds to the table`() throws {
    let table = LayerTable(contributing: try Repository.text("CONTRIBUTING.md"))
    let manifest = Manifest(try Repository.text("Package.swift"))
    var files = try Repository.swiftFiles(below: "Sources")
    #expect(files.count > 50)
    files += try Repository.swiftFiles(below: "Tests/TestKit")
    for file in files {
      let target = String(file.split(separator: "/")[1])
      let declared = manifest.dependencies[target] ?? []
      let found = table.violations(in: try Repository.text(file), of: target, declared: declared)
      #expect(found == [], "\(file)")
    }
  }

  @Test func `every dependency holds to the table`() throws {
    let table = LayerTable(contributing: try Repository.text("CONTRIBUTING.md"))
    for (target, dependencies) in Manifest(try Repository.text("Package.swift")).dependencies {
      #expect(table.violations(ofDependencies: dependencies, of: target) == [])
    }
  }
}
