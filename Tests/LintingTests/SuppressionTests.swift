import Diagnostics
import Linting
import Testing

@Suite struct SuppressionTests {
  private static let legacy = "ENV A b\n"

  @Test(
    arguments: [
      ("FROM a\n", ["LegacyKeyValueFormat"]),
      ("# check=skip=LegacyKeyValueFormat\nFROM a\n", []),
      ("# Check = skip=all\nFROM a\n", []),
      ("# check=skip= all\nFROM a\n", ["LegacyKeyValueFormat"]),
      ("# check=skip=JSONArgsRecommended,LegacyKeyValueFormat\nFROM a\n", []),
      ("# check=skip=legacykeyvalueformat\nFROM a\n", ["LegacyKeyValueFormat"]),
      ("# check=skip=LegacyKeyValueFormat;skip=UndefinedVar\nFROM a\n", ["LegacyKeyValueFormat"]),
      ("# check=skip=all;skip=UndefinedVar\nFROM a\n", []),
      ("# syntax=docker/dockerfile:1\n# check=skip=all\nFROM a\n", []),
      ("#!/usr/bin/docker\n# check=skip=all\nFROM a\n", []),
      ("\u{FEFF}# check=skip=all\r\nFROM a\n", []),
      (" # check=skip=all\nFROM a\n", ["LegacyKeyValueFormat"]),
      ("# a comment\n# check=skip=all\nFROM a\n", ["LegacyKeyValueFormat"]),
      ("FROM a\n# check=skip=LegacyKeyValueFormat\n", []),
      ("FROM a\n# check=skip=LegacyKeyValueFormat and more\n# a comment\n\n", []),
      ("FROM a\n# check=skip=LegacyKeyValueFormat\n#\n", ["LegacyKeyValueFormat"]),
      ("FROM a\n# check=nonsense\n# check=skip=all\n", ["LegacyKeyValueFormat"]),
      ("FROM a\n# check=skip=all\nRUN b\n", ["LegacyKeyValueFormat"]),
    ]
  )
  func `a directive or a comment right above skips rules`(start: String, found: [String]) {
    #expect(rules(start + Self.legacy) == found)
  }

  @Test func `a comment above FROM has a say in some of its rules only`() {
    let skips = "# check=skip=StageNameCasing,FromAsCasing,UndefinedArgInFrom,FromPlatformFlagConstDisallowed\n"
    #expect(rules(skips + "FROM --platform=linux/amd64 a$B as C\n") == [])
    let others = "FROM a AS scratch\n# check=skip=all\nFROM a AS scratch\n# check=skip=all\nfrom a\n"
    #expect(
      rules(others) == [
        "ReservedStageName", "ReservedStageName", "DuplicateStageName", "ConsistentInstructionCasing",
      ]
    )
  }

  @Test(
    arguments: [
      ("# check=experimental=all\n", 1), ("# check=experimental=InvalidDefinitionDescription\n", 1),
      ("# check=experimental=all;skip=all\n", 1), ("# check=experimental=UndefinedVar\n", 0), ("", 0),
    ]
  )
  func `experimental rules are asked for`(directive: String, count: Int) {
    #expect(rules(directive + "# wrong\nARG A=1\nFROM a\n").count == count)
    #expect(rules("# first\n\(directive)ARG A=1\nFROM a\n").count == count)
  }
}

@Suite struct CheckOptionTests {
  @Test(
    arguments: [
      ("foo", "invalid check option \"foo\""),
      ("foo=1", "invalid check option \"foo\""),
      ("skip=A;;", "invalid check option \"\""),
      ("skip=A;x", "invalid check option \"x\""),
      (
        "error=maybe",
        "failed to parse check option \"error=maybe\": strconv.ParseBool: parsing \"maybe\": invalid syntax"
      ),
      ("error=true;error=", "failed to parse check option \"error=\": strconv.ParseBool: parsing \"\": invalid syntax"),
      ("skip=A;error=1;experimental=B;x", nil),
      ("skip=;error=F", nil),
    ] as [(String, String?)]
  )
  func `options that mean nothing refuse the file`(options: String, message: String?) throws {
    let text = "# check=\(options)\nFROM a\n"
    let error = MarkedFile(text).lint().error
    #expect(error?.message == message.map { "failed to parse check options: \($0)" })
    #expect(error?.line ?? -1 == -1)
    if message != nil { #expect(error?.range?.offsets == 8..<8 + options.utf8.count) }
  }

  @Test func `findings can refuse the build, after everything else`() throws {
    let directive = "# check=error=true\n"
    let text = "from a as B\nCMD b\nCMD c\n"
    let names = "ConsistentInstructionCasing, JSONArgsRecommended, MultipleInstructionsDisallowed, StageNameCasing"
    #expect(refusal(directive + text) == "-1 lint violation found for rules: \(names)")
    #expect(refusal(directive + "FROM a\n") == nil)
    #expect(refusal("# check=error=true;skip=all\n" + text) == nil)
    #expect(refusal(directive + text + "STOPSIGNAL NO\n") == "5 invalid signal: NO")
    // An option in a comment doesn't count.
    #expect(refusal("FROM a\n# check=error=true\nCMD c\n") == nil)
  }

  @Test func `only what the target needs can refuse its build`() {
    let text = "# check=error=true\nFROM a AS b\nCMD c\nFROM a AS d\nEXPOSE 1\n"
    #expect(refusal(text, LintOptions(scope: .target("d"))) == nil)
    #expect(refusal(text, LintOptions(scope: .target(nil))) == nil)
    #expect(refusal(text, LintOptions(scope: .target("b"))) != nil)
    #expect(
      refusal(text, LintOptions(scope: .target("c"))) == "-1 target stage \"c\" could not be found (did you mean b?)"
    )
    #expect(refusal(text) != nil)
  }
}
