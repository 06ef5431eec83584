import Testing

/// The lines of a source that declare something public without saying what it is.
func undocumented(in source: String) -> [String] {
  let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { $0.trimmed }
  return lines.indices.compactMap { index in
    let words = lines[index].split(separator: " ")
    guard words.first == "public", !words.dropFirst().prefix(2).contains("import") else { return nil }
    var above = index - 1
    while above >= 0, lines[above].hasPrefix("@"), !lines[above].contains(" ") { above -= 1 }
    return above >= 0 && lines[above].hasPrefix("///") ? nil : "line \(index + 1): \(lines[index])"
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

@Suite struct DocumentedInterfaceTests {
  @Test(
    arguments: [
      ("/// A.\npublic struct A {\n  /// B.\n  public let b: Int\n}\n", []),
      ("public import A\n", []),
      ("/// A.\n@frozen\npublic struct A {}\n", []),
      ("  public let b: Int\n", ["line 1: public let b: Int"]),
      ("/// A.\nlet a = 1\npublic let b: Int\n", ["line 3: public let b: Int"]),
      ("/// A.\n\npublic let b: Int\n", ["line 3: public let b: Int"]),
    ]
  )
  func `finds what has no words of its own`(source: String, found: [String]) {
    #expect(undocumented(in: source) == found)
  }

  @Test(arguments: ["Sources/Diagnostics", "Sources/DockerfileSyntax"])
  func `the library says what everything in its interface is`(folder: String) throws {
    let files = try Repository.swiftFiles(below: folder)
    #expect(!files.isEmpty)
    for file in files { #expect(undocumented(in: try Repository.text(file)) == [], "\(file)") }
  }
}
