import BuildModel
import Testing

@Suite struct WorkdirTests {
  @Test(
    arguments: [
      // Nothing after expansion stays where it is, as that was written.
      ("FROM scratch\nWORKDIR /a//b/\nWORKDIR $X", "/a//b/"),
      ("FROM scratch AS x\nWORKDIR /a/./\nFROM x\nWORKDIR ''", "/a/./"),
      ("FROM example/toor\nWORKDIR $X", "/"),
      ("FROM scratch\nWORKDIR /a//b/\nWORKDIR .", "/a/b"),
      // A slash with an accent on it is still a slash.
      ("FROM scratch\nWORKDIR /a\nWORKDIR /\u{301}b", "/\u{301}b"),
    ]
  )
  func `an empty folder is the one before`(text: String, directory: String) throws {
    #expect(try JudgedImage(text).image.workingDirectory == directory)
  }

  @Test(
    arguments: [
      ("", .workingDirectory), ("WORKDIR .", .workingDirectory), ("WORKDIR $X", .workingDirectory),
      ("WORKDIR a", .workingDirectoryPrefix), ("WORKDIR ..a", .workingDirectoryPrefix),
      ("WORKDIR a\nWORKDIR ..", .workingDirectory), ("WORKDIR a/../b", .workingDirectoryPrefix),
      ("WORKDIR ..", nil), ("WORKDIR a\nWORKDIR ../..", nil), ("WORKDIR ../a\nWORKDIR b", nil),
      ("WORKDIR /a", nil), ("WORKDIR /a\nWORKDIR ..", nil),
    ] as [(String, EffectiveImage.Field?)]
  )
  func `a relative folder lies in that of the base image until it leaves it`(
    lines: String,
    field: EffectiveImage.Field?
  ) throws {
    for base in ["example/toor", "gcr.io/distroless/static:nonroot"] {
      let inherits = try JudgedImage("FROM \(base)\n\(lines)\n").image.inherits
      let found = inherits.filter { $0 == .workingDirectory || $0 == .workingDirectoryPrefix }
      #expect(found == (field.map { [$0] } ?? []))
    }
  }

  @Test(
    arguments: [
      ("WORKDIR /app\nWORKDIR b/../c", "\\app\\c"), ("WORKDIR C:\\\\app", "\\app"), ("WORKDIR c:app", "\\app"),
      ("WORKDIR app\nWORKDIR ''", "\\app"), ("WORKDIR a\\\\..\\\\b", "\\b"),
    ]
  )
  func `folders of Windows have backslashes and no drive`(lines: String, directory: String) throws {
    let text = "FROM --platform=windows/amd64 example/none AS x\n\(lines)\nFROM x\n"
    #expect(try JudgedImage(text).image.workingDirectory == directory)
  }

  @Test func `Windows has no PATH of its own, and only its drive C`() throws {
    let base = "FROM --platform=windows/amd64 example/none"
    #expect(try JudgedImage("\(base) AS x\nFROM x\nENV A=b").image.environment == ["A=b"])
    #expect(try JudgedImage("FROM --platform=windows/amd64 scratch").image.environment.count == 1)
    let error = try #require(throws: BuildError.self) { try JudgedImage("\(base)\nWORKDIR d:/a") }
    #expect(
      error.message == "normalizing workdir: normalizing working directory: removing drive letter: "
        + "The specified path is not on the system drive (C:)"
    )
  }
}
