import Diagnostics
import DockerfileSyntax
import Linting
import Testing

@Suite struct RuleTests {
  struct Case: Sendable {
    let rule: LintRule
    let text: String
    let lines: ClosedRange<Int>
    let message: String

    init(_ rule: LintRule, _ text: String, _ lines: ClosedRange<Int>, _ message: String) {
      self.rule = rule
      self.text = text
      self.lines = lines
      self.message = message
    }
  }

  private static let found: [Case] = [
    Case(.stageNameCasing, "FROM a AS ⟦Build⟧\n", 1...1, "Stage name 'Build' should be lowercase"),
    Case(.fromAsCasing, "FROM a ⟦as⟧ b\n", 1...1, "'as' and 'FROM' keywords' casing do not match"),
    Case(.fromAsCasing, "from a ⟦As⟧ b\n", 1...1, "'As' and 'from' keywords' casing do not match"),
    Case(.noEmptyContinuation, "FROM a\nRUN b \\\n⟦ ⟧\n  c\n", 4...4, "Empty continuation line"),
    Case(
      .consistentInstructionCasing,
      "FROM a\n⟦run⟧ b \\\n c\n",
      2...3,
      "Command 'run' should match the case of the command majority (uppercase)"
    ),
    Case(
      .consistentInstructionCasing,
      "from a\nrun b\n⟦Run⟧ c\n",
      3...3,
      "Command 'Run' should match the case of the command majority (lowercase)"
    ),
    Case(
      .duplicateStageName,
      "FROM a AS b\nFROM c AS ⟦b⟧\n",
      2...2,
      "Duplicate stage name \"b\", stage names should be unique"
    ),
    Case(
      .reservedStageName,
      "FROM a AS ⟦context⟧\n",
      1...1,
      "Stage name should not use the same name as reserved stage \"context\""
    ),
    Case(
      .jsonArgsRecommended,
      "FROM a\nCMD ⟦b c⟧\n",
      2...2,
      "JSON arguments recommended for CMD to prevent unintended behavior related to OS signals"
    ),
    Case(
      .jsonArgsRecommended,
      "from a\nentrypoint ⟦b⟧\n",
      2...2,
      "JSON arguments recommended for entrypoint to prevent unintended behavior related to OS signals"
    ),
    Case(
      .maintainerDeprecated,
      "FROM a\n⟦MAINTAINER⟧ b\n",
      2...2,
      "Maintainer instruction is deprecated in favor of using label"
    ),
    Case(.undefinedArgInFrom, "FROM a⟦$B⟧\n", 1...1, "FROM argument 'B' is not declared"),
    Case(
      .undefinedArgInFrom,
      "ARG VERSION=1\nFROM a:b⟦${VERSIN}⟧\n",
      2...2,
      "FROM argument 'VERSIN' is not declared (did you mean VERSION?)"
    ),
    Case(
      .workdirRelativePath,
      "FROM a\nWORKDIR ⟦b/c⟧\nWORKDIR d\n",
      2...2,
      "Relative workdir \"b/c\" can have unexpected results if the base image changes"
    ),
    Case(.undefinedVar, "FROM a\nLABEL b=\"${X}\" c=⟦$Y⟧ d=$X\nARG X\n", 2...2, "Usage of undefined variable '$Y'"),
    Case(
      .undefinedVar,
      "FROM a\nENV COLOUR=red\nENV B=x⟦$COLOR⟧\n",
      3...3,
      "Usage of undefined variable '$COLOR' (did you mean $COLOUR?)"
    ),
    Case(
      .multipleInstructionsDisallowed,
      "FROM a\n⟦CMD⟧ [\"b\"]\nCMD [\"c\"]\n",
      2...2,
      "Multiple CMD instructions should not be used in the same stage because only the last one will be used"
    ),
    Case(
      .multipleInstructionsDisallowed,
      "FROM a\n⟦HEALTHCHECK⟧ \\\n NONE\nHEALTHCHECK CMD b\n",
      2...3,
      "Multiple HEALTHCHECK instructions should not be used in the same stage because only the last one will be used"
    ),
    Case(
      .legacyKeyValueFormat,
      "FROM a\nENV ⟦B c d⟧\n",
      2...2,
      "\"ENV key=value\" should be used instead of legacy \"ENV key value\" format"
    ),
    Case(
      .legacyKeyValueFormat,
      "from a\nlabel ⟦b c⟧\n",
      2...2,
      "\"label key=value\" should be used instead of legacy \"label key value\" format"
    ),
    Case(
      .redundantTargetPlatform,
      "FROM --platform=⟦${TARGETPLATFORM}⟧ a\n",
      1...1,
      "Setting platform to predefined ${TARGETPLATFORM} in FROM is redundant as this is the default behavior"
    ),
    Case(
      .fromPlatformFlagConstDisallowed,
      "FROM --platform=⟦linux/arm64⟧ a AS b\n",
      1...1,
      "FROM --platform flag should not use constant value \"linux/arm64\""
    ),
    Case(
      .secretsUsedInArgOrEnv,
      "FROM a\nARG ⟦Api_ToKen⟧=1\n",
      2...2,
      "Do not use ARG or ENV instructions for sensitive data (ARG \"Api_ToKen\")"
    ),
    Case(
      .secretsUsedInArgOrEnv,
      "FROM a\nENV B=1 ⟦password⟧=2\n",
      2...2,
      "Do not use ARG or ENV instructions for sensitive data (ENV \"password\")"
    ),
    Case(
      .invalidDefaultArgInFrom,
      "ARG B\nFROM ⟦a:${B}⟧ AS c\n",
      2...2,
      "Default value for ARG a:${B} results in empty or invalid base image name"
    ),
    Case(
      .invalidDefinitionDescription,
      "# check=experimental=all\n# ⟦wrong name⟧\nARG A=1\nFROM a\n",
      3...3,
      "Comment for ARG should follow the format: `# A <description>`"
    ),
    Case(
      .exposeProtoCasing,
      "FROM a\nEXPOSE ⟦80/TCP⟧\n",
      2...2,
      "Defined protocol '80/TCP' in EXPOSE instruction should be lowercase"
    ),
    Case(
      .exposeInvalidFormat,
      "FROM a\nEXPOSE ⟦127.0.0.1:80:80⟧\n",
      2...2,
      "EXPOSE instruction should not define an IP address or host-port mapping, found '127.0.0.1:80:80'"
    ),
  ]

  @Test(arguments: found)
  func `a rule finds the word that it is about`(example: Case) throws {
    let file = MarkedFile(example.text)
    let matching = file.lint().findings.filter { $0.rule == example.rule && $0.range == file.range }
    #expect(matching.count == 1, "\(file.lint().findings)")
    let finding = try #require(matching.first)
    #expect(finding.message == example.message)
    #expect(finding.startLine...finding.endLine == example.lines)
    if finding.message.contains("did you mean") { #expect(finding.suggestion != nil) }
  }

  @Test(
    arguments: [
      (.stageNameCasing, "FROM a AS build-1\n"),
      (.fromAsCasing, "FROM a AS b\nFrom c as d\nfrom e as f\n"),
      (.noEmptyContinuation, "FROM a\nRUN b \\\n# c\n  d\n\nRUN <<E\n\nE\n"),
      (.consistentInstructionCasing, "arg A=1\nFROM a\nRUN b\nONBUILD run c\n"),
      (.duplicateStageName, "FROM a AS b\nFROM a\nFROM a\n"),
      (.reservedStageName, "FROM scratch AS scratchy\n"),
      (.jsonArgsRecommended, "FROM a\nSHELL [\"b\"]\nCMD c\nFROM a\nCMD [\"b\"]\nRUN c\nHEALTHCHECK CMD d\n"),
      (.jsonArgsRecommended, "FROM a AS b\nSHELL [\"b\"]\nFROM b\nENTRYPOINT c\n"),
      (.maintainerDeprecated, "FROM a\nLABEL maintainer=b\n"),
      (.undefinedArgInFrom, "ARG B\nARG C=1\nFROM a$C$B\nFROM --platform=$BUILDPLATFORM a:$TARGETSTAGE\n"),
      (.workdirRelativePath, "FROM a AS b\nWORKDIR /c\nFROM b\nWORKDIR d\n"),
      (.undefinedVar, "FROM a AS b\nARG X\nENV P=$PATH Q=$X R=${X:-y}\nFROM b\nENV Y=$X\nCOPY $Q $P\nRUN $Z\n"),
      (.undefinedVar, "FROM a\nARG BUILDKIT_SBOM_SCAN_STAGE=1\nENV X=$BUILDKIT_SBOM_SCAN_STAGE\nEXPOSE $Y\n"),
      (.multipleInstructionsDisallowed, "FROM a AS b\nCMD [\"c\"]\nFROM b\nCMD [\"d\"]\nENTRYPOINT [\"d\"]\n"),
      (.legacyKeyValueFormat, "FROM a\nENV B=c\nLABEL d=e f=g\nARG h\n"),
      (.redundantTargetPlatform, "FROM --platform=$BUILDPLATFORM a\nFROM --platform=$TARGETOS/$TARGETARCH b\n"),
      (.redundantTargetPlatform, "ARG TARGETPLATFORM\nFROM --platform=linux/$TARGETARCH b\n"),
      (
        .fromPlatformFlagConstDisallowed,
        "FROM --platform=linux/arm64 a AS build-arm64\nFROM --platform=$BUILDPLATFORM a\n"
      ),
      (
        .secretsUsedInArgOrEnv,
        "FROM a\nARG PUBLIC_KEY KEYS TOKEN_FILE MONKEY\nENV KEY_VERSION=1 AUTHOR=2\nLABEL key=1\n"
      ),
      (.invalidDefaultArgInFrom, "ARG B=1\nFROM a:$B AS c\nFROM c\nFROM reg.example.org:5000/a/b_c@sha256:"),
      (.invalidDefinitionDescription, "# wrong\nARG A=1\n# wrong\nFROM a AS b\n"),
      (
        .invalidDefinitionDescription,
        "# check=experimental=InvalidDefinitionDescription\n# A says it\nARG A=1\n#\nFROM a AS b\n# c\n\nFROM d\n"
      ),
      (.exposeProtoCasing, "FROM a\nEXPOSE 80/tcp 81/udp 82\n"),
      (.exposeInvalidFormat, "FROM a\nEXPOSE 80 90-95 100/sctp\n"),
      (.copyIgnoredFile, "FROM a\nCOPY b c\n"),
      (.invalidBaseImagePlatform, "FROM --platform=windows/arm64 a\n"),
    ] as [(LintRule, String)]
  )
  func `a rule finds nothing where nothing is wrong`(rule: LintRule, text: String) {
    let digest = text.hasSuffix("sha256:") ? String(repeating: "0a", count: 32) + "\n" : ""
    let result = MarkedFile(text + digest).lint()
    #expect(result.error == nil)
    #expect(result.findings.filter { $0.rule == rule } == [])
  }

  @Test func `what .dockerignore leaves out is not to be copied`() throws {
    let options = LintOptions { $0 == "y" }
    let text = "FROM a AS b\nCOPY x/../y z /\nFROM a\nCOPY --from=b y /\nADD ./y https://example.org/y /\n"
    #expect(
      findings(text, options) == [
        "CopyIgnoredFile 2 Attempting to Copy file \"y\" that is excluded by .dockerignore",
        "CopyIgnoredFile 5 Attempting to Add file \"y\" that is excluded by .dockerignore",
      ]
    )
    let marked = MarkedFile("FROM a AS b\nCOPY x ⟦y⟧ z /\n")
    #expect(marked.lint(options).findings.map(\.range) == [marked.range])
  }

  @Test func `every rule has a page, a name and a sentence of its own`() {
    let rules = LintRule.allCases
    #expect(rules.count == 22)
    #expect(Set(rules.map(\.name)).count == rules.count)
    #expect(Set(rules.map(\.summary)).count == rules.count)
    for rule in rules {
      #expect(LintRule(name: rule.name) == rule)
      let words = rule.name.reduce(into: "") { words, letter in
        words += letter.isUppercase && !words.isEmpty ? "-\(letter.lowercased())" : letter.lowercased()
      }
      let page = words.replacing("j-s-o-n-", with: "json-")
      #expect(rule.documentation == "https://docs.docker.com/go/dockerfile/rule/\(page)/")
    }
    #expect(rules.filter(\.isExperimental) == [.invalidDefinitionDescription])
    #expect(rules.filter { $0.requirement != nil } == [.invalidBaseImagePlatform, .copyIgnoredFile])
  }
}
