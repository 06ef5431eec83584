import Linting
import Testing

@Suite struct RefusalTests {
  @Test(
    arguments: [
      ("", "-1 the Dockerfile cannot be empty"),
      ("# nothing\n", "1 file with no instructions"),
      ("ARG A=1\n", "-1 dockerfile contains no stages to build"),
      ("FROM a\nENV A\n", "2 ENV must have two arguments"),
      ("FROM a\nFOO\n", "2 dockerfile parse error on line 2: unknown instruction: FOO (did you mean FROM?)"),
      ("RUN a\nFROM a\n", "1 no build stage in current context"),
      ("ARG A=${B:?no B}\nFROM a\n", "1 failed to process \"${B:?no\": syntax error: missing '}'"),
      ("FROM $A\n", "1 base name ($A) should not be blank"),
      (
        "FROM --platform=$TARGETPLATFROM a\n",
        "1 empty platform value from expression $TARGETPLATFROM (did you mean TARGETPLATFORM?)"
      ),
      (
        "FROM --platform=foo a\n",
        "1 failed to parse platform foo: \"foo\": unknown operating system or architecture: invalid argument"
      ),
      ("FROM a\nCOPY --from=1 b c\n", "-1 invalid stage index 1"),
      ("FROM a\nCOPY --from=x b c\nCOPY --from=1 b c\n", nil),
      ("FROM a AS b\nCOPY --from=b d e\nRUN c\nCOPY --from=0 d e\n", "4 circular dependency detected on stage: b"),
      (
        "FROM a AS b\nCOPY --from=c d e\nFROM b AS c\n",
        "2 cannot copy from stage \"c\", it needs to be defined before current stage \"b\""
      ),
      (
        "FROM a\nRUN --mount=from=B,target=/c d\nFROM a AS b\n",
        "2 cannot mount from stage \"B\" to \"/c\", stage needs to be defined before current command"
      ),
      ("FROM a\nWORKDIR /b\nRUN --mount=target=..,type=tmpfs c\n", "3 invalid mount target \"/\""),
      ("FROM a\nWORKDIR /b\nRUN --mount=target=.,type=tmpfs c\nRUN --mount=target=// c\n", nil),
      ("FROM a\nRUN --mount=type=ssh,source=b c\n", "2 ssh does not support source"),
      ("FROM a\nRUN --device=b c\n", "2 device feature is only supported in Dockerfile frontend 1.14.0-labs or later"),
      ("FROM a\nADD https://b.org/c.git?d=e /\n", "2 unexpected query \"d\""),
      ("FROM a\nCOPY git@b.org:c /\n", "2 source can't be a git ref for COPY"),
      ("FROM a\nADD --checksum=md5:ab https://b.org/c /\n", "2 unsupported digest algorithm"),
      ("FROM a\nCOPY --chmod=u+q b /\n", "2 invalid syntax"),
      ("FROM a\nEXPOSE [::1:80:80\n", "2 invalid IP address [::1: address [::1:: missing ']' in address"),
      ("FROM a\nVOLUME /b $C\n", "2 VOLUME specified can not be an empty string"),
      ("FROM a AS b\nONBUILD FOO\nONBUILD STOPSIGNAL X\nFROM b\n", "4 unknown instruction: FOO (did you mean FROM?)"),
      ("FROM a AS b\nONBUILD STOPSIGNAL X\nFROM b AS c\nFROM a\n", nil),
      (
        "FROM --platform=windows/amd64 a\nWORKDIR d:\\b\n",
        "2 normalizing workdir: normalizing working directory: removing drive letter: "
          + "The specified path is not on the system drive (C:)"
      ),
      ("ARG SOURCE_DATE_EPOCH=b\nFROM a AS c\n", "-1 invalid SOURCE_DATE_EPOCH: b"),
      ("ARG SOURCE_DATE_EPOCH=b\nFROM scratch AS b\nADD https://c.org/d /\nFROM a\n", nil),
      (
        "ARG SOURCE_DATE_EPOCH=b\nFROM scratch AS b\nRUN c\n",
        "2 SOURCE_DATE_EPOCH stage does not meet source-only requirements: unsupported RUN instruction"
      ),
    ] as [(String, String?)]
  )
  func `what Docker refuses is refused in its words`(text: String, message: String?) {
    #expect(refusal(text) == message)
  }

  @Test(
    arguments: [
      // What BuildKit does first wins, wherever it stands.
      ("FROM $A\nFOO\n", "unknown instruction"), ("FROM $A\nENV\nENV B\n", "ENV must have"),
      ("# check=x\nENV\n", "check option"), ("ARG A=${B\nFROM $A\n", "failed to process"),
      ("FROM a\nCOPY --from=9 b c\nFROM A\n", "invalid stage index"), ("FROM A\nCOPY --from=0 b c\n", "circular"),
      ("FROM A\nSTOPSIGNAL X\n", "must be lowercase"), ("FROM $A\nFROM --platform=x b\n", "should not be blank"),
      ("FROM a\nCOPY --chmod=9 $B\"c d\n", "failed to process"),
      ("FROM a\nEXPOSE x \"y\nUSER \"\n", "failed to process"),
      ("FROM a\nRUN --device=b --mount=target=/ c\n", "invalid mount target"),
    ]
  )
  func `the first error in BuildKit's order wins`(text: String, part: String) throws {
    #expect(try #require(refusal(text)).contains(part))
  }

  @Test func `findings before an error stay, those after it are not made`() {
    #expect(rules("FROM a as b\nMAINTAINER\nFROM c as d\n") == ["FromAsCasing", "MaintainerDeprecated"])
    #expect(
      rules("FROM a as b\nENV C $D\nSTOPSIGNAL $E\nCMD c\n") == [
        "FromAsCasing", "UndefinedVar", "LegacyKeyValueFormat", "UndefinedVar",
      ]
    )
  }

  @Test func `the base's environment stands above its arguments in a stage that starts from it`() {
    let text = "FROM a AS b\nENV A=/x\nARG A=y PATH=z\nWORKDIR $A\nFROM b\nWORKDIR $A\nFROM b\nENV C=$PATH\n"
    #expect(
      findings(text) == [
        "WorkdirRelativePath 4 Relative workdir \"y\" can have unexpected results if the base image changes"
      ]
    )
    let child = "FROM a AS b\nENV A=x\nARG A=/y\nFROM b\nWORKDIR $A\n"
    #expect(findings(child).count == 1)
  }
}
