import Testing

/// What is too long in a source.
func oversizes(in source: String) -> [String] {
  let longestFile = 300
  let longestLine = 120
  var lines = source.split(separator: "\n", omittingEmptySubsequences: false)
  if lines.last?.isEmpty == true { lines.removeLast() }
  var found = lines.count > longestFile ? ["\(lines.count) lines, \(longestFile) are possible"] : []
  for (index, line) in lines.enumerated() where line.count > longestLine {
    found.append("line \(index + 1) has \(line.count) characters, \(longestLine) are possible")
  }
  return found
}

@Suite struct SizeTests {
  @Test(
    arguments: [
      ("", []),
      (String(repeating: "x\n", count: 300), []),
      (String(repeating: "x\n", count: 301), ["301 lines, 300 are possible"]),
      ("\n" + String(repeating: "é", count: 120) + "\n", []),
      ("\n" + String(repeating: "é", count: 121), ["line 2 has 121 characters, 120 are possible"]),
    ]
  )
  func `finds what is too long`(source: String, found: [String]) {
    #expect(oversizes(in: source) == found)
  }

  @Test(arguments: ["Sources", "Tests", "Plugins", "Benchmarks/Sources", "Fuzz/Sources"])
  func `no file and no line is too long`(folder: String) throws {
    let files = try Repository.swiftFiles(below: folder)
    #expect(!files.isEmpty)
    for file in files {
      #expect(oversizes(in: try Repository.text(file)) == [], "\(file)")
    }
  }
}
