import Testing

/// A row of the table in THIRD-PARTY.md.
struct LinkedLibrary: Equatable {
  var name: String
  var version: String
  var licence: String

  static func all(in markdown: String) -> [LinkedLibrary] {
    tableRows(in: markdown, below: "# Third-party software").filter { $0.count >= 3 }
      .map { LinkedLibrary(name: $0[0], version: $0[1], licence: $0[2]) }
  }
}

/// Dependencies of the manifest that the table leaves out, or names with another version or without a licence.
func unnamed(_ packages: [Manifest.Package], in libraries: [LinkedLibrary]) -> [String] {
  packages.compactMap { package in
    guard let library = libraries.first(where: { $0.name == package.name }) else { return "\(package.name) is missing" }
    if library.version != package.version {
      return "\(package.name) is linked as \(package.version), but named as \(library.version)"
    }
    return library.licence.isEmpty ? "\(package.name) has no licence" : nil
  }
}

@Suite struct ThirdPartyTests {
  @Test func `finds what is not named`() {
    let libraries = LinkedLibrary.all(
      in: """
        # Third-party software

        | library | version | licence |
        |---|---|---|
        | One | 1.0 | MIT |
        | Two | 2.0 | MIT |
        | Three | 3.0 |  |
        """
    )
    let packages = [("One", "1.0"), ("Two", "2.1"), ("Three", "3.0"), ("Four", "4.0")].map {
      Manifest.Package(name: $0.0, version: $0.1)
    }
    #expect(
      unnamed(packages, in: libraries) == [
        "Two is linked as 2.1, but named as 2.0", "Three has no licence", "Four is missing",
      ]
    )
  }

  @Test func `names every dependency of the manifest`() throws {
    let packages = Manifest(try Repository.text("Package.swift")).packages
    #expect(packages.count >= 3)
    #expect(unnamed(packages, in: LinkedLibrary.all(in: try Repository.text("THIRD-PARTY.md"))) == [])
  }

  @Test(
    arguments: [
      "readline", "ncurses", "cmark-gfm", "SQLite", "Swift standard library", "Foundation", "ICU", "GNU C library",
    ]
  )
  func `names every system library and its licence`(name: String) throws {
    let library = LinkedLibrary.all(in: try Repository.text("THIRD-PARTY.md")).first { $0.name.contains(name) }
    #expect(library?.version.isEmpty == false)
    #expect(library?.licence.isEmpty == false)
  }
}
